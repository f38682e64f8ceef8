package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
  private static final String SIX = "ama-six-elements";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** The six elements, one of them optional, with one more element and one more resource. */
  private String ward() throws IOException {
    return file(
        "ward.json",
        """
        {"id":"ward","release":"1","extends":"ama-six-elements@1.0.0","title":"Ward",
         "elements":[{"key":"quiet-room","title":"Quiet room","purpose":"To sit down.",
                      "need":"optional","before":"offer-resources"},
                     {"key":"invite-and-listen","title":"Invite and listen","purpose":"To listen.",
                      "need":"optional","repeatable":true}],
         "resources":[{"key":"ward-desk","title":"Ward desk"}]}
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "ama-six-elements, shapiro-galowitz-nine",
    "ama-six-elements, rise",
    "nctsn-pfa-eight, rapid-pfa",
  })
  void tells_how_two_that_ship_differ(String first, String second) throws IOException {
    Run run = Run.of("diff", first, second);
    Run text = Run.of("diff", first, second, "--text");

    assertThat(run.status()).isEqualTo(1);
    assertThat(text.status()).isEqualTo(1);
    assertThat(run.err() + text.err()).isEmpty();
    assertThat(text.out()).doesNotContain("  ");
    Golden.assertSame(
        "diff-" + first + "-" + second + ".txt",
        Run.json(run.out()).toPrettyString() + "\n" + text.out());
  }

  @Test
  void tells_how_a_variant_differs() throws IOException {
    Run run = Run.of("diff", SIX, ward());
    Run text = Run.of("diff", SIX, ward(), "--text");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err() + text.err()).isEmpty();
    Golden.assertSame("diff-ward.txt", Run.json(run.out()).toPrettyString() + "\n" + text.out());
  }

  @Test
  void says_that_two_allow_the_same() throws IOException {
    String same =
        file(
            "same.json",
            "{\"id\":\"same\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Same\",\"deadlines\":[]}");

    Run run = Run.of("diff", SIX, same);

    assertThat(run.status()).isZero();
    assertThat(run.answers()).hasSize(1);
    assertThat(run.err()).isEmpty();
    assertThat(Run.of("diff", SIX, same, "--text").out())
        .isEqualTo("ama-six-elements@1.0.0 and same@1 allow the same conversations.\n");
  }

  @Test
  void says_when_one_allows_all_that_the_other_allows() throws IOException {
    String more =
        file(
            "more.json",
            "{\"id\":\"more\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"More\",\"concerns\":[\"elevated\",\"imminent\",\"other\"]}");

    Run run = Run.of("diff", SIX, more, "--text");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out())
        .endsWith("more@1 allows every conversation that ama-six-elements@1.0.0 allows.\n");
  }

  // --- a mapping

  private static String protocol(String id, String element, String resource) {
    return "{\"format\":\"peersupport/protocol\",\"version\":1,\"id\":\""
        + id
        + "\",\"release\":\"1\",\"title\":\"T\",\"source\":\"S\",\"elements\":[{\"key\":\""
        + element
        + "\",\"title\":\"Listen\",\"purpose\":\"P\",\"need\":\"required\"},"
        + "{\"key\":\"plan\",\"title\":\"Plan\",\"purpose\":\"P\",\"need\":\"optional\"}],"
        + "\"resources\":[{\"key\":\""
        + resource
        + "\",\"title\":\"Desk\"}]}";
  }

  @Test
  void takes_what_is_mapped_for_the_same() throws IOException {
    String p = file("p.json", protocol("p", "listen", "desk"));
    String q = file("q.json", protocol("q", "hear", "counter"));
    String mapping =
        file(
            "mapping.json",
            "{\"elements\":{\"listen\":\"hear\"},\"resources\":{\"desk\":\"counter\"}}");

    assertThat(Run.of("diff", p, q).status()).isEqualTo(1);
    assertThat(Run.of("diff", p, q, "--mapping", mapping).status()).isZero();
  }

  @Test
  void looks_past_the_names_where_a_mapping_says_so() throws IOException {
    String mapping =
        file(
            "mapping.json",
            """
            {"elements":{"reach-out":"outreach-call","invite-and-listen":"listening",
                         "reflect-and-reframe":"reflecting","make-sense-and-cope":"coping",
                         "offer-resources":"resources-referrals","close-with-thank-you":"closing"},
             "resources":{"employee-assistance":"resource-inside"}}
            """);

    Run run = Run.of("diff", SIX, "shapiro-galowitz-nine", "--mapping", mapping, "--text");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    Golden.assertSame("diff-mapped.txt", run.out());
  }

  @Test
  void names_everything_that_is_wrong_with_a_mapping() throws IOException {
    String p = file("p.json", protocol("p", "listen", "desk"));
    String q = file("q.json", protocol("q", "hear", "counter"));
    String mapping =
        file(
            "mapping.json",
            "{\"elements\":{\"listen\":\"hear\",\"plan\":\"hear\",\"secret\":\"plan\"},"
                + "\"resources\":{\"desk\":\"secret\"}}");

    Run run = Run.of("diff", p, q, "--mapping", mapping);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(mapping, "FILE"))
        .isEqualTo(
            """
            FILE: Two names are matched with the same element. Match each once.
            FILE: An element is matched that p@1 does not have. It has: listen, plan.
            FILE: A resource is matched that q@1 does not have. It has: counter.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "{\"elements\":",
        "[]",
        "{\"elements\":[]}",
        "{\"elements\":{\"listen\":1}}",
        "{\"elements\":{\"plan\":\"plan\",\"plan\":\"listen\"}}",
      })
  void says_where_a_mapping_is_malformed(String text) throws IOException {
    String mapping = file("mapping.json", text);

    Run run = Run.of("diff", SIX, "rise", "--mapping", mapping);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err())
        .startsWith(mapping + ": the mapping cannot be used, it has one problem\n")
        .contains(mapping + ":1: ");
  }

  @Test
  void says_when_there_is_no_mapping_or_no_protocol() {
    Run run = Run.of("diff", SIX, "rise", "--mapping", "no-such.json");

    assertThat(run).isEqualTo(new Run(2, "", "no-such.json: there is no such file or directory\n"));
    assertThat(Run.of("diff", SIX, "no-such").status()).isEqualTo(2);
    assertThat(Run.of("diff", SIX).status()).isEqualTo(2);
  }

  // --- sessions that are running

  /** A log that guide wrote, under protocols that ship and the ward's. */
  private String log(String name, String... commands) throws IOException {
    Path log = folder.resolve(name);
    Run run =
        Run.on(String.join("", commands), "guide", SIX, "rise", ward(), "--log", log.toString());
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    return log.toString();
  }

  private static String toOffering(String session) {
    return Say.open(session)
        + Say.begin(session, "reach-out")
        + Say.begin(session, "invite-and-listen")
        + Say.begin(session, "offer-resources");
  }

  @Test
  void tells_of_each_unfinished_session_whether_it_may_go_on() throws IOException {
    String first =
        log(
            "one.ndjson",
            Say.open("s-safe", "ward"),
            Say.begin("s-safe", "reach-out"),
            Say.open("s-ended", "ward"),
            Say.act("s-ended", "end", "\"reason\":\"declined\""),
            Say.whole("s-other"));
    String second =
        log(
            "two.ndjson",
            Say.open("s-after", "ward"),
            Say.begin("s-after", "reach-out"),
            Say.begin("s-after", "invite-and-listen"),
            Say.begin("s-after", "quiet-room"),
            Say.act("s-after", "concern", "\"level\":\"elevated\""),
            Say.offer("s-after", "r-1", "ward-desk"),
            Say.referral("s-after", "accept", "r-1"),
            Say.open("s-late", "ward"),
            Say.begin("s-late", "reach-out"),
            Say.begin("s-late", "offer-resources"),
            Say.open("s-far", "rise"));

    Run run = Run.of("diff", ward(), SIX, "--running", first, second);
    Run text = Run.of("diff", "--text", "--running", first, second, "--", ward(), SIX);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo(text.err());
    assertThat(run.err())
        .isEqualTo(
            """
            sessions under ama-six-elements@1.0.0 are left out; name it as P to judge them
            sessions under rise@1.0.0 are left out; name it as P to judge them
            """);
    List<String> pretty = new ArrayList<>();
    run.answers().forEach(answer -> pretty.add(answer.toPrettyString()));
    Golden.assertSame(
        "diff-running.txt",
        String.join("\n", pretty.subList(1, pretty.size()))
            + "\n"
            + text.out().substring(text.out().indexOf("s-safe: ")));
  }

  @Test
  void finds_no_difference_however_sessions_stand() throws IOException {
    String log = log("log.ndjson", toOffering("s-1"));

    Run run = Run.of("diff", SIX, SIX, "--running", log);

    assertThat(run.status()).isZero();
    assertThat(run.answers()).hasSize(2);
    assertThat(run.answers().get(1).at("/verdict").asText()).isEqualTo("safe");
  }

  @Test
  void judges_a_session_that_went_on_because_its_end_was_corrected() throws IOException {
    String first =
        log(
            "one.ndjson",
            Say.whole("s-closed"),
            Say.correct("s-closed", 4),
            Say.whole("s-open"),
            Say.correct("s-open", 10),
            Say.whole("s-again"),
            Say.correct("s-again", 10),
            Say.plain("s-again", "close"),
            Say.open("s-far", "rise"),
            Say.act("s-far", "end", "\"reason\":\"declined\""),
            Say.correct("s-far", 2));
    List<String> lines = Files.readAllLines(Path.of(first));
    String begun = file("begun.ndjson", String.join("\n", lines.subList(0, 20)) + "\n");
    String rest = file("rest.ndjson", String.join("\n", lines.subList(20, lines.size())) + "\n");

    for (String[] logs : new String[][] {{first}, {begun, rest}}) {
      List<String> arguments = new ArrayList<>(List.of("diff", SIX, SIX, "--running"));
      arguments.addAll(List.of(logs));
      Run run = Run.of(arguments.toArray(new String[0]));

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.answers()).hasSize(2);
      assertThat(run.answers().get(1).at("/session").asText()).isEqualTo("s-open");
    }
  }

  @Test
  void a_session_that_was_entered_in_error_is_not_running() throws IOException {
    String log =
        log(
            "voided.ndjson",
            Say.open("s-voided"),
            Say.act("s-voided", "void", "\"reason\":\"test\""),
            Say.open("s-back"),
            Say.act("s-back", "void", "\"reason\":\"test\""),
            Say.correct("s-back", 2));

    Run run = Run.of("diff", SIX, SIX, "--running", log);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.answers()).hasSize(2);
    assertThat(run.answers().get(1).at("/session").asText()).isEqualTo("s-back");
  }

  @Test
  void says_where_a_log_cannot_be_read() throws IOException {
    String log = log("log.ndjson", toOffering("s-1"));
    List<String> lines = Files.readAllLines(Path.of(log));

    List<String> broken = new ArrayList<>(lines);
    broken.set(2, "{\"session\":");
    String bad = file("broken.ndjson", String.join("\n", broken));
    Run run = Run.of("diff", SIX, "rise", "--running", bad);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(bad + ":3: ");

    List<String> gap = new ArrayList<>(lines);
    gap.remove(2);
    String gone = file("gap.ndjson", String.join("\n", gap));
    assertThat(Run.of("diff", SIX, "rise", "--running", gone))
        .isEqualTo(
            new Run(2, "", gone + ":3: event 3 of session s-1 comes where event 2 is expected\n"));

    assertThat(Run.of("diff", SIX, "rise", "--running", log, "no-such.ndjson"))
        .isEqualTo(new Run(2, "", "no-such.ndjson: there is no such file or directory\n"));
    assertThat(Run.of("diff", SIX, "rise", "--running", folder.toString()).status()).isEqualTo(2);
    assertThat(Run.of("diff", SIX, "rise", "--running").status()).isEqualTo(2);
  }

  @Test
  void says_when_a_session_is_none_of_the_protocol_it_names() throws IOException {
    String log = log("log.ndjson", toOffering("s-1"), Say.offer("s-1", "r-1", "chaplaincy"));
    String other =
        file("other.ndjson", Files.readString(Path.of(log)).replace("chaplaincy", "no-such-desk"));

    assertThat(Run.of("diff", SIX, "rise", "--running", other))
        .isEqualTo(
            new Run(
                2,
                "",
                "session s-1: event 5 is about what ama-six-elements@1.0.0 does not have\n"));
  }
}
