package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.Variants;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.workbench.text.PageLines;

/** The commands simulate and analyse. */
class SimulateCommandTest {
  private static final String BRIEF = "src/test/resources/behaviours/brief.json";

  @TempDir Path folder;

  private static Run simulate(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("simulate", "ama-six-elements", "--behaviour", BRIEF));
    arguments.addAll(List.of("--seed", "7"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  @Test
  void prints_what_the_sessions_came_to() throws IOException {
    Run run = simulate("--sessions", "20000", "--pretty");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Golden.assertSame("simulate.json", run.out());
  }

  @Test
  void where_the_behaviour_says_nothing_that_is_permitted_is_told() throws IOException {
    Path behaviour =
        written(
            "short.json",
            "{'format':'peersupport/behaviour','version':1,'id':'short',"
                + "'start':{'begin:reach-out':1},'after':{'begin:reach-out':{'close':1}},"
                + "'otherwise':{'end:stopped':1,'begin:offer-resources':1}}");
    Path lost =
        written(
            "lost.json",
            "{'format':'peersupport/behaviour','version':1,'id':'lost',"
                + "'start':{'begin:reach-out':1},'after':{'begin:reach-out':{'close':1},"
                + "'begin:invite-and-listen':{'end:stopped':1},'concern:elevated':{'end:safety':1},"
                + "'concern:imminent':{'end:safety':1},"
                + "'offer:emergency-care':{'end:interrupted':1}}}");

    assertThat(Run.of("analyse", "ama-six-elements", "--behaviour", behaviour.toString()).err())
        .isEmpty();
    Run run =
        Run.of("simulate", "ama-six-elements", "--behaviour=" + lost, "--sessions=10", "--seed=1");
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .startsWith(
            lost + ": says nothing that ama-six-elements@1.0.0 permits after begin:reach-out")
        .contains("there anything that is permitted is drawn, each alike");
  }

  @Test
  void that_not_all_connected_referrals_are_told_apart_is_told() throws IOException {
    String lives =
        Stream.of("offer", "accept", "connect", "complete")
            .flatMap(act -> Stream.of("a", "b", "c").map(key -> "'" + act + ":" + key + "':1"))
            .collect(Collectors.joining(","));
    Path behaviour =
        written(
            "asking.json",
            "{'format':'peersupport/behaviour','version':1,'id':'asking','start':{'offer:a':1},"
                + "'otherwise':{'close':1,"
                + lives
                + "}}");
    Path protocol =
        written(
            "free.json",
            "{'format':'peersupport/protocol','version':1,'id':'free','release':'1.0.0',"
                + "'title':'Free','source':'Made for this test',"
                + "'elements':[{'key':'e','title':'E','purpose':'P','need':'optional'}],"
                + "'resources':[{'key':'a','title':'A'},{'key':'b','title':'B'},"
                + "{'key':'c','title':'C'}]}");

    Run run =
        Run.of(
            "simulate",
            protocol.toString(),
            "--behaviour=" + behaviour,
            "--sessions=9",
            "--seed=1");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .startsWith(behaviour + ": lets referrals be completed or lapse again and again; where")
        .contains(" more than 14 of one resource are connected at once they count as 14, so");
    assertThat(run.out()).contains(",\"mostConnected\":14,");
  }

  @Test
  void the_number_of_threads_makes_no_difference() {
    assertThat(simulate("--sessions", "30001", "--threads", "1"))
        .isEqualTo(simulate("--sessions", "30001", "--threads", "5"));
  }

  @Test
  void prints_what_is_worked_out() throws IOException {
    Run run = Run.of("analyse", "ama-six-elements", "--behaviour", BRIEF, "--pretty");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Golden.assertSame("analyse.json", run.out());
  }

  @Test
  void prints_a_page_for_people() throws IOException {
    Golden.assertSame("simulate.txt", simulate("--sessions", "20000", "--text").out());
    Golden.assertSame(
        "analyse.txt",
        Run.of("analyse", "ama-six-elements", "--behaviour", "usual-talk", "--text").out());
    Golden.assertSame("analyse-concerns.txt", analysedWithConcerns().out());
  }

  private static Run analysedWithConcerns() {
    String behaviour = "usual-talk-with-concerns";
    return Run.of("analyse", "ama-six-elements", "--behaviour", behaviour, "--text");
  }

  static List<String> protocols() {
    return Variants.ids();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void every_page_fits_its_width(String protocol) {
    Run run =
        Run.of("simulate", protocol, "--behaviour=plain", "--sessions=500", "--seed=3", "--text");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
  }

  @Test
  void a_page_says_nothing_of_times_that_nobody_named() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("b.json"), "{\"id\":\"b\",\"start\":{\"end:declined\":1}}");

    Run run =
        Run.of(
            "simulate",
            "ama-six-elements",
            "--behaviour=" + file,
            "--sessions=1",
            "--seed=3",
            "--text");

    assertThat(run.out())
        .contains("1 conversation was drawn, seed 3.")
        .contains("None refused anything.")
        .doesNotContainIgnoringCase("minutes")
        .doesNotContain("NaN");
  }

  @Test
  void somebody_who_watches_gets_the_same_figures() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console watched =
        new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream(), true);

    int status = new Workbench(watched).run("analyse", "ama-six-elements", "--behaviour", BRIEF);

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(Run.of("analyse", "ama-six-elements", "--behaviour", BRIEF).out());
  }

  @Test
  void tells_the_first_conversations_in_words() throws IOException {
    Run run = simulate("--sessions", "5", "--trace", "3");

    Golden.assertSame("simulate-trace.txt", run.err());
  }

  @Test
  void a_trace_says_why_an_act_of_a_referral_was_refused() throws IOException {
    Path hasty =
        written(
            "hasty.json",
            "{'format':'peersupport/behaviour','version':1,'id':'hasty',"
                + "'start':{'begin:reach-out':1},"
                + "'after':{'begin:reach-out':{'accept:chaplaincy':1e9,'begin:invite-and-listen':1},"
                + "'begin:offer-resources':{'offer:chaplaincy':1},"
                + "'offer:chaplaincy':{'connect:chaplaincy':1e9,'accept:chaplaincy':1},"
                + "'accept:chaplaincy':{'offer:chaplaincy':1e9,'accept:chaplaincy':1e9,"
                + "'end:stopped':1}},'otherwise':{'begin:offer-resources':1}}");

    Run run =
        Run.of(
            "simulate",
            "ama-six-elements",
            "--behaviour=" + hasty,
            "--sessions=20",
            "--seed=1",
            "--trace=20");

    assertThat(run.err().lines().filter(line -> line.startsWith("  Refused")).distinct())
        .containsExactlyInAnyOrder(
            "  Refused: The supporter hands over to Chaplain or spiritual care (the peer has not said yes to it)",
            "  Refused: The supporter offers Chaplain or spiritual care (an offer of it is still under way)",
            "  Refused: The peer accepts Chaplain or spiritual care (no referral to it is ready for that)");
    assertThat(run.err()).doesNotContain("What the rules say");
  }

  @Test
  void an_audit_of_its_log_finds_no_violation() {
    Path log = folder.resolve("sessions.ndjson.gz");

    Run run = simulate("--sessions", "300", "--log", log.toString());

    assertThat(run).isEqualTo(simulate("--sessions", "300"));
    Run audit = Run.of("audit", log.toString());
    assertThat(audit.status()).isZero();
    assertThat(audit.out()).contains("\"sessions\":300,").contains("\"deviating\":0,");
  }

  @Test
  void never_takes_the_place_of_a_log() throws IOException {
    Path log = Files.writeString(folder.resolve("log.ndjson"), "mine");

    Run run = simulate("--sessions", "3", "--log", log.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is there already and was left as it is");
    assertThat(log).hasContent("mine");
  }

  @Test
  void a_log_that_would_go_on_after_the_year_9999_is_not_written() throws IOException {
    Path log = folder.resolve("log.ndjson");

    Run run =
        simulate("--sessions", "200", "--start", "9999-12-31T21:00:00Z", "--log", log.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(log + ": was not written, because session ")
        .contains("goes on after the year 9999")
        .contains("take an earlier --start");
    assertThat(run.out()).isEqualTo(simulate("--sessions", "200").out());
    assertThat(files()).isEmpty();
  }

  @Test
  void a_log_that_was_cut_short_is_not_written_and_that_is_told() throws IOException {
    ConversationChain chain =
        NamedBehaviour.chain(Documents.find("ama-six-elements"), "usual-talk");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
    AtomicInteger asked = new AtomicInteger();

    SimulatedLog.at(folder.resolve("log.ndjson").toString())
        .write(
            new SimulatedTalks(chain, 1),
            1_000_000,
            SimulatedLog.start("2026-01-01T00:00:00Z"),
            () -> asked.incrementAndGet() > 20,
            console);

    assertThat(err.toString(UTF_8)).contains("was not written, because the command was stopped");
    assertThat(asked).hasValue(21);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void a_page_says_how_many_conversations_were_cut_off() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("long.json"),
            "{\"id\":\"long\",\"start\":{\"begin:reach-out\":1},"
                + "\"otherwise\":{\"begin:reach-out\":1,\"end:stopped\":1e-8}}");

    Run run =
        Run.of(
            "simulate",
            "ama-six-elements",
            "--behaviour=" + file,
            "--sessions=3",
            "--seed=1",
            "--text");

    assertThat(run.out())
        .containsPattern("[23] of 3 conversations were cut off after a million activities");
  }

  @Test
  void a_name_of_a_document_cannot_command_a_terminal() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("evil.json"),
            "{\"id\":\"e\\u001b[2J\",\"start\":{\"close\":1,\"x\\u001b[31m\\ny\":0}}");

    Run run = Run.of("analyse", "ama-six-elements", "--behaviour=" + file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("/start/x\\u001b[31m\\u000ay: ").doesNotContain("\u001b");
  }

  @Test
  void a_page_cannot_command_a_terminal() {
    PageLines page = new PageLines();
    page.title("A title\u001b[2J");

    assertThat(page.lines().get(0)).isEqualTo("A title\\u001b[2J");
  }

  @Test
  void a_behaviour_may_be_as_large_as_a_protocol() throws IOException {
    String small = "{\"id\":\"b\",\"start\":{\"end:declined\":1}}";
    Path large = Files.writeString(folder.resolve("large.json"), small + " ".repeat(2_000_000));
    Path larger =
        Files.writeString(folder.resolve("larger.json"), small + "\u00a0".repeat(6_000_000));

    assertThat(Run.of("analyse", "ama-six-elements", "--behaviour=" + large).status()).isZero();
    assertThat(Run.of("analyse", "ama-six-elements", "--behaviour=" + larger).err())
        .contains("larger.json:1: A behaviour document has at most 10000000 bytes.");
  }

  @Test
  void plain_is_a_behaviour_for_another_protocol_too() {
    Run run =
        Run.of(
            "simulate", "cisd-seven", "--behaviour", "plain", "--sessions", "100", "--seed", "1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("{\"simulation\":{\"protocol\":\"cisd-seven@");
  }

  @Test
  void a_behaviour_that_ships_has_a_name() {
    Run run =
        Run.of(
            "simulate", "ama-six-elements", "--behaviour=usual-talk", "--sessions=9", "--seed=1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"behaviour\":\"usual-talk\"");
  }

  @Test
  void a_name_that_nothing_has_is_told_with_those_that_ship() {
    Run run = Run.of("analyse", "ama-six-elements", "--behaviour", "no-talk");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "no-talk: neither a behaviour that ships nor a file"
                + " (plain, usual-talk, usual-talk-with-concerns ship)\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--sessions, 0, a whole number from 1 on is expected",
    "--sessions, x, 'a whole number is expected, such as 1000, not ''x''.'",
    "--sessions, 1e3, 'a whole number is expected, such as 1000, not ''1e3''.'",
    "--sessions, 99999999999999999999, to 9223372036854775807 is expected",
    "--threads, 0, 'a whole number from 1 to 1000 is expected, not 0'",
    "--threads, 1001, 'a whole number from 1 to 1000 is expected, not 1001'",
    "--threads, 3000000000, to 2147483647 is expected",
    "--trace, -1, a whole number from 0 on is expected",
    "--start, tomorrow, 2026",
    "--start, +1000000000-12-31T00:00:00Z, in the years 0001 to 9999",
    "--start, +10000-01-01T00:00:00Z, in the years 0001 to 9999",
    "--start, 0000-12-31T23:59:59Z, in the years 0001 to 9999",
    "--log, '', (no name): a new file is expected"
  })
  void says_what_an_option_must_be(String option, String value, String expected) {
    Run run =
        option.equals("--sessions")
            ? simulate(option, value)
            : simulate("--sessions", "10", option, value);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(expected).doesNotContain("Exception");
    assertThat(run.err()).contains(value.isEmpty() ? "no name" : option);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void every_problem_of_a_behaviour_is_told_with_its_place() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"),
            """
            {"id":"bad","start":{"close":-1,"begin:nowhere":1},
             "durations":{"begin:reach-out":{"median":"P40000D","sigma":1}}}
            """);

    Run run = Run.of("analyse", "ama-six-elements", "--behaviour", bad.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("it has 3 problems")
        .contains("/start/begin:nowhere: A choice is an activity of the protocol")
        .contains("/start/close: A weight is a number from 0 on; this one is -1.0.")
        .contains("/durations/begin:reach-out/median: A median is from ten milliseconds to ten");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'x','start':{'close':'a'}} | :1: /start/close: A number is expected here.",
        "{'id':'x','start':{'close':1,'close':2}} | stands here twice",
        "{'id':'x','start':{'close':NaN}} | :1: /start/close: This is no JSON: a word such as NaN or Infinity",
        "{'id':'x','start':{'close':-Infinity}} | write a finite number",
        "{'id':'x','start':{'close':1e999}} | /start/close: The number is too large",
        "{'id':'x'} | /start",
        "{'id':'x','start':{'close':1},'durations':{'thank:work':{'median':'8 min','sigma':1}}}"
            + " | /durations/thank:work/median: A duration is written the ISO-8601 way",
        "{'id':'x','start':{'begin:reach-out':1},'after':{'begin:reach-out':{'begin:reach-out':1}}}"
            + " | /after/begin:reach-out: After begin:reach-out nothing that is drawn leads to a close or an end any more",
        "nothing | This is no JSON"
      })
  void a_document_that_cannot_be_used_is_told_so(String document, String expected)
      throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), document.replace('\'', '"'));

    Run run = Run.of("analyse", "ama-six-elements", "--behaviour", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(expected).doesNotContain("Exception");
  }

  @Test
  void a_behaviour_without_a_name_and_a_directory_are_told() {
    assertThat(Run.of("analyse", "ama-six-elements", "--behaviour", "").err())
        .startsWith(
            "(no name): a behaviour that ships (plain, usual-talk, usual-talk-with-concerns) or the"
                + " path of");
    assertThat(Run.of("analyse", "ama-six-elements", "--behaviour", folder.toString()).err())
        .isEqualTo(folder + ": this is a directory; name a file\n");
    assertThat(Run.of("simulate-programme", "", "--seed=1").err())
        .startsWith("(no name): the id of a scenario or the path of a document is expected");
  }

  @Test
  void that_many_states_take_long_is_told_before_it_begins() throws IOException {
    List<String> resources = new ArrayList<>();
    List<String> offers = new ArrayList<>(List.of("'end:stopped':9"));
    for (int i = 0; i < 18; i++) {
      resources.add("{'key':'r" + i + "','title':'R','consent':'required'}");
      offers.add("'offer:r" + i + "':1");
    }
    Path protocol =
        written(
            "many.json",
            "{'format':'peersupport/protocol','version':1,'id':'many','release':'1.0.0','title':'M',"
                + "'source':'M','elements':[{'key':'talk','title':'T','purpose':'P',"
                + "'need':'required'}],'order':{'mode':'modular'},'resources':["
                + String.join(",", resources)
                + "]}");
    Path behaviour =
        written(
            "offers.json",
            "{'format':'peersupport/behaviour','version':1,'id':'offers','start':{'begin:talk':1},"
                + "'otherwise':{"
                + String.join(",", offers)
                + "}}");

    Run run = Run.of("analyse", protocol.toString(), "--behaviour", behaviour.toString());

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            behaviour + ": 262,145 states, which may take many minutes; 'simulate' is quicker\n");
  }

  private Path written(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    Run run = Run.of("analyse", "ama-six-elements", "--behaviour", "nowhere.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere.json: there is no such file");
  }
}
