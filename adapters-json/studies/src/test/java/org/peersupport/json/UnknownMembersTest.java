package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peersupport.json.studies.Scenarios;
import org.peersupport.json.studies.StudyJson;

/** A slip of the pen in a document of a study is found wherever it stands. */
class UnknownMembersTest {
  @Test
  void in_each_object_of_a_behaviour() throws Exception {
    assertThat(
            UnknownMembers.areFoundIn(
                StudyDocuments.BEHAVIOUR,
                pointer -> pointer.matches("/start|/after|/after/[^/]*|/otherwise|/durations"),
                StudyJson::readBehaviour))
        .containsExactly("", "/durations/begin:reach-out");
  }

  @Test
  void in_each_object_of_a_scenario() throws Exception {
    assertThat(
            UnknownMembers.areFoundIn(
                StudyDocuments.SCENARIO,
                pointer -> false,
                document -> Scenarios.read(document.getBytes(UTF_8))))
        .contains("", "/referrals", "/departments/0", "/supporters/0", "/supporters/0/hours/0")
        .contains("/contact", "/contact/delay", "/conversations", "/published/0");
  }

  @Test
  void in_the_object_of_a_matching_but_not_in_its_maps() throws Exception {
    assertThat(
            UnknownMembers.areFoundIn(
                Json.of("{'elements':{'a':'b'},'resources':{}}"),
                pointer -> !pointer.isEmpty(),
                StudyJson::readMatching))
        .containsExactly("");
  }

  @Test
  void in_each_object_of_a_mapping() throws Exception {
    assertThat(
            UnknownMembers.areFoundIn(
                StudyDocuments.MAPPING, "/labels"::equals, StudyJson::readTranscriptMapping))
        .containsExactly("");
  }
}
