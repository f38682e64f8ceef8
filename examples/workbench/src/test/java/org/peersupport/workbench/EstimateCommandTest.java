package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateCommandTest {
  private static final String SIX = "ama-six-elements";
  private static final String BRIEF = "src/test/resources/behaviours/brief.json";

  @TempDir private static Path drawn;
  private static String log;

  @TempDir private Path folder;

  @BeforeAll
  static void draw() {
    log = drawn.resolve("drawn.ndjson").toString();
    Run run =
        Run.of("simulate", SIX, "--behaviour=" + BRIEF, "--sessions=200", "--seed=1", "--log", log);
    assertThat(run.status()).isZero();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String event(int seq, String at, String type, String more) {
    return "{\"session\":\"s-1\",\"seq\":"
        + seq
        + ",\"at\":\"2026-03-02T09:"
        + at
        + ":00Z\",\"by\":\"sup-1\",\"type\":\""
        + type
        + "\""
        + more
        + "}\n";
  }

  private static String opened(String protocol) {
    return event(
        1,
        "00",
        "session-opened",
        ",\"protocol\":\""
            + protocol
            + "\",\"supporter\":{\"id\":\"sup-1\"},\"peer\":{\"id\":\"peer-1\"}");
  }

  private static String begun(int seq, String at, String element) {
    return event(seq, at, "element-begun", ",\"element\":\"" + element + "\"");
  }

  @Test
  void prints_a_behaviour_and_tells_what_stands_behind_it() throws IOException {
    Path report = folder.resolve("report.json");

    Run run =
        Run.of(
            "estimate",
            SIX,
            log,
            "--holdout=0.3",
            "--id=ours",
            "--pretty",
            "--report",
            report.toString());

    assertThat(run.status()).isZero();
    Golden.assertSame("estimate.json", run.out());
    Golden.assertSame("estimate-report.json", Files.readString(report));
    Golden.assertSame("estimate.txt", run.err());
  }

  @Test
  void what_it_prints_can_be_simulated_and_worked_out() throws IOException {
    String behaviour = file("ours.json", Run.of("estimate", SIX, log).out());

    Run simulated =
        Run.of("simulate", SIX, "--behaviour", behaviour, "--sessions=2000", "--seed=1");
    Run exact = Run.of("analyse", SIX, "--behaviour", behaviour);

    assertThat(simulated.status()).isZero();
    assertThat(exact.answers().get(0).at("/analysis/closed/share").asDouble())
        .isCloseTo(
            simulated.answers().get(0).at("/simulation/closed/share").asDouble(), within(0.05));
  }

  @Test
  void a_chain_that_simulate_may_find_too_large_is_told_with_what_makes_it_smaller() {
    String large = folder.resolve("large.ndjson").toString();
    Run.of("simulate", SIX, "--behaviour=plain", "--sessions=500", "--seed=1", "--log", large);

    assertThat(Run.of("estimate", SIX, large).err())
        .endsWith(
            "estimated: more than 200,000 states under ama-six-elements@1.0.0; 'simulate' takes"
                + " 2,000,000 at most, and a minute to find them; with --smoothing 0 they are"
                + " fewer\n");
    assertThat(Run.of("estimate", SIX, large, "--smoothing=0").err())
        .doesNotContain("states under");
  }

  @Test
  void the_same_sessions_give_the_same_bytes_in_whatever_files_they_stand() throws IOException {
    String whole = Files.readString(Path.of(log));
    int middle = whole.indexOf("{\"session\":\"sim-100\",\"seq\":1,");
    String first = file("first.ndjson", whole.substring(0, middle));
    Path second = folder.resolve("second.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(second))) {
      out.write(whole.substring(middle).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Run once = Run.of("estimate", SIX, log, "--holdout=0.5");

    assertThat(Run.of("estimate", SIX, second.toString(), first, "--holdout=0.5")).isEqualTo(once);
    assertThat(Run.on(whole, "estimate", SIX, "-", "--holdout=0.5")).isEqualTo(once);
  }

  @Test
  void smoothing_is_added_to_every_count() {
    JsonNode plain = Run.of("estimate", SIX, log, "--smoothing=0").answers().get(0);
    JsonNode smooth = Run.of("estimate", SIX, log, "--smoothing=2").answers().get(0);

    assertThat(plain.at("/start").properties()).hasSize(1);
    assertThat(plain.at("/start/begin:reach-out").asDouble()).isEqualTo(200);
    assertThat(smooth.at("/start/begin:reach-out").asDouble()).isEqualTo(202);
    assertThat(smooth.at("/start/close").asDouble()).isEqualTo(2);
  }

  @Test
  void without_smoothing_something_that_was_held_out_may_be_impossible() throws IOException {
    Run run = Run.of("estimate", SIX, log, "--smoothing=0", "--holdout=0.97");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("of them never came in the other sessions");
  }

  @Test
  void what_was_corrected_counts_for_nothing_even_an_ending() throws IOException {
    String corrected =
        file(
            "corrected.ndjson",
            opened("ama-six-elements@1.0.0")
                + begun(2, "01", "reach-out")
                + event(3, "02", "session-closed", "")
                + event(4, "03", "event-corrected", ",\"corrects\":3")
                + begun(5, "06", "invite-and-listen")
                + event(6, "08", "session-ended", ",\"reason\":\"stopped\""));

    JsonNode behaviour = Run.of("estimate", SIX, corrected, "--smoothing=0").answers().get(0);

    assertThat(behaviour.at("/after/begin:reach-out").toString())
        .isEqualTo("{\"begin:invite-and-listen\":1.0}");
    assertThat(behaviour.at("/durations/begin:reach-out/median").asText()).isEqualTo("PT5M");
  }

  @Test
  void a_row_behind_which_little_stands_is_warned_of() throws IOException {
    String one = file("one.ndjson", opened("ama-six-elements@1.0.0") + begun(2, "01", "reach-out"));

    assertThat(Run.of("estimate", SIX, one).err())
        .contains(
            "warning: /start: 1 observation stands behind this row, fewer than 20. Take more"
                + " sessions, or take it with care.\n");
  }

  @Test
  void sessions_of_other_protocols_are_told_and_left_out() throws IOException {
    String other = file("other.ndjson", opened("rise@1.0.0") + begun(2, "01", "anything"));

    Run run = Run.of("estimate", SIX, other, log);

    assertThat(run.out()).isEqualTo(Run.of("estimate", SIX, log).out());
    assertThat(run.err())
        .startsWith(
            "1 session under rise@1.0.0 is left out; name it as P to estimate from it\n"
                + "200 sessions of ama-six-elements@1.0.0, ");
  }

  @Test
  void a_corpus_that_was_imported_says_nothing_of_endings() {
    String imported = folder.resolve("corpus.ndjson").toString();
    Run.of(
        "import-transcripts",
        "src/test/resources/transcripts/esconv.json",
        "--mapping=esconv-ama-six-elements",
        "--out",
        imported);

    Run run = Run.of("estimate", SIX, imported);

    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("\"close\"", "\"end:");
    assertThat(run.err()).contains("warning: No conversation has ended, so nothing says how");
  }

  @Test
  void a_session_that_was_entered_in_error_counts_for_nothing_until_that_is_corrected()
      throws IOException {
    String talk = opened("ama-six-elements@1.0.0") + begun(2, "01", "reach-out");
    String other =
        talk.replace("\"s-1\"", "\"s-2\"")
            + begun(3, "02", "invite-and-listen").replace("\"s-1\"", "\"s-2\"");
    String voided = event(3, "02", "session-voided", ",\"reason\":\"test\"");
    String corrected = event(4, "03", "event-corrected", ",\"corrects\":3");
    String expected = Run.of("estimate", SIX, file("other.ndjson", other)).out();

    assertThat(Run.of("estimate", SIX, file("voided.ndjson", other + talk + voided)).out())
        .isEqualTo(expected);
    assertThat(
            Run.of("estimate", SIX, file("corrected.ndjson", other + talk + voided + corrected))
                .out())
        .isEqualTo(Run.of("estimate", SIX, file("both.ndjson", other + talk)).out())
        .isNotEqualTo(expected);
  }

  // --- what stands in the way

  private static final String OPENED = opened("ama-six-elements@1.0.0");

  private void assertBad(String text, String... message) throws IOException {
    String bad = file("bad.ndjson", text);

    Run run = Run.of("estimate", SIX, bad);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(bad, "bad").lines()).containsExactly(message);
  }

  @Test
  void a_line_that_is_no_event_is_told_with_its_place() throws IOException {
    assertBad(
        OPENED + "{\"session\":\"s-1\",\"seq\":2}\n" + begun(3, "01", "reach-out"),
        "bad: the log cannot be used, it has 3 problems",
        "bad:2: /at: The member \"at\" is needed here. Add it.",
        "bad:2: /by: The member \"by\" is needed here. Add it.",
        "bad:2: /type: The member \"type\" is needed here. Add it.");
  }

  @Test
  void a_history_with_a_gap_or_without_a_beginning_is_told_with_its_place() throws IOException {
    String rest = " is expected; give the logs whole, in their order, and each once";
    assertBad(
        OPENED + begun(3, "01", "reach-out"),
        "bad:2: event 3 of session s-1 comes where event 2" + rest);
    assertBad(
        begun(2, "01", "reach-out"),
        "bad:1: event 2 of session s-1 comes where its opening, event 1," + rest);
    assertBad(OPENED + OPENED, "bad:2: the opening of session s-1 comes where event 2" + rest);
  }

  @Test
  void a_session_counts_once() throws IOException {
    Run run = Run.of("estimate", SIX, log, log);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            log
                + ":2: session sim-0 was opened before in these logs, and would count twice; give"
                + " each log once\n");
  }

  @Test
  void words_that_the_protocol_does_not_have_are_told_and_not_repeated() throws IOException {
    String rest =
        " of session s-1 speaks of what ama-six-elements@1.0.0 does not have, or of a referral that"
            + " was not offered before; give the document of the protocol that the session ran"
            + " under";
    assertBad(OPENED + begun(2, "01", "secret"), "bad:2: event 2" + rest);
    assertBad(
        OPENED + event(2, "01", "referral-accepted", ",\"referral\":\"r-1\""),
        "bad:2: event 2" + rest);
  }

  @Test
  void nothing_to_learn_from_is_told() throws IOException {
    assertBad(
        opened("rise@1.0.0"),
        "1 session under rise@1.0.0 is left out; name it as P to estimate from it",
        "bad: no session of ama-six-elements@1.0.0 is in it; give logs of sessions that ran under"
            + " it");
    assertBad(
        OPENED,
        "bad: nothing happened in the sessions of ama-six-elements@1.0.0 but that they were"
            + " opened; give logs of sessions that went on");
    String one = file("one.ndjson", OPENED + begun(2, "01", "reach-out"));
    assertThat(Run.of("estimate", SIX, one, "--holdout=0.3").err())
        .isEqualTo(
            "--holdout: with 0.3, 0 sessions are held out and 1 are left, and one side has nothing"
                + " that happened; give more sessions or another share\n");
  }

  @Test
  void a_log_that_breaks_off_is_told() throws IOException {
    Path packed = folder.resolve("cut.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(Path.of(log)));
    }
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    Run run = Run.of("estimate", SIX, packed.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().replace(packed.toString(), "cut"))
        .matches("cut:\\d+: the log cannot be read from here on: .*\n");
  }

  @Test
  void the_document_goes_to_a_new_file_and_never_over_one_that_is_there() throws IOException {
    String file = folder.resolve("ours.json").toString();

    Run printed = Run.of("estimate", SIX, log);
    Run written = Run.of("estimate", SIX, log, "--out", file);
    Run again = Run.of("estimate", SIX, log, "--out", file);

    assertThat(written.status()).isZero();
    assertThat(written.out()).isEmpty();
    assertThat(Path.of(file)).hasContent(printed.out());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).startsWith(file + ": is there already and was left as it is");
    assertThat(Path.of(file)).hasContent(printed.out());
  }

  @Test
  void a_report_takes_the_place_of_no_file() throws IOException {
    String there = file("there.json", "mine");

    Run run = Run.of("estimate", SIX, log, "--report", there);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(Path.of(there))).isEqualTo("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--smoothing=-1|--smoothing: a number from 0 to 1000 is expected, not -1.0",
        "--smoothing=NaN|peersupport estimate: Invalid value for option '--smoothing': a number is"
            + " expected, such as 0.3, not 'NaN'.",
        "--smoothing=1e999|--smoothing: a number from 0 to 1000 is expected, not Infinity",
        "--holdout=1|--holdout: a share between 0 and 1 is expected, such as 0.3, not 1.0",
        "--holdout=0|--holdout: a share between 0 and 1 is expected, such as 0.3, not 0.0",
        "--id=Ours|--id: lower-case letters, digits and hyphens are expected, at most 63",
        "--smoothing=x|peersupport estimate: Invalid value for option '--smoothing': a number is"
            + " expected, such as 0.3, not 'x'.",
        "--holdout=a|peersupport estimate: Invalid value for option '--holdout': a number is expected,"
            + " such as 0.3, not 'a'.",
        "--holdout=0,3|peersupport estimate: Invalid value for option '--holdout': a number is"
            + " expected, such as 0.3, not '0,3'.",
      })
  void says_which_options_are_possible(String option, String message) {
    Run run = Run.of("estimate", SIX, log, option);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).doesNotContain("Exception");
  }

  @Test
  void a_log_is_needed() {
    assertThat(Run.of("estimate", SIX).status()).isEqualTo(2);
    assertThat(Run.of("estimate", SIX, "no-such.ndjson"))
        .isEqualTo(new Run(2, "", "no-such.ndjson: there is no such file or directory\n"));
  }
}
