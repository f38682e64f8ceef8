package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTranscriptsCommandTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final Path SAMPLES = Path.of("src/test/resources/transcripts");
  private static final String ESCONV = SAMPLES.resolve("esconv.json").toString();
  private static final String ANNOMI = SAMPLES.resolve("annomi.csv").toString();

  @TempDir Path folder;

  private static Run imported(String corpus, String mapping, String... more) {
    List<String> all = new ArrayList<>(List.of("import-transcripts", corpus, "--mapping", mapping));
    all.addAll(List.of(more));
    return Run.of(all.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** A corpus of conversations, each the labels of a supporter's turns. */
  private String esconv(String... conversations) throws IOException {
    List<String> all = new ArrayList<>();
    for (String labels : conversations) {
      List<String> turns = new ArrayList<>();
      for (String label : labels.split(",", -1)) {
        turns.add(turn("supporter", label));
      }
      all.add("{\"dialog\":[" + String.join(",", turns) + "]}");
    }
    return file("esconv.json", "[" + String.join(",\n", all) + "]");
  }

  private static String turn(String speaker, String label) {
    return "{\"speaker\":\"%s\",\"annotation\":{\"strategy\":\"%s\"},\"content\":\"%s said so\"}"
        .formatted(speaker, label, SECRET);
  }

  private String annomi(String... rows) throws IOException {
    return file(
        "annomi.csv",
        "transcript_id,utterance_id,interlocutor,timestamp,utterance_text,main_therapist_behaviour\n"
            + String.join("\n", rows)
            + "\n");
  }

  private String mapping(String members) throws IOException {
    return file(
        "mapping.json",
        "{\"id\":\"ours\",\"corpus\":\"esconv\",\"protocol\":\"ama-six-elements\","
            + members
            + "}");
  }

  /** What happened, each as its type and what it is about. */
  private static List<String> acts(Run run) {
    List<String> acts = new ArrayList<>();
    run.answers().stream()
        .skip(1)
        .forEach(
            event ->
                acts.add(
                    event.get("type").asText()
                        + event.path("element").asText()
                        + event.path("level").asText()
                        + event.path("resource").asText()
                        + event.path("reason").asText()));
    return acts;
  }

  @Test
  void turns_esconv_into_a_log() throws IOException {
    Run run = imported(ESCONV, "esconv-ama-six-elements");

    assertThat(run.err())
        .isEqualTo("Written: 2 sessions with 7 events. Left out: 0 conversations.\n");
    assertThat(run.status()).isZero();
    Golden.assertSame("import-transcripts-esconv.ndjson", run.out());
  }

  @Test
  void turns_annomi_into_a_log_with_its_own_times() throws IOException {
    Run run = imported(ANNOMI, "annomi-ama-six-elements");

    assertThat(run.err())
        .isEqualTo("Written: 2 sessions with 6 events. Left out: 0 conversations.\n");
    assertThat(run.status()).isZero();
    Golden.assertSame("import-transcripts-annomi.ndjson", run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "esconv.json, esconv-ama-six-elements",
    "esconv.json, esconv-mhfa-algee",
    "annomi.csv, annomi-ama-six-elements",
    "annomi.csv, annomi-mhfa-algee"
  })
  void an_audit_tells_how_the_conversations_fit(String corpus, String mapping) {
    Run run = imported(SAMPLES.resolve(corpus).toString(), mapping, "--out", path("log.ndjson"));

    Run audit = Run.of("audit", path("log.ndjson"));

    assertThat(run.status()).isZero();
    assertThat(audit.answers()).hasSize(3);
    assertThat(audit.answers().get(2).at("/summary/verdicts/unreadable").asInt()).isZero();
    assertThat(audit.answers().get(2).at("/summary/verdicts/conformant").asInt()).isZero();
  }

  @Test
  void turns_that_stay_in_an_element_are_one_beginning() throws IOException {
    String mapping =
        mapping(
            "\"labels\":{\"q\":\"begin:invite-and-listen\",\"r\":\"begin:invite-and-listen\","
                + "\"f\":\"begin:reflect-and-reframe\",\"t\":\"thank:work\",\"o\":null}");

    Run run = imported(esconv("q,r,o,q,t,t,o,t,r,f,q"), mapping);

    assertThat(acts(run))
        .containsExactly(
            "session-opened",
            "element-beguninvite-and-listen",
            "appreciation-expressed",
            "element-begunreflect-and-reframe",
            "element-beguninvite-and-listen");
    assertThat(run.answers())
        .extracting(event -> event.path("at").asText())
        .contains("2000-01-01T00:01:00Z", "2000-01-01T00:05:00Z", "2000-01-01T00:10:00Z");
  }

  @Test
  void an_element_that_may_come_at_any_time_ends_none() throws IOException {
    file(
        "breathing.json",
        "{\"id\":\"breathing\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
            + "\"elements\":[{\"key\":\"breathe\",\"title\":\"Breathe\",\"purpose\":\"To calm.\","
            + "\"need\":\"optional\",\"repeatable\":true,\"continuous\":true}]}");
    String mapping =
        file(
            "mapping.json",
            "{\"id\":\"ours\",\"corpus\":\"esconv\",\"protocol\":\"breathing\",\"labels\":"
                + "{\"q\":\"begin:invite-and-listen\",\"b\":\"begin:breathe\"}}");

    Run run = imported(esconv("q,b,b,q,b"), mapping, "--with", path("breathing.json"));

    assertThat(acts(run))
        .containsExactly(
            "session-opened",
            "element-beguninvite-and-listen",
            "element-begunbreathe",
            "element-begunbreathe");
    assertThat(imported(path("esconv.json"), mapping))
        .isEqualTo(
            new Run(
                2,
                "",
                mapping
                    + ": /protocol: there is no such protocol in the catalogue; give the path of"
                    + " its document with --with\n"));
  }

  @Test
  void a_label_can_stand_for_concern_and_offer_too_and_a_conversation_can_end_early()
      throws IOException {
    String mapping =
        mapping(
            "\"labels\":{\"c\":\"concern:elevated\",\"p\":\"offer:chaplaincy\"},"
                + "\"ending\":\"end:stopped\"");

    Run run = imported(esconv("c,p,c,p"), mapping);

    assertThat(acts(run))
        .containsExactly(
            "session-opened",
            "concern-raisedelevated",
            "referral-offeredchaplaincy",
            "concern-raisedelevated",
            "referral-offeredchaplaincy",
            "session-endedstopped");
    assertThat(run.out()).contains("\"referral\":\"r-1\"", "\"referral\":\"r-2\"");
    assertThat(run.answers().get(6).get("at").asText()).isEqualTo("2000-01-01T00:05:00Z");
  }

  @Test
  void a_mapping_can_say_that_conversations_are_closed() throws IOException {
    String mapping = mapping("\"labels\":{\"q\":null},\"ending\":\"close\"");

    assertThat(acts(imported(esconv("q,q"), mapping)))
        .containsExactly("session-opened", "session-closed");
  }

  @Test
  void nothing_that_was_said_is_written_or_told() throws IOException {
    String json = Files.readString(Path.of(ESCONV));
    String csv = Files.readString(Path.of(ANNOMI));
    assertThat(json + csv).contains(SECRET);
    List<Run> runs =
        List.of(
            imported(ESCONV, "esconv-mhfa-algee"),
            imported(ANNOMI, "annomi-mhfa-algee"),
            imported(ESCONV, "annomi-mhfa-algee"),
            imported(ANNOMI, "esconv-mhfa-algee"),
            imported(
                file("label.json", json.replace("\"Question\"", "\"SECRET-7f3a is what I said\"")),
                "esconv-mhfa-algee"),
            imported(
                file(
                    "name.json",
                    json.replace("\"speaker\": \"supporter\"", "\"speaker\": \"SECRET-7f3a\"")),
                "esconv-mhfa-algee"),
            imported(file("token.json", json.replace("\"Question\"", SECRET)), "esconv-mhfa-algee"),
            imported(
                file(
                    "unquoted.csv",
                    csv.replace("\"SECRET-7f3a, is a question\"", "SECRET-7f3a, is a question")),
                "annomi-mhfa-algee"),
            imported(
                file("open.csv", csv.replace("two lines\"", "two lines")), "annomi-mhfa-algee"),
            imported(
                file("header.csv", csv.replaceFirst("interlocutor", SECRET)), "annomi-mhfa-algee"),
            imported(file("ids.csv", csv.replace("\n17,", "\nSECRET-7f3a,")), "annomi-mhfa-algee"));

    for (Run run : runs) {
      assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(SECRET);
      assertThat(run.err()).doesNotContain("mistake in this program");
    }
    assertThat(runs).extracting(Run::status).containsExactly(0, 0, 2, 2, 1, 1, 2, 1, 2, 2, 0);
  }

  @Test
  void ids_are_made_and_not_taken() {
    Run run = imported(ANNOMI, "annomi-mhfa-algee", "--prefix", "study.A");

    assertThat(run.out())
        .contains("\"study.A-1\"", "\"study.A-2-supporter\"", "\"study.A-2-peer\"")
        .doesNotContain("900", "17");
    assertThat(imported(ANNOMI, "annomi-mhfa-algee", "--prefix", "Jane Doe").err())
        .isEqualTo(
            "peersupport import-transcripts: --prefix is 1 to 40 letters, digits, dots,"
                + " underscores and hyphens, starting with a letter or digit. 'peersupport"
                + " import-transcripts --help' explains.\n");
  }

  @Test
  void every_conversation_begins_when_it_is_told_to() {
    Run run = imported(ESCONV, "esconv-mhfa-algee", "--start", "2026-03-02T09:00:00Z");

    assertThat(run.answers())
        .filteredOn(event -> event.path("type").asText().equals("session-opened"))
        .extracting(event -> event.get("at").asText())
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z");
    for (String bad : List.of("yesterday", "9999-12-31T00:00:00Z", "2026-03-02")) {
      assertThat(imported(ESCONV, "esconv-mhfa-algee", "--start", bad).err())
          .startsWith("peersupport import-transcripts: --start is an instant in UTC");
    }
  }

  @Test
  void tells_each_unknown_label_once_and_leaves_its_conversations_out() throws IOException {
    String corpus =
        esconv(
            "Question,Joking",
            "Others,Information",
            "Joking,Joking",
            "Question,",
            "Someone asked what I think of it all");

    Run run = imported(corpus, "esconv-ama-six-elements");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers())
        .extracting(event -> event.path("session").asText())
        .contains("esconv-2")
        .doesNotContain("esconv-1");
    assertThat(run.err().replace(corpus, "F"))
        .isEqualTo(
            """
            F:1: conversation 1: the mapping does not have the label "Joking", met 3 times; map it to an activity, or to null for nothing
            F:4: conversation 4: the mapping does not have the empty label, that of turns without one, met once; map it to an activity, or to null for nothing
            F:5: conversation 5: the mapping does not have the label of this turn, which is not shown because it does not look like one, met once; map it to an activity, or to null for nothing
            Written: 1 session with 2 events. Left out: 4 conversations.
            """);
  }

  @Test
  void turns_without_a_label_can_be_mapped_too() throws IOException {
    String corpus =
        file(
            "bare.json",
            "[{\"dialog\":[{\"speaker\":\"supporter\"},{\"speaker\":\"supporter\",\"annotation\":"
                + "null},{\"speaker\":\"supporter\",\"annotation\":{\"strategy\":null}}]}]");

    assertThat(acts(imported(corpus, mapping("\"labels\":{\"\":\"begin:reach-out\"}"))))
        .containsExactly("session-opened", "element-begunreach-out");
  }

  @Test
  void lists_every_conversation_of_esconv_that_cannot_be_read() throws IOException {
    String corpus =
        file(
            "esconv.json",
            String.join(
                "\n",
                "[7,",
                "{\"situation\":\"" + SECRET + "\"},",
                "{\"dialog\":\"" + SECRET + "\"},",
                "{\"dialog\":[]},",
                "{\"dialog\":[[\"" + SECRET + "\"],",
                "  {\"speaker\":[]},",
                "  {\"speaker\":\"seeker\",\"annotation\":7},",
                "  {\"speaker\":\"supporter\",\"annotation\":{\"strategy\":[\"Question\"]}}]},",
                "{\"dialog\":[" + turn("seeker", "") + "],\"dialog\":[]},",
                "{\"dialog\":[" + turn("supporter", "Question") + "]}]"));

    Run run = imported(corpus, "esconv-mhfa-algee");

    assertThat(run.status()).isEqualTo(1);
    assertThat(acts(run)).containsExactly("session-opened", "element-begunlisten");
    assertThat(run.out()).contains("esconv-7");
    assertThat(run.err().replace(corpus, "F"))
        .isEqualTo(
            """
            F:1: conversation 1: an object with "dialog" is expected
            F:2: conversation 2: it has no "dialog"
            F:3: conversation 3: "dialog" is to be an array of turns
            F:4: conversation 4: nobody says anything in it
            F:5: conversation 5: turn 1 is to be an object
            F:6: conversation 5: in turn 2 "speaker" is to be "supporter" or "seeker"
            F:7: conversation 5: in turn 3 "annotation" is to be an object
            F:8: conversation 5: in turn 4 "strategy" is to be a string
            F:9: conversation 6: "dialog" stands there twice; keep one of them
            F:8: conversation 5: the mapping does not have the empty label, that of turns without one, met once; map it to an activity, or to null for nothing
            Written: 1 session with 2 events. Left out: 6 conversations.
            """);
  }

  @Test
  void lists_every_row_of_annomi_that_cannot_be_read() throws IOException {
    String corpus =
        annomi(
            "1,0,therapist,00:00:01,a text,question",
            "1,1,therapist,00:00:02,a text,with a comma,question",
            "2,0,narrator,00:00:01,\"a text\nof two lines\",question",
            "2,x,therapist,00:00:02,a text,question",
            "",
            "3,0,therapist,00:00:01",
            ",0,therapist,00:00:01,a text,question",
            "4,0,therapist,00:00:01,a text,question");

    Run run = imported(corpus, "annomi-mhfa-algee");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("annomi-5").doesNotContain("annomi-1", "annomi-4");
    assertThat(run.err().replace(corpus, "F"))
        .isEqualTo(
            """
            F:3: conversation 1: the row has more or fewer cells than the first one names columns
            F:4: conversation 2: interlocutor is to be therapist or client
            F:6: conversation 2: utterance_id is to be a whole number
            F:8: conversation 3: the row has more or fewer cells than the first one names columns
            F:9: conversation 4: the row has no transcript_id
            Written: 1 session with 2 events. Left out: 4 conversations.
            """);
  }

  @Test
  void a_time_that_cannot_be_read_or_goes_back_is_that_of_the_turn_before() throws IOException {
    String corpus =
        annomi(
            "1,0,client,n/a,a text,n/a",
            "1,1,therapist,00:01:00,a text,question",
            "1,2,client,00:00:59,a text,n/a",
            "1,3,therapist,00:00:58,a text,therapist_input",
            "1,4,therapist,00:02:00.5,a text,reflection");

    Run run = imported(corpus, "annomi-mhfa-algee");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers().stream().skip(1).map(event -> event.get("at").asText()))
        .containsExactly(
            "2000-01-01T00:00:00Z",
            "2000-01-01T00:00:00Z",
            "2000-01-01T00:00:00Z",
            "2000-01-01T00:01:00Z");
    assertThat(run.err().replace(corpus, "F"))
        .startsWith(
            "F:2: conversation 1: 3 turns have a timestamp that is not hh:mm:ss or goes back, here"
                + " for the first time; the instant of the turn before stands in its place\n");
  }

  @Test
  void the_first_of_several_annotations_counts_and_utterances_come_in_their_order()
      throws IOException {
    String corpus =
        annomi(
            "1,10,therapist,00:00:09,a text,reflection",
            "1,9,therapist,00:00:01,a text,therapist_input",
            "1,9,therapist,00:00:01,a text,question");

    Run run = imported(corpus, "annomi-mhfa-algee");

    assertThat(run.status()).isEqualTo(1);
    assertThat(acts(run))
        .containsExactly("session-opened", "element-begungive-support-info", "element-begunlisten");
    assertThat(run.err().replace(corpus, "F"))
        .startsWith("F:2: conversation 1: it has 1 row more than utterances,");
  }

  @Test
  void rows_of_a_transcript_that_stand_apart_stop_the_import() throws IOException {
    String corpus =
        annomi(
            "1,0,therapist,00:00:01,a text,question",
            "2,0,therapist,00:00:01,a text,question",
            "1,1,therapist,00:00:02,a text,reflection");

    Run run = imported(corpus, "annomi-mhfa-algee", "--out", path("log"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            corpus
                + ":4: the corpus cannot be read any further: a transcript goes on here whose rows"
                + " are to stand together; sort the table by transcript_id\n");
    assertThat(folder.resolve("log")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[",
        "[{\"dialog\":[{",
        "[]x",
        "[] []",
        "nothing",
        "[{\"dialog\":[{\"speaker\":\"seeker\",\"content\":\"\u0001\"}]}]"
      })
  void a_corpus_that_breaks_off_says_where(String text) throws IOException {
    String corpus = file("broken.json", text);

    Run run = imported(corpus, "esconv-mhfa-algee");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(corpus + ":1: the corpus cannot be read any further: ")
        .doesNotContain("nothing\"", "Exception");
  }

  @Test
  void a_table_without_the_columns_says_which() throws IOException {
    String semicolons = file("excel.csv", "transcript_id;interlocutor\n1;therapist\n");
    String twice =
        file(
            "twice.csv",
            "timestamp,timestamp,transcript_id,interlocutor,main_therapist_behaviour\n");

    assertThat(imported(semicolons, "annomi-mhfa-algee").err())
        .isEqualTo(
            semicolons
                + ":1: the corpus cannot be read any further: the first row is to name the"
                + " columns, separated by commas; these are missing: transcript_id, interlocutor,"
                + " timestamp, main_therapist_behaviour\n");
    assertThat(imported(twice, "annomi-mhfa-algee").err())
        .endsWith("there are two columns timestamp; keep one\n");
    assertThat(imported(file("empty.csv", ""), "annomi-mhfa-algee").status()).isEqualTo(2);
  }

  @Test
  void a_byte_order_mark_and_line_ends_of_windows_are_no_matter() throws IOException {
    String csv = "\uFEFF" + Files.readString(Path.of(ANNOMI)).replace("\n", "\r\n");
    String json = "\uFEFF" + Files.readString(Path.of(ESCONV));

    assertThat(imported(file("a.csv", csv), "annomi-mhfa-algee"))
        .isEqualTo(imported(ANNOMI, "annomi-mhfa-algee"));
    assertThat(imported(file("a.json", json), "esconv-mhfa-algee"))
        .isEqualTo(imported(ESCONV, "esconv-mhfa-algee"));
  }

  @Test
  void reads_and_writes_packed_files_by_their_names_and_standard_input() throws IOException {
    String plain = imported(ESCONV, "esconv-mhfa-algee").out();
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("esconv.json.gz")))) {
      Files.copy(Path.of(ESCONV), packed);
    }

    Run run = imported(path("esconv.json.gz"), "esconv-mhfa-algee", "--out", path("log.gz"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("log.gz")))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(plain);
    }
    assertThat(
            Run.on(
                    Files.readString(Path.of(ESCONV)),
                    "import-transcripts",
                    "-",
                    "--mapping",
                    "esconv-mhfa-algee")
                .out())
        .isEqualTo(plain);
    assertThat(imported(ESCONV, "esconv-mhfa-algee", "--out", path("log.gz")).err())
        .contains("is there already and was left as it is");
    assertThat(imported(file("no.gz", "plain"), "esconv-mhfa-algee").err())
        .isEqualTo(path("no.gz") + ": Not in GZIP format\n");
  }

  @Test
  void says_what_is_wrong_with_a_mapping() throws IOException {
    String broken = file("broken.json", "{\"id\":\"m\",\n\"corpus\":\"x\",\"labels\":{\"a\":7}}");
    String strange = mapping("\"labels\":{\"q\":\"begin:listen\",\"t\":\"thank:me\"}");

    assertThat(imported(ESCONV, "no-such").err())
        .isEqualTo(
            "no-such: neither a mapping that ships nor a file; these ship:"
                + " esconv-ama-six-elements, esconv-mhfa-algee, annomi-ama-six-elements,"
                + " annomi-mhfa-algee\n");
    assertThat(imported(ESCONV, broken).err().replace(broken, "F"))
        .isEqualTo(
            """
            F: the mapping cannot be used, it has 3 problems
            F:2: /corpus: Known here: esconv, annomi.
            F:1: /protocol: The member "protocol" is needed here. Add it.
            F:2: /labels: A label stands for begin:<element>, concern:<level>, offer:<resource> or thank:<facet>, or null for nothing.
            """);
    assertThat(imported(ESCONV, strange).err().replace(strange, "F"))
        .isEqualTo(
            """
            F: /labels: A label stands for begin:listen, which ama-six-elements@1.0.0 does not have. It has: begin:close-with-thank-you, begin:invite-and-listen, begin:make-sense-and-cope, begin:offer-resources, begin:reach-out, begin:reflect-and-reframe.
            F: /labels: A label stands for thank:me, which ama-six-elements@1.0.0 does not have. It has: thank:sharing, thank:work.
            """);
  }

  @Test
  void says_what_is_wrong_with_files() throws IOException {
    assertThat(imported("none.json", "esconv-mhfa-algee"))
        .isEqualTo(new Run(2, "", "none.json: there is no such file or directory\n"));
    assertThat(imported(folder.toString(), "esconv-mhfa-algee").err())
        .isEqualTo(folder + ": a corpus is a file, and this is a folder\n");
    assertThat(Run.of("import-transcripts", ESCONV).status()).isEqualTo(2);
    assertThat(imported(ESCONV, "esconv-mhfa-algee", "--out", path("no/log")).err())
        .isEqualTo(path("no/log") + ": there is no such file or directory\n");
  }
}
