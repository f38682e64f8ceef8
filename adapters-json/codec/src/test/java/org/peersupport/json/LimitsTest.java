package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;

class LimitsTest {
  private static final String DUE = Json.of("{'do':'due','at':'2026-03-02T09:00:00Z','x':");

  private static List<String> issues(String line) {
    List<String> issues = told(PeerSupportJson.readRequest(line, 1).issues());
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    assertThat(told(PeerSupportJson.readRequest(utf8, 1).issues())).isEqualTo(issues);
    return issues;
  }

  private static List<String> told(List<Issue> issues) {
    return issues.stream().map(issue -> issue.code() + " " + issue.pointer()).toList();
  }

  /** The line with blanks at its end, up to that many bytes. */
  private static String filled(String line, int bytes) {
    return line + " ".repeat(bytes - line.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void a_line_has_at_most_a_million_bytes() {
    assertThat(issues(filled(DUE + "1}", JsonLimits.LINE_BYTES))).isEmpty();
    assertThat(issues(filled(DUE + "1}", JsonLimits.LINE_BYTES + 1)))
        .containsExactly("json.too-large ");
  }

  @Test
  void bytes_are_counted_and_not_characters() {
    String smileys = "\"" + "\uD83D\uDE42".repeat(40_000) + "\"";
    String euros = "\"" + "€".repeat(90_000) + "\"";
    String list = DUE + "[" + euros + "," + euros + "," + euros + "," + smileys + "]}";
    assertThat(issues(filled(list, JsonLimits.LINE_BYTES))).isEmpty();
    assertThat(issues(filled(list, JsonLimits.LINE_BYTES + 1))).containsExactly("json.too-large ");
  }

  @Test
  void nothing_is_nested_deeper_than_64() {
    int arrays = JsonLimits.DEPTH - 1;
    assertThat(issues(DUE + "[".repeat(arrays) + "]".repeat(arrays) + "}")).isEmpty();
    assertThat(issues(DUE + "[".repeat(arrays + 1) + "]".repeat(arrays + 1) + "}"))
        .containsExactly("json.too-deep ");
    assertThat(issues(DUE + "[".repeat(500_000))).containsExactly("json.too-deep ");
    assertThat(issues("[".repeat(500_000))).containsExactly("json.wrong-type ", "json.too-deep ");
    assertThat(issues("{\"a\":".repeat(100_000))).containsExactly("json.too-deep ");
  }

  @Test
  void strings_names_and_numbers_have_a_limit_too() {
    String begin =
        Json.of("{'session':'s','at':'2026-03-02T09:00:00Z','by':'p','do':'begin','element':'");
    assertThat(issues(begin + "x".repeat(JsonLimits.STRING_CHARACTERS) + "\"}")).isEmpty();
    assertThat(issues(begin + "x".repeat(JsonLimits.STRING_CHARACTERS + 1) + "\"}"))
        .containsExactly("json.too-large /element");
    assertThat(issues("{\"" + "x".repeat(JsonLimits.NAME_CHARACTERS + 1) + "\":1}"))
        .containsExactly("json.too-large ");
    assertThat(issues("{\"ifSeq\":" + "1".repeat(JsonLimits.NUMBER_DIGITS + 1) + "}"))
        .containsExactly("json.too-large /ifSeq");
  }

  @Test
  void an_array_has_at_most_a_thousand_entries() {
    String thank =
        Json.of("{'session':'s','at':'2026-03-02T09:00:00Z','by':'p','do':'thank','facets':['a'");
    assertThat(issues(thank + ",\"a\"".repeat(JsonLimits.ENTRIES - 1) + "]}")).isEmpty();
    assertThat(issues(thank + ",\"a\"".repeat(JsonLimits.ENTRIES) + "]}"))
        .containsExactly("json.too-large /facets");
  }

  @Test
  void at_most_a_thousand_issues_are_told() {
    String thank = Json.of("{'do':'thank','x':{'a':1" + ",'a':1".repeat(5000) + "}}");
    List<String> issues = issues(thank);
    assertThat(issues).hasSize(JsonLimits.ISSUES);
    assertThat(issues.get(JsonLimits.ISSUES - 1)).isEqualTo("json.too-large ");
  }

  @Test
  void issues_that_turn_out_to_mean_nothing_do_not_hide_others() {
    String valid = Json.of("{'session':'s','at':'2026-03-02T09:00:00Z','by':'p','do':'pause',");
    String facets = "\"facets\":[1" + ",1".repeat(JsonLimits.ENTRIES - 1) + "]";
    assertThat(issues(valid + facets + "}")).containsExactly("json.misplaced-member /facets");
    assertThat(issues("{\"do\":\"pause\"," + facets + ",\"session\":7,\"at\":7}"))
        .containsExactly(
            "json.wrong-type /session",
            "json.wrong-type /at",
            "json.missing-member /by",
            "json.misplaced-member /facets");
    String repeats = "\"x\":{\"a\":1" + ",\"a\":1".repeat(40_000) + "}";
    assertThat(issues("{\"do\":\"pause\"," + repeats + "}")).hasSize(JsonLimits.ISSUES);
    assertThat(issues("{\"do\":\"due\"," + repeats + "}")).hasSize(JsonLimits.ISSUES);
    String transfer = valid.replace("pause", "transfer") + repeats + ",\"supporter\":{\"id\":7}}";
    assertThat(issues(transfer)).hasSize(JsonLimits.ISSUES);
  }

  @Test
  void a_hostile_document_is_answered_and_not_worked_through() {
    String document =
        Json.of("{'id':'p','release':'1','title':'T','source':'S','elements':[{'key':'k',")
            + Json.of("'title':'T','purpose':'P','need':'optional'}],'rules':[");
    String side = "\"x\"" + ",\"x\"".repeat(JsonLimits.ENTRIES - 1);
    String rule = Json.of("{'id':'r','template':'existence','a':[") + side + "]}";
    String few = document + rule + ("," + rule).repeat(2) + "]}";
    assertThat(PeerSupportJson.readProtocol(few).issues()).hasSize(JsonLimits.ISSUES);
    String many = document + rule + ("," + rule).repeat(200) + "]}";
    assertThat(told(PeerSupportJson.readProtocol(many).issues()))
        .contains("json.too-large /rules/99/a/899");
    String rules = document + "{},".repeat(300) + "{}]}";
    assertThat(told(PeerSupportJson.readProtocol(rules).issues()))
        .contains("json.too-large /rules");
    String key = document.replace("\"k\"", "\"" + "k".repeat(64) + "\"") + "]}";
    assertThat(told(PeerSupportJson.readProtocol(key).issues()))
        .containsExactly("json.too-large /elements/0/key");
  }

  @Test
  void a_document_has_at_most_ten_million_bytes() {
    String document = "{\"id\":7}";
    byte[] large = filled(document, JsonLimits.DOCUMENT_BYTES).getBytes(StandardCharsets.UTF_8);
    assertThat(told(PeerSupportJson.readProtocol(large).issues()))
        .startsWith("json.wrong-type /id");
    String larger = filled(document, JsonLimits.DOCUMENT_BYTES + 1);
    assertThat(told(PeerSupportJson.readProtocol(larger).issues()))
        .containsExactly("json.too-large ");
    assertThat(told(PeerSupportJson.readProtocol(larger.getBytes(StandardCharsets.UTF_8)).issues()))
        .containsExactly("json.too-large ");
  }
}
