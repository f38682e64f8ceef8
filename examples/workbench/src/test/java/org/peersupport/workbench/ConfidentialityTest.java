package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people tell each other, and who they are, never reaches standard error. */
class ConfidentialityTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final List<String> LINES =
      List.of(
          Say.open("s-1").replace("peer-1", SECRET),
          Say.open("s-2").replace("\"peer-1\"", "\"peer-1\",\"department\":\"" + SECRET + "\""),
          Say.open("s-3").replace("\"peer-1\"", "\"peer-1\",\"role\":[\"" + SECRET + "\"]"),
          Say.begin("s-1", "reach-out").replace("sup-1", SECRET),
          Say.act("s-1", "begin", "\"element\":\"" + SECRET + "\""),
          Say.act("s-1", "close", "\"override\":{\"reason\":\"" + SECRET + "\"}"),
          Say.act("s-1", "close", "\"override\":{\"reason\":{\"" + SECRET + "\":1}}"),
          Say.act("s-1", "close", "\"" + SECRET + "\":}"),
          Say.act("s-1", "correct", "\"seq\":1,\"reason\":\"" + SECRET + "\""),
          Say.act("s-1", "correct", "\"seq\":0,\"reason\":\"" + SECRET + "\""),
          Say.act("s-1", "correct", "\"seq\":1,\"reason\":[\"" + SECRET + "\"]"),
          Say.begin(SECRET, "reach-out"),
          Say.begin("s-1", "reach-out").replace("\"by\":\"sup-1\"", "\"by\":\"" + SECRET + " \""),
          "{\"" + SECRET + "\n",
          SECRET + "\n");

  @TempDir Path folder;

  @Test
  void nothing_of_a_command_is_told() {
    Run run = Run.on(String.join("", LINES), "guide");

    assertThat(run.answers()).hasSize(LINES.size());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_refusal_or_a_malformed_line_says_no_more_than_the_session() {
    List<String> answers = Run.on(String.join("", LINES), "guide").out().lines().toList();

    for (String answer : answers) {
      if (!Run.json(answer).get("outcome").asText().equals("accepted")) {
        assertThat(answer.replace("\"session\":\"" + SECRET + "\"", "")).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void the_reason_of_a_correction_stands_in_its_answer_and_in_the_log_and_nowhere_else()
      throws IOException {
    Path log = folder.resolve("log");
    String begun = Say.open("s-1") + Say.begin("s-1", "reach-out") + Say.begin("s-1", "reach-out");
    String correct = Say.act("s-1", "correct", "\"seq\":3,\"reason\":\"" + SECRET + "\"").strip();
    String after = Say.correct("s-1", 3) + Say.begin("s-1", "reach-out");

    Run run = Run.on(begun + correct + "\n" + after, "guide", "--log", log.toString());
    Run later = Run.on(Say.correct("s-1", 2), "guide", "--log", log.toString());
    Run diff = Run.of("diff", "ama-six-elements", "rise", "--running", log.toString());

    assertThat(run.answers().get(3).at("/events/0/reason").asText()).isEqualTo(SECRET);
    assertThat(run.out().lines().filter(line -> line.contains(SECRET))).hasSize(1);
    assertThat(Files.readAllLines(log).get(4)).contains(SECRET);
    assertThat(run.err() + later.out() + later.err() + diff.out() + diff.err())
        .contains("s-1")
        .doesNotContain(SECRET);
  }

  @Test
  void nothing_of_a_log_is_told() throws IOException {
    Path log = folder.resolve("log");
    Run.on(Say.open("s-1").replace("peer-1", SECRET), "guide", "--log", log.toString());
    String good = Files.readString(log);
    List<String> bad =
        List.of(
            good + SECRET + "\n",
            good + "{\"session\":\"" + SECRET,
            good + "{\"session\":\"" + SECRET + "\"}\n",
            good + good.lines().skip(1).findFirst().orElseThrow() + "\n",
            good.replace("\"seq\":1", "\"seq\":\"" + SECRET + "\""),
            good.replace("ama-six-elements@1.0.0", SECRET),
            good.replace("\"id\":\"sup-1\"", "\"id\":\"" + SECRET + " \""));

    for (String text : bad) {
      Files.writeString(log, text);
      Run run = Run.on("", "guide", "--log", log.toString());

      assertThat(run.err()).isNotEmpty().doesNotContain(SECRET);
      assertThat(run.out()).isEmpty();
    }
  }
}
