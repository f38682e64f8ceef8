package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;

/** A text in which much is wrong gets an answer of a size that people and memory can bear. */
class ManyIssuesTest {
  private static final String HEADER =
      "{\"suite\":{\"format\":\"peersupport/vectors\",\"version\":1},";

  private static List<Issue> vectors(String text) throws IOException {
    return TestVectorsReader.read(new ByteArrayInputStream(text.getBytes(UTF_8))).issues();
  }

  private static List<Issue> claims(int entries) {
    String claims = "1,".repeat(entries - 1) + "1";
    String manifest =
        "{\"format\":\"peersupport/capabilities\",\"version\":1,\"claims\":[" + claims + "]}";
    return Capabilities.read(manifest.getBytes(UTF_8)).issues();
  }

  @Test
  void no_more_entries_are_read_than_an_array_may_have() throws IOException {
    assertThat(claims(JsonLimits.ENTRIES + 1))
        .extracting(Issue::code, Issue::pointer)
        .containsExactly(tuple(IssueCode.TOO_LARGE.wireName(), "/claims"));

    String needs = "\"vector\":\"v\",\"needs\":[" + "1,".repeat(500_000) + "1],";
    assertThat(vectors(HEADER + needs + "\"send\":{},\"expect\":{}}")).hasSizeLessThan(20);
  }

  @Test
  void the_last_issue_says_that_there_are_more() throws IOException {
    StringBuilder unknown = new StringBuilder("\"outcome\":\"accepted\"");
    for (int i = 0; i < 2 * JsonLimits.ISSUES; i++) {
      unknown.append(",\"m").append(i).append("\":0");
    }
    String line = HEADER + "\"vector\":\"v\",\"send\":{},\"expect\":{" + unknown + "}}";

    List<Issue> issues = vectors(line + "\n{\n" + line);

    assertThat(issues).hasSize(JsonLimits.ISSUES);
    assertThat(issues.get(JsonLimits.ISSUES - 1).code()).isEqualTo(IssueCode.TOO_LARGE.wireName());
    assertThat(claims(JsonLimits.ENTRIES)).hasSize(JsonLimits.ISSUES);
  }
}
