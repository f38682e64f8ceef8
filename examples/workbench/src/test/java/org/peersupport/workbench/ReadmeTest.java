package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the command line is what the command line does. */
class ReadmeTest {
  @TempDir Path folder;

  /** The block that comes after this place in the README. */
  private static String block(String after) throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    assertThat(readme).contains(after);
    String start = "```json\n";
    int from = readme.indexOf(start, readme.indexOf(after)) + start.length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  /** The commands that come after this place. */
  private static String shell(String after) throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    String start = "```sh\n";
    int from = readme.indexOf(start, readme.indexOf(after)) + start.length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  @Test
  void its_commands_are_all_accepted_and_settle_the_session() throws IOException {
    Run run = Run.on(block("<!-- guide-commands -->"), "guide");

    assertThat(run.answers()).hasSize(17);
    assertThat(run.answers())
        .allMatch(answer -> answer.path("outcome").asText().equals("accepted"));
    assertThat(run.answers().get(16).path("settled").asBoolean()).isTrue();
  }

  @Test
  void its_answers_are_those_of_guide() throws IOException {
    String commands = block("These lines, for instance,");
    List<JsonNode> shown = block("are answered so").lines().map(Run::json).toList();

    List<JsonNode> answers = Run.on(commands, "guide").answers();

    assertThat(shown).hasSize(3);
    assertThat(answers).isEqualTo(shown);
    assertThat(answers)
        .extracting(answer -> answer.path("outcome").asText())
        .containsExactly("accepted", "refused", "malformed");
  }

  @Test
  void its_variant_can_be_shown() throws IOException {
    Path file = Files.writeString(folder.resolve("ward.json"), block("say only what differs:"));

    assertThat(Run.of("show", file.toString()).answers().get(0).at("/deadlines/0/within").asText())
        .isEqualTo("P1D");
  }

  @Test
  void its_scenario_can_be_simulated() throws IOException {
    Path file = Files.writeString(folder.resolve("ward.json"), block("<!-- scenario -->"));

    Run run = Run.of("simulate-programme", file.toString(), "--seed", "1", "--runs", "5");

    assertThat(run.status()).isZero();
    assertThat(run.answers().get(0).path("supporters")).hasSize(3);
  }

  @Test
  void its_mapping_fits_the_protocols_that_it_is_for() throws IOException {
    Path file = Files.writeString(folder.resolve("mapping.json"), block("<!-- mapping -->"));

    Run run =
        Run.of("diff", "ama-six-elements", "shapiro-galowitz-nine", "--mapping", file.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void its_behaviour_can_be_drawn_and_worked_out() throws IOException {
    Path file = Files.writeString(folder.resolve("ours.json"), block("<!-- behaviour -->"));

    Run drawn =
        Run.of(
            "simulate",
            "ama-six-elements",
            "--behaviour",
            file.toString(),
            "--sessions",
            "1000",
            "--seed",
            "42",
            "--log",
            folder.resolve("drawn.ndjson").toString(),
            "--trace",
            "3");
    Run exact = Run.of("analyse", "ama-six-elements", "--behaviour", file.toString());

    assertThat(drawn.status()).isZero();
    assertThat(exact.answers().get(0).at("/analysis/closed/share").asDouble())
        .isCloseTo(drawn.answers().get(0).at("/simulation/closed/share").asDouble(), within(0.05));
  }

  @Test
  void its_variant_can_be_compared() throws IOException {
    Path file = Files.writeString(folder.resolve("reflecting.json"), block("<!-- variant -->"));
    Path page = folder.resolve("compare.html");
    String shown = shell("<!-- compare -->").strip();

    Run run =
        Run.of(
            words(
                shown
                    .replace("java -jar examples/workbench/target/peersupport.jar ", "")
                    .replace("reflecting.json", file.toString())
                    .replace("compare.html", page.toString())));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("A  Six elements", "B  Reflecting is never skipped: reflecting@1.0.0");
    assertThat(page).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void its_behaviour_can_be_used_under_its_variant_too() throws IOException {
    Path variant = Files.writeString(folder.resolve("reflecting.json"), block("<!-- variant -->"));
    Path ours = Files.writeString(folder.resolve("ours.json"), block("<!-- behaviour -->"));

    Run run =
        Run.of(
            words(
                "compare ama-six-elements %s --behaviour %s --sessions 100 --seed 42"
                    .formatted(variant, ours)));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"reflecting@1.0.0\"");
  }

  @Test
  void its_sessions_that_were_drawn_can_be_estimated_from() throws IOException {
    String shown = shell("<!-- estimate -->");
    Path ours = Files.writeString(folder.resolve("ours.json"), block("<!-- behaviour -->"));
    Path drawn = folder.resolve("drawn.ndjson");
    Run.of(
        words(
            "simulate ama-six-elements --behaviour %s --sessions 1000 --seed 42 --log %s"
                .formatted(ours, drawn)));
    List<String> lines = shown.lines().toList();
    String tool = "java -jar examples/workbench/target/peersupport.jar ";
    Path recorded = folder.resolve("recorded.json");

    Run estimated =
        Run.of(
            words(
                lines
                    .get(0)
                    .replace(tool, "")
                    .replace("recorded.json", recorded.toString())
                    .replace("drawn.ndjson", drawn.toString())
                    .replace("report.json", folder.resolve("report.json").toString())));
    Run simulated =
        Run.of(words(lines.get(1).replace(tool, "").replace("recorded.json", recorded.toString())));

    assertThat(lines).hasSize(2);
    assertThat(estimated.status()).isZero();
    assertThat(estimated.out()).isEmpty();
    assertThat(estimated.err()).contains("Held out: ");
    assertThat(folder.resolve("report.json")).isNotEmptyFile();
    assertThat(simulated.answers().get(0).at("/simulation/behaviour").asText())
        .isEqualTo("recorded");
  }

  @Test
  void its_made_up_corpora_can_be_turned_into_logs_and_audited() throws IOException {
    List<String> commands =
        shell("<!-- transcripts -->")
            .replace("java -jar examples/workbench/target/peersupport.jar ", "")
            .replace("examples/workbench/", "")
            .replace("esconv.ndjson", folder.resolve("esconv.ndjson").toString())
            .replace("annomi.ndjson", folder.resolve("annomi.ndjson").toString())
            .lines()
            .toList();

    assertThat(Run.of(words(commands.get(0))))
        .isEqualTo(
            new Run(0, "", "Written: 3 sessions with 11 events. Left out: 0 conversations.\n"));
    assertThat(Run.of(words(commands.get(1))))
        .isEqualTo(
            new Run(0, "", "Written: 2 sessions with 7 events. Left out: 0 conversations.\n"));
    assertThat(Run.of(words(commands.get(2))).out()).contains("5 sessions");
    assertThat(commands).hasSize(3);
  }

  @Test
  void its_mapping_of_a_corpus_can_be_used() throws IOException {
    Path file =
        Files.writeString(folder.resolve("ours.json"), block("<!-- transcript-mapping -->"));

    Run run =
        Run.of(
            "import-transcripts",
            "src/test/resources/transcripts/esconv.json",
            "--mapping",
            file.toString());

    assertThat(run.err()).startsWith("Written: 2 sessions with ");
    assertThat(run.out()).contains("invite-and-listen", "session-closed");
    assertThat(run.status()).isZero();
  }
}
