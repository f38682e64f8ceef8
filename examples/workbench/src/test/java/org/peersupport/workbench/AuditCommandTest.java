package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandTest {
  private static final String EVERY = "src/test/resources/audit/every-verdict.ndjson";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of(EVERY));
  }

  /** The answers with every log called the same. */
  private static List<JsonNode> anonymous(Run run) {
    List<JsonNode> answers = run.answers();
    for (JsonNode answer : answers) {
      answer.findParents("log").forEach(flaw -> ((ObjectNode) flaw).put("log", "log"));
      answer.findParents("line").forEach(flaw -> ((ObjectNode) flaw).remove("line"));
    }
    return answers;
  }

  @Test
  void judges_every_session_and_sums_up() throws IOException {
    Run run = Run.of("audit", EVERY);
    Run text = Run.of("audit", "--text", EVERY);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers())
        .extracting(
            answer -> answer.path("session").asText() + " " + answer.path("verdict").asText())
        .containsExactly(
            "kept conformant",
            "skipped deviating",
            "open incomplete",
            "glass incomplete",
            "silent deviating",
            "after deviating",
            "gap unreadable",
            "lost unreadable",
            "other unreadable",
            "broken unreadable",
            "corrected incomplete",
            " ");
    Golden.assertSame("audit.ndjson", run.out());
    Golden.assertSame("audit.txt", text.out());
    assertThat(run.err())
        .matches("45 events of 11 sessions in [0-9.,]+ s, [0-9,]+ events a second\\R");
  }

  @Test
  void nothing_confidential_is_printed() {
    for (Run run : List.of(Run.of("audit", EVERY), Run.of("audit", "--text", EVERY))) {
      assertThat(run.out() + run.err())
          .doesNotContain("marked-secret")
          .doesNotContain("sup-1")
          .doesNotContain("peer-1")
          .doesNotContain("stranger-9")
          .doesNotContain("surgery");
    }
  }

  @Test
  void a_log_may_come_from_standard_input_or_be_packed() throws IOException {
    String log = Files.readString(Path.of(EVERY));
    Path packed = folder.resolve("log.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(log.getBytes(UTF_8));
    }

    List<JsonNode> expected = anonymous(Run.of("audit", EVERY));

    assertThat(anonymous(Run.on(log, "audit", "-"))).isEqualTo(expected);
    assertThat(anonymous(Run.of("audit", packed.toString()))).isEqualTo(expected);
    assertThat(Run.on(log, "audit", "-", "-").status()).isEqualTo(2);
  }

  @Test
  void several_files_are_one_log_whatever_the_threads() throws IOException {
    List<String> lines = lines();
    List<JsonNode> expected = anonymous(Run.of("audit", EVERY));
    for (int cut = 2; cut < lines.size() - 5; cut += 3) {
      List<String> arguments = new ArrayList<>(List.of("audit"));
      arguments.add(file("a.ndjson", String.join("\n", lines.subList(0, cut))));
      arguments.add(file("b.ndjson", String.join("\n", lines.subList(cut, cut + 4))));
      arguments.add(file("c.ndjson", String.join("\n", lines.subList(cut + 4, lines.size()))));

      assertThat(anonymous(Run.of(arguments.toArray(new String[0]))))
          .as("cut after line %s", cut)
          .isEqualTo(expected);
    }
  }

  @Test
  void a_session_that_keeps_to_its_protocol_is_no_finding() throws IOException {
    String log =
        String.join("\n", lines().stream().filter(each -> each.contains("\"kept\"")).toList());

    assertThat(Run.on(log, "audit", "-").status()).isZero();
    assertThat(Run.on("", "audit", "-").status()).isZero();
    assertThat(Run.on("", "audit", "-").answers()).hasSize(1);
  }

  @Test
  void another_protocol_is_asked_what_it_would_have_said() throws IOException {
    Run run = Run.of("audit", "--protocol", "shapiro-galowitz-nine", EVERY);

    JsonNode summary = run.answers().get(11).path("summary");
    assertThat(run.answers().get(0).path("protocol").asText()).startsWith("shapiro-galowitz-nine@");
    assertThat(summary.path("unknown")).isNotEmpty();
    assertThat(summary.path("protocols")).hasSize(1);
    assertThat(run.answers().get(8).path("verdict").asText()).isNotEqualTo("unreadable");
  }

  @Test
  void a_document_of_the_users_own_can_be_brought() throws IOException {
    String ward = "../../adapters-json/codec/src/test/resources/histories/unreleased";
    String document = ward + "/protocols/ward@2.1.json";

    Run without = Run.of("audit", ward + "/ward.ndjson");
    Run brought = Run.of("audit", "--with", document, ward + "/ward.ndjson");

    assertThat(without.out()).contains("There is no protocol ward@2.1 to judge the session by.");
    assertThat(brought.answers().get(2).path("summary").path("verdicts").path("conformant").asInt())
        .isEqualTo(2);
    assertThat(brought.status()).isZero();
  }

  @Test
  void what_cannot_be_opened_is_told_before_anything_is_printed() {
    Run missing = Run.of("audit", EVERY, folder.resolve("none.ndjson").toString());
    Run directory = Run.of("audit", folder.toString());
    Run unknown = Run.of("audit", "--protocol", "nobody-knows", EVERY);

    assertThat(List.of(missing.status(), directory.status(), unknown.status())).containsOnly(2);
    assertThat(missing.out() + directory.out() + unknown.out()).isEmpty();
    assertThat(missing.err()).contains("none.ndjson: there is no such file");
    assertThat(directory.err()).contains("a log is a file, and this is a folder");
    assertThat(unknown.err()).contains("nobody-knows");
  }

  @Test
  void a_packed_log_that_breaks_off_counts_as_far_as_it_goes() throws IOException {
    Path packed = folder.resolve("log.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readString(Path.of(EVERY)).getBytes(UTF_8));
      for (int i = 0; i < 3000; i++) {
        String opening = lines().get(1).replace("\"kept\"", "\"more-" + i * 7919 + "\"");
        out.write((opening + "\n").getBytes(UTF_8));
      }
    }
    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length - 2000));

    Run run = Run.of("audit", packed.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("\"session\":\"kept\"").contains("log.cut-off");
  }

  @Test
  void the_report_names_the_first_of_many_sessions_with_something_left() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= 52; i++) {
      String event =
          "{\"session\":\"more-" + i + "\",\"at\":\"2026-03-02T09:10:00Z\",\"by\":\"sup-1\",";
      log.append(lines().get(1).replace("\"kept\"", "\"more-" + i + "\"")).append('\n');
      log.append(event).append("\"seq\":2,\"type\":\"referral-offered\",\"referral\":\"r-1\",");
      log.append("\"resource\":\"information-sheet\"}\n");
      log.append(event).append("\"seq\":3,\"type\":\"session-ended\",\"reason\":\"stopped\"}\n");
    }

    Run run = Run.on(log.toString(), "audit", "--text", "-");

    assertThat(run.out().replaceAll("\\R *", " "))
        .contains("52 ended early, which is no failure")
        .contains("Over, with something left to follow: more-1, more-2, more-3,")
        .contains("more-50, and 2 more; without --text each has a line of its own.")
        .doesNotContain("more-51")
        .doesNotContain("corrected");
  }

  @Test
  void a_session_that_was_entered_in_error_is_counted_and_named() throws IOException {
    String opening = lines().get(1);
    String end =
        "{\"session\":\"kept\",\"seq\":2,\"at\":\"2026-03-02T09:10:00Z\",\"by\":\"sup-1\",";

    Run run =
        Run.on(
            opening + "\n" + end + "\"type\":\"session-voided\",\"reason\":\"test\"}\n",
            "audit",
            "--text",
            "-");

    assertThat(run.out())
        .contains("         1 entered in error; they count nowhere")
        .contains("Entered in error: kept.");
  }

  @Test
  void a_void_while_someone_may_be_in_danger_hides_nobody_here_nor_in_guide() throws IOException {
    String event =
        "{\"session\":\"kept\",\"at\":\"2026-03-02T09:10:00Z\",\"by\":\"sup-1\",\"seq\":";
    String log =
        file(
            "by-hand.ndjson",
            lines().get(1)
                + "\n"
                + event
                + "2,\"type\":\"concern-raised\",\"level\":\"imminent\"}\n"
                + event
                + "3,\"type\":\"session-ended\",\"reason\":\"interrupted\"}\n"
                + event
                + "4,\"type\":\"session-voided\",\"reason\":\"test\"}\n");
    String queries =
        "{\"session\":\"kept\",\"do\":\"state\"}\n{\"at\":\"2026-03-02T09:11:00Z\",\"do\":\"due\"}\n";

    JsonNode audit = Run.of("audit", log).answers().get(0);
    String text = Run.of("audit", "--text", log).out();
    List<JsonNode> guide = Run.on(queries, "guide", "--log", log).answers();

    assertThat(audit.path("verdict").asText()).isEqualTo("deviating");
    assertThat(audit.path("violations")).hasSize(1);
    assertThat(audit.at("/violations/0/seq").asInt()).isEqualTo(4);
    assertThat(audit.at("/violations/0/code").asText()).isEqualTo("correction.not-allowed");
    assertThat(audit.path("urgent").toString()).isEqualTo("[\"imminent-concern-met\"]");
    assertThat(audit.path("status").asText()).isEqualTo("ended");
    assertThat(text).contains("0 entered in error");
    assertThat(guide.get(0).path("status").asText()).isEqualTo("ended");
    assertThat(guide.get(0).at("/urgent/rules").toString()).isEqualTo("[\"imminent-concern-met\"]");
    assertThat(guide.get(1).at("/due/0/rule").asText()).isEqualTo("imminent-concern-met");
  }

  @Test
  void a_reason_that_no_list_has_is_nobodys_count() throws IOException {
    String end =
        "{\"session\":\"kept\",\"seq\":2,\"at\":\"2026-03-02T09:10:00Z\",\"by\":\"sup-1\",";

    Run run =
        Run.on(
            lines().get(1)
                + "\n"
                + end
                + "\"type\":\"session-ended\",\"reason\":\"marked-secret\"}\n",
            "audit",
            "-");

    assertThat(run.out()).contains("reason.unknown").doesNotContain("marked-secret");
  }

  @Test
  void what_comes_after_a_gap_is_no_violation() throws IOException {
    String event =
        "{\"session\":\"kept\",\"at\":\"2026-03-02T09:10:00Z\",\"by\":\"sup-1\",\"seq\":";

    Run run =
        Run.on(
            lines().get(1)
                + "\n"
                + event
                + "3,\"type\":\"referral-offered\",\"referral\":\"r-1\",\"resource\":\"chaplaincy\"}\n",
            "audit",
            "-");

    assertThat(run.answers().get(0).path("verdict").asText()).isEqualTo("unreadable");
    assertThat(run.answers().get(0).path("violations")).isEmpty();
  }

  @Test
  void another_file_of_ours_is_told_once_before_anything_is_printed() throws IOException {
    String commands = Say.open("s-1") + Say.begin("s-1", "reach-out");
    String answers = Run.on(commands, "guide").out();
    String ledger = folder.resolve("sessions.ledger").toString();
    Run.on(
        Files.readString(Path.of(EVERY)).lines().limit(9).collect(joining("\n")),
        "ledger",
        "append",
        ledger);
    String vectors = Run.of("vectors", "kit-counts").out();

    assertThat(Run.of("audit", EVERY, ledger))
        .isEqualTo(
            new Run(
                2,
                "",
                ledger
                    + ": this is a ledger, and a log is expected; 'peersupport ledger read' makes one"
                    + " of it\n"));
    assertThat(Run.on(commands, "audit", "-"))
        .isEqualTo(
            new Run(
                2,
                "",
                "-: these are commands, and a log is expected; 'peersupport guide --log FILE' writes"
                    + " one\n"));
    assertThat(Run.on(answers, "audit", "-").err()).contains("these are answers of guide, and");
    assertThat(Run.on(vectors, "audit", "-").err()).contains("these are vectors, and a log");
  }

  @Test
  void a_stray_line_at_the_beginning_makes_a_log_no_other_file() throws IOException {
    Run run = Run.on(Say.open("s-1") + Files.readString(Path.of(EVERY)), "audit", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers()).hasSize(13);
  }

  @Test
  void packing_and_the_name_of_a_log_have_to_agree() throws IOException {
    Path unpacked = Files.copy(Path.of(EVERY), folder.resolve("log.gz"));
    Path packed = folder.resolve("log.ndjson");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(unpacked));
    }

    assertThat(Run.of("audit", unpacked.toString()))
        .isEqualTo(
            new Run(
                2,
                "",
                unpacked
                    + ": its name says that it is packed with gzip, and it is not; give it a name"
                    + " without .gz, or pack it\n"));
    assertThat(Run.of("audit", packed.toString()).err())
        .isEqualTo(
            packed
                + ": this is packed with gzip, and a log is expected; give it in a file with a name"
                + " that ends in .gz\n");
  }

  /** Of a few conversations a share says more than anybody knows. */
  @ParameterizedTest
  @CsvSource({"9,false", "10,true"})
  void tells_shares_of_ten_conversations_and_of_no_fewer(int sessions, boolean isTold) {
    StringBuilder talks = new StringBuilder();
    for (int s = 1; s <= sessions; s++) {
      String common = "{'session':'s-" + s + "','at':'2026-03-02T09:00:00Z','by':'sup-1','do':";
      talks.append(common).append("'open','protocol':'stress-first-aid-seven-c',");
      talks.append("'supporter':{'id':'sup-1'},'peer':{'id':'peer-1'}}\n");
      talks.append(common).append("'begin','element':'check'}\n");
      talks.append(common).append("'close'}\n");
    }
    String log = folder.resolve("talks.ndjson").toString();
    Run.on(talks.toString().replace('\'', '"'), "guide", "--log", log);

    Run audit = Run.of("audit", "--text", log);

    assertThat(audit.out()).contains("Of " + sessions + " closed conversations:");
    assertThat(audit.out().contains("100.0 %")).isEqualTo(isTold);
  }
}
