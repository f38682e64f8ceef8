package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideCommandTest {
  @TempDir Path folder;

  @Test
  void says_what_it_says() throws IOException {
    String input =
        Say.whole("s-1")
            + Say.open("s-2")
            + Say.begin("s-2", "offer-resources")
            + Say.plain("s-2", "close")
            + "{\"at\":\"2026-03-09T09:00:00Z\",\"do\":\"due\"}\n"
            + "{\"do\":\"begin\"}\n";

    Golden.assertSame("guide.ndjson", Run.on(input, "guide").out());
  }

  @Test
  void is_done_when_every_line_was_accepted() {
    Run run = Run.on(Say.whole("s-1"), "guide");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.answers()).hasSize(10);
    assertThat(run.answers()).allMatch(answer -> outcome(answer).equals("accepted"));
    assertThat(run.answers().get(9).get("status").asText()).isEqualTo("closed");
  }

  @Test
  void warns_once_when_sessions_are_opened_under_what_is_advised_against() {
    String opened = Say.open("s-1").replace("ama-six-elements", "cisd-seven");
    Run run = Run.on(opened + opened.replace("s-1", "s-2") + Say.open("s-3"), "guide");

    assertThat(outcomes(run)).containsExactly("accepted", "accepted", "accepted");
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("cisd-seven@1.0.0: caution: Single-session debriefing is not recommended");
  }

  @Test
  void has_nothing_to_say_to_nothing() {
    assertThat(Run.on("", "guide")).isEqualTo(new Run(0, "", ""));
    assertThat(Run.on("\n \r\n\t\n", "guide")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void goes_on_after_a_refusal() {
    Run run =
        Run.on(
            Say.open("s-1") + Say.plain("s-1", "close") + Say.begin("s-1", "reach-out"), "guide");

    assertThat(run.status()).isEqualTo(1);
    assertThat(outcomes(run)).containsExactly("accepted", "refused", "accepted");
  }

  @Test
  void goes_on_after_a_line_it_cannot_read_and_counts_blank_ones() {
    Run run = Run.on("\n\nnonsense\n" + Say.open("s-1") + "\n{}\n", "guide");

    assertThat(run.status()).isEqualTo(1);
    assertThat(outcomes(run)).containsExactly("malformed", "accepted", "malformed");
    assertThat(run.answers().get(0).at("/issues/0/line").asInt()).isEqualTo(3);
    assertThat(run.answers().get(2).at("/issues/0/line").asInt()).isEqualTo(6);
  }

  @Test
  void goes_on_after_a_line_that_is_too_long() {
    String long1 = "{\"session\":\"" + "x".repeat(3 << 20) + "\"}\n";
    Run run = Run.on(long1 + Say.open("s-1"), "guide");

    assertThat(outcomes(run)).containsExactly("malformed", "accepted");
    assertThat(run.out()).doesNotContain("xxx");
  }

  @Test
  void answers_a_last_line_without_an_end_and_lines_with_carriage_returns() {
    String input = (Say.open("s-1") + Say.begin("s-1", "reach-out")).replace("\n", "\r\n").strip();

    assertThat(outcomes(Run.on(input, "guide"))).containsExactly("accepted", "accepted");
  }

  @Test
  void keeps_sessions_apart() {
    Run run =
        Run.on(
            Say.open("s-1")
                + Say.open("s-2")
                + Say.begin("s-1", "reach-out")
                + Say.begin("s-3", "reach-out"),
            "guide");

    assertThat(codes(run)).containsExactly("", "", "", "session.unknown");
    assertThat(run.answers().get(2).at("/events/0/seq").asInt()).isEqualTo(2);
  }

  @Test
  void names_the_first_thing_that_is_wrong_with_an_opening() {
    Run run =
        Run.on(
            Say.open("s-1", "nowhere-to-be-found")
                + Say.open("s-1", "ama-six-elements@9.0.0")
                + Say.open("s-1")
                + Say.open("s-1", "nowhere-to-be-found"),
            "guide");

    assertThat(codes(run))
        .containsExactly("protocol.unknown", "protocol.unknown", "", "session.already-open");
  }

  @Test
  void points_back_to_what_it_has_seen() {
    String input =
        Say.open("s-1")
            + Say.begin("s-1", "reach-out")
            + Say.plain("s-1", "pause")
            + Say.plain("s-1", "resume")
            + Say.begin("s-1", "invite-and-listen")
            + Say.begin("s-1", "offer-resources")
            + Say.offer("s-1", "r-1", "chaplaincy")
            + Say.begin("s-1", "close-with-thank-you")
            + Say.thank("s-1")
            + Say.begin("s-1", "reach-out")
            + Say.plain("s-1", "close");

    List<JsonNode> answers = Run.on(input, "guide").answers();

    assertThat(answers.get(9).at("/violations/0/rule").asText()).isEqualTo("order.return");
    assertThat(answers.get(9).at("/violations/0/witness").toString()).isEqualTo("[8]");
    assertThat(answers.get(10).at("/violations/0/rule").asText()).isEqualTo("answered-chaplaincy");
    assertThat(answers.get(10).at("/violations/0/witness").toString()).isEqualTo("[7]");
  }

  @Test
  void does_not_list_corrections_among_what_may_come() {
    String input =
        Say.open("s-1")
            + Say.begin("s-1", "reach-out")
            + Say.correct("s-1", 2)
            + "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:00:00Z\",\"do\":\"options\"}\n";

    List<JsonNode> answers = Run.on(input, "guide").answers();

    assertThat(answers.get(2).get("permitted")).isEqualTo(answers.get(0).get("permitted"));
    assertThat(answers.get(3).get("options").findValuesAsText("activity"))
        .doesNotContain("correct")
        .contains("close");
  }

  @Test
  void corrects_in_one_session_and_not_in_another() {
    Run run =
        Run.on(
            Say.whole("s-1") + Say.whole("s-2") + Say.correct("s-1", 10) + Say.correct("s-3", 2),
            "guide");

    assertThat(run.answers().get(20).get("status").asText()).isEqualTo("open");
    assertThat(codes(run).get(21)).isEqualTo("session.unknown");
  }

  @Test
  void lists_what_is_due_in_all_sessions_soonest_first() {
    String input =
        Say.whole("s-2").replace("T09:00", "T10:00")
            + Say.whole("s-1")
            + Say.open("s-3")
            + "{\"at\":\"2026-03-05T09:30:00Z\",\"do\":\"due\"}\n";

    Run run = Run.on(input, "guide");

    JsonNode due = run.answers().get(21).get("due");
    assertThat(run.status()).isZero();
    assertThat(due.findValuesAsText("session")).containsExactly("s-1", "s-2");
    assertThat(due.at("/0/overdue").asBoolean()).isTrue();
    assertThat(due.at("/1/overdue").asBoolean()).isFalse();
  }

  @Test
  void answers_a_query_about_a_session_it_does_not_know() {
    Run run =
        Run.on(
            "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:00:00Z\",\"do\":\"options\"}\n", "guide");

    assertThat(codes(run)).containsExactly("session.unknown");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void prefers_a_given_protocol_to_a_shipped_one_with_the_same_id() throws IOException {
    String file = variant("p.json", "1.0.0", "Walk first");

    Run run =
        Run.on(
            Say.open("s-1") + Say.open("s-2", "ama-six-elements@1.0.0") + Say.plain("s-1", "close"),
            "guide",
            file);

    assertThat(codes(run)).containsExactly("", "", "rule.violated");
    assertThat(run.out()).contains("Walk first");
  }

  @Test
  void takes_the_most_recent_release_for_a_bare_id() throws IOException {
    String ten = variant("ten.json", "1.10.0", "Ten");
    String nine = variant("nine.json", "1.9.0", "Nine");

    for (String[] order : List.of(new String[] {ten, nine}, new String[] {nine, ten})) {
      Run run =
          Run.on(
              Say.open("s-1")
                  + Say.open("s-2", "ama-six-elements@1.9.0")
                  + Say.open("s-3", "ama-six-elements@1.0.0"),
              "guide",
              order[0],
              order[1]);

      assertThat(run.answers().stream().map(a -> a.at("/events/0/protocol").asText()))
          .containsExactly(
              "ama-six-elements@1.10.0", "ama-six-elements@1.9.0", "ama-six-elements@1.0.0");
    }
  }

  @Test
  void refuses_to_choose_between_two_protocols_of_one_name() throws IOException {
    String one = variant("one.json", "1.0.0", "One");
    String other = variant("other.json", "1.0.0", "Other");

    Run run = Run.on(Say.open("s-1"), "guide", one, other);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(other + ": another protocol with this id and release was given before it\n");
    assertThat(Run.on("", "guide", one, one).status()).isZero();
  }

  @Test
  void does_not_begin_with_a_protocol_that_is_not_in_order() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"id\":3}");

    Run run = Run.on(Say.open("s-1"), "guide", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(file + ": the protocol cannot be used, it has ");
    assertThat(run.err().lines().skip(1)).allMatch(line -> line.startsWith(file + ":1: /"));
  }

  /** The default protocol under another release, with another title for its first element. */
  private String variant(String name, String release, String title) throws IOException {
    ObjectNode document = (ObjectNode) Run.json(Run.of("show", "ama-six-elements").out());
    document.put("release", release);
    ((ObjectNode) document.at("/elements/0")).put("title", title);
    return Files.writeString(folder.resolve(name), document.toString()).toString();
  }

  private static String outcome(JsonNode answer) {
    return answer.get("outcome").asText();
  }

  private static List<String> outcomes(Run run) {
    return run.answers().stream().map(GuideCommandTest::outcome).toList();
  }

  private static List<String> codes(Run run) {
    return run.answers().stream().map(a -> a.at("/violations/0/code").asText()).toList();
  }
}
