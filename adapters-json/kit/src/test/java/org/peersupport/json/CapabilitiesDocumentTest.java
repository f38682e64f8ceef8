package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peersupport.json.certification.Capabilities;

/** A slip of the pen in a manifest is found. */
class CapabilitiesDocumentTest {
  @Test
  void a_member_that_no_manifest_has_is_an_issue_unless_it_begins_with_x() throws Exception {
    assertThat(
            UnknownMembers.areFoundIn(
                Json.of("{'format':'peersupport/capabilities','version':1,'claims':['witness']}"),
                pointer -> false,
                manifest -> Capabilities.read(manifest.getBytes(UTF_8))))
        .containsExactly("");
  }
}
