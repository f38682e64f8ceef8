package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.Scenarios;

class SimulateProgrammeCommandTest {
  private static final String COMMAND = "simulate-programme";
  private static final String WASHINGTON = "washington-university";
  private static final String DOUBLED = "washington-university-twice-the-referrals";
  private static final String HALVED = "washington-university-half-the-supporters";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String document() {
    return Scenarios.write(Scenarios.find(WASHINGTON).orElseThrow(), Layout.INDENTED);
  }

  @Test
  void prints_one_line_for_programs() throws IOException {
    Run run = Run.of(COMMAND, WASHINGTON, "--seed", "42", "--runs", "200");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).matches("washington-university: 200 runs, \\d+\\.\\d\\d s\n");
    Golden.assertSame("programme.json", run.out().replace("},{", "},\n{"));
  }

  @Test
  void prints_the_same_on_several_lines() {
    Run line = Run.of(COMMAND, WASHINGTON, "--seed=7", "--runs=5");

    Run pretty = Run.of(COMMAND, WASHINGTON, "--seed=7", "--runs=5", "--pretty");

    assertThat(pretty.out().lines()).hasSizeGreaterThan(50);
    assertThat(Run.json(pretty.out())).isEqualTo(Run.json(line.out()));
  }

  @Test
  void prints_a_page_for_people() throws IOException {
    Run run = Run.of(COMMAND, WASHINGTON, "--seed", "42", "--runs", "200", "--text");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).noneMatch(line -> line.endsWith(" "));
    Golden.assertSame("programme.txt", run.out());
  }

  @Test
  void prints_a_table_of_several_scenarios() throws IOException {
    Run run =
        Run.of(COMMAND, WASHINGTON, DOUBLED, HALVED, "--seed", "42", "--runs", "200", "--text");

    assertThat(run.status()).isZero();
    assertThat(run.err().lines()).hasSize(3);
    assertThat(run.out().lines()).noneMatch(line -> line.endsWith(" "));
    Golden.assertSame("programmes.txt", run.out());
  }

  @Test
  void prints_a_line_for_each_of_several_scenarios() {
    String[] options = {"--seed=42", "--runs=20"};
    Run both = Run.of(COMMAND, WASHINGTON, HALVED, options[0], options[1]);
    Run first = Run.of(COMMAND, WASHINGTON, options[0], options[1]);
    Run second = Run.of(COMMAND, HALVED, options[0], options[1]);

    assertThat(both.out().lines()).hasSize(2);
    assertThat(both.out()).startsWith(first.out());
    String alone = second.out().stripTrailing();
    assertThat(both.out().lines().toList().get(1))
        .startsWith(alone.substring(0, alone.length() - 1) + ",\"against\":");
    JsonNode against = both.answers().get(1).path("against");
    assertThat(against.path("scenario").asText()).isEqualTo(WASHINGTON);
    // The same people are referred, and they wait longer.
    JsonNode referred = against.path("figures").get(0);
    assertThat(referred.path("mean").asDouble()).isZero();
    assertThat(referred.path("high").asDouble()).isZero();
    assertThat(against.path("figures").findValuesAsText("figure"))
        .isEqualTo(both.answers().get(0).path("figures").findValuesAsText("figure"));
  }

  @Test
  void tells_what_is_wrong_with_each_of_several_scenarios() throws IOException {
    String bad = file("bad.json", document().replace("\"months\": 34", "\"months\": 0"));

    Run run = Run.of(COMMAND, bad, WASHINGTON, "no-such", "--seed=1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(bad + ": the scenario cannot be used"),
            line -> assertThat(line).startsWith(bad + ":8: /months: "),
            line -> assertThat(line).startsWith("no-such: neither"));
  }

  @Test
  void says_so_when_many_still_wait_at_the_end() throws IOException {
    String crowded = file("crowded.json", document().replace("4.8", "48"));
    String note = "of those referred had not been contacted";

    String page = Run.of(COMMAND, crowded, "--seed=1", "--runs=5", "--text").out();

    assertThat(page).contains(note).contains("With fewer than 40 runs");
    assertThat(Run.of(COMMAND, WASHINGTON, "--seed=1", "--runs=40", "--text").out())
        .doesNotContain(note)
        .doesNotContain("With fewer than 40 runs");
  }

  @Test
  void the_seed_decides_the_bytes_and_the_threads_do_not() {
    String one = Run.of(COMMAND, WASHINGTON, "--seed=7", "--runs=60", "--threads=1").out();

    assertThat(Run.of(COMMAND, WASHINGTON, "--seed=7", "--runs=60", "--threads=3").out())
        .isEqualTo(one);
    assertThat(Run.of(COMMAND, WASHINGTON, "--seed=8", "--runs=60").out()).isNotEqualTo(one);
  }

  @Test
  void somebody_who_watches_gets_the_same_bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console watched = new Console(InputStream.nullInputStream(), out, err, true);

    int status = new Workbench(watched).run(COMMAND, WASHINGTON, "--seed=7", "--runs=60");

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(Run.of(COMMAND, WASHINGTON, "--seed=7", "--runs=60").out());
  }

  @Test
  void runs_a_scenario_of_a_file_with_a_protocol_beside_it() throws IOException {
    String protocol = Run.of("show", "ama-six-elements").out();
    file("ours.json", protocol.replaceFirst("ama-six-elements", "ours"));
    String scenario =
        file("scenario.json", document().replace("\"ama-six-elements\"", "\"ours.json\""));

    Run run = Run.of(COMMAND, scenario, "--seed", "1", "--runs", "2");

    assertThat(run.status()).isZero();
    JsonNode summary = run.answers().get(0);
    assertThat(summary.path("protocol").asText()).isEqualTo("ours@1.0.0");
    assertThat(summary.path("runs").asInt()).isEqualTo(2);
  }

  @Test
  void runs_a_scenario_of_a_file_with_a_behaviour_beside_it() throws IOException {
    file(
        "ours.json",
        """
        {"id":"ours","start":{"end:stopped":1}}
        """);
    String scenario = file("scenario.json", document().replace("usual-talk", "ours.json"));

    Run run = Run.of(COMMAND, scenario, "--seed", "1", "--runs", "2");

    assertThat(run.err()).startsWith(scenario + ": 2 runs");
    assertThat(run.answers().get(0).path("behaviour").asText()).isEqualTo("ours");
  }

  @Test
  void runs_a_scenario_with_the_plain_behaviour() throws IOException {
    String scenario = file("scenario.json", document().replace("usual-talk", "plain"));

    Run run = Run.of(COMMAND, scenario, "--seed", "1", "--runs", "2");

    assertThat(run.status()).isZero();
    assertThat(run.answers().get(0).path("behaviour").asText()).isEqualTo("plain");
  }

  @Test
  void tells_what_is_wrong_with_a_behaviour_beside_it() throws IOException {
    file("ours.json", "{\"id\":\"ours\",\n\"start\":7}");
    String scenario = file("scenario.json", document().replace("usual-talk", "ours.json"));

    Run run = Run.of(COMMAND, scenario, "--seed", "1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(": /conversations/behaviour: The behaviour cannot be used.\n")
        .contains("ours.json:2: /start: An object is expected here.");
  }

  @Test
  void lists_what_ships() {
    Run run = Run.of(COMMAND, "--list");

    assertThat(run.status()).isZero();
    assertThat(run.answers())
        .extracting(line -> line.path("id").asText())
        .containsExactlyElementsOf(Scenarios.ids());
    assertThat(Run.of(COMMAND, "--list", "--text").out().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith(WASHINGTON));
  }

  @Test
  void tells_every_problem_of_a_document_with_its_line() throws IOException {
    String bad =
        document()
            .replace("\"months\": 34", "\"months\": 0")
            .replace("\"declines\": 0.103", "\"declines\": 1.03")
            .replaceFirst("\"mostCases\": 1", "\"mostCases\": 0");
    String file = file("bad.json", bad);

    Run run = Run.of(COMMAND, file, "--seed", "1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().map(line -> line.replace(file, "bad.json")))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("bad.json: the scenario cannot be used, it has 3 problems"),
            line -> assertThat(line).startsWith("bad.json:8: /months: A programme is"),
            line -> assertThat(line).contains(": /supporters/0/mostCases: A supporter supports"),
            line -> assertThat(line).contains(": /contact/declines: A probability is"));
  }

  @Test
  void tells_of_a_protocol_and_a_behaviour_that_there_are_not() throws IOException {
    String file =
        file(
            "bad.json",
            document()
                .replace("\"ama-six-elements\"", "\"no-such\"")
                .replace("\"usual-talk\"", "\"no-talk\"")
                .replace("\"months\": 34", "\"months\": 0"));

    Run run = Run.of(COMMAND, file, "--seed", "1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(file + ": the scenario cannot be used, it has 3 problems\n")
        .contains(file + ":8: /months: A programme is")
        .contains(": /conversations/protocol: The protocol cannot be used.\nno-such: neither")
        .contains(
            ": /conversations/behaviour: The behaviour cannot be used.\n"
                + "no-talk: neither a behaviour that ships nor a file"
                + " (plain, usual-talk, usual-talk-with-concerns ship)");
  }

  @Test
  void tells_of_a_behaviour_that_does_not_suit_the_protocol() throws IOException {
    String file = file("bad.json", document().replace("\"ama-six-elements\"", "\"rise\""));

    Run run = Run.of(COMMAND, file, "--seed", "1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(": /conversations/behaviour: The behaviour does not suit the protocol. /start")
        .doesNotContain("Exception");
  }

  @Test
  void tells_what_is_wrong_with_the_writing() throws IOException {
    String file = file("bad.json", "{\"id\": 7}");

    Run run = Run.of(COMMAND, file, "--seed", "1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith(file + ": the scenario cannot be used, it has 8 problems\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "washington-university|--runs=5|peersupport simulate-programme: --seed S is needed",
        "washington-university|--seed=x|peersupport simulate-programme: Invalid value",
        "--seed=1|--runs=5|peersupport simulate-programme: which SCENARIO?",
        "no-such|--seed=1|no-such: neither a scenario that ships nor a file",
        "no/such.json|--seed=1|no/such.json: there is no such file",
      })
  void says_what_stands_in_the_way(String first, String second, String message) {
    Run run = Run.of(COMMAND, first, second);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).doesNotContain("Exception");
    assertThat(run.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--runs=0, '--runs: a whole number from 1 to 100000 is expected, not 0'",
    "--runs=100001, '--runs: a whole number from 1 to 100000 is expected, not 100001'",
    "--runs=many, 'a whole number is expected, such as 1000, not ''many'''",
    "--threads=0, '--threads: a whole number from 1 to 1000 is expected, not 0'",
    "--threads=1001, '--threads: a whole number from 1 to 1000 is expected, not 1001'",
    "--threads=two, 'a whole number is expected, such as 1000, not ''two'''"
  })
  void says_which_numbers_are_possible(String option, String message) {
    Run run = Run.of(COMMAND, WASHINGTON, "--seed=1", option);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void the_document_of_a_scenario_that_ships_is_printed_and_says_the_same() throws IOException {
    Run printed = Run.of("simulate-programme", "--document", "washington-university", "--pretty");
    Path copy = Files.writeString(folder.resolve("copy.json"), printed.out());

    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(Run.of("simulate-programme", copy.toString(), "--seed=1", "--runs=3").out())
        .isEqualTo(
            Run.of("simulate-programme", "washington-university", "--seed=1", "--runs=3").out());
  }

  @Test
  void a_list_is_of_all_scenarios_and_takes_none() {
    Run run = Run.of("simulate-programme", "--list", "washington-university");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "peersupport simulate-programme: --list names all scenarios that ship, so give it no"
                + " SCENARIO.");
  }
}
