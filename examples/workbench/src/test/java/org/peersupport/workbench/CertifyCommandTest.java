package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.peersupport.json.ledger.LedgerKeys;

/** Subjects of every kind, as a line for a shell each. */
@DisabledOnOs(OS.WINDOWS)
class CertifyCommandTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final String SUITE =
      "\"suite\":{\"format\":\"peersupport/vectors\",\"version\":1,\"kit\":\"1.0.0\","
          + "\"protocol\":\"p@1\",\"protocolSha256\":\""
          + "0".repeat(64)
          + "\",\"method\":\"by hand\",\"extra\":0,\"states\":1,\"inputs\":1,\"vectors\":3,"
          + "\"abstraction\":[]},";
  private static final String EXPECT =
      "\"expect\":{\"outcome\":\"refused\",\"violations\":[{\"code\":\"session.unknown\"}]}}\n";
  private static final String VECTORS =
      "{" + SUITE + vector("first", "") + vector("second", "\"needs\":[\"witness\"],");

  /** Answers every line as the vectors ask. */
  private static final String CORRECT =
      "while read -r line; do echo '{\"outcome\":\"refused\",\"violations\":[{\"code\":"
          + "\"session.unknown\",\"explanation\":\"There is none.\"}],\"explanation\":\"There is none.\"}'; done";

  @TempDir Path folder;
  private Path vectors;

  /** The end of a first line, from the name on, or what follows it. */
  private static String vector(String name, String needs) {
    String named = "\"vector\":\"" + name + "\"," + needs;
    String step = "\"send\":{\"session\":\"" + name + "\",\"do\":\"pause\"}," + EXPECT;
    return (name.equals("first") ? "" : "{") + named + step;
  }

  @BeforeEach
  void write() throws IOException {
    vectors = Files.writeString(folder.resolve("v.ndjson"), VECTORS + vector("third", ""));
  }

  private Run certify(String script, String... options) {
    List<String> words = new ArrayList<>(List.of("certify", "--vectors", vectors.toString()));
    words.addAll(List.of(options));
    if (!words.contains("--timeout")) {
      words.addAll(List.of("--timeout", "PT0.2S"));
    }
    words.addAll(List.of("--", "/bin/sh", "-c", script));
    return Run.of(words.toArray(String[]::new));
  }

  /** What is said of each vector. */
  private static List<String> reasons(Run run) {
    List<JsonNode> lines = run.answers();
    return lines.subList(0, lines.size() - 1).stream()
        .map(line -> line.path("reason").asText())
        .toList();
  }

  private static JsonNode report(Run run) {
    List<JsonNode> lines = run.answers();
    return lines.get(lines.size() - 1).path("report");
  }

  /** Fails every vector for that reason, and the report counts them. */
  private void assertFails(String script, String reason) {
    Run run = certify(script);

    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(reasons(run)).hasSize(3).allSatisfy(each -> assertThat(each).contains(reason));
    assertThat(report(run).at("/results/failed").asInt()).isEqualTo(3);
    assertThat(report(run).path("verdict").asText()).isEqualTo("failed");
  }

  @Test
  void a_subject_that_answers_rightly_passes() {
    Run run = certify(CORRECT, "--subject", "Acme Care 4");

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(report(run).at("/results/passed").asInt()).isEqualTo(3);
    assertThat(report(run).path("subject").asText()).isEqualTo("Acme Care 4");
    assertThat(run.out()).doesNotContain("/bin/sh");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void what_is_not_claimed_is_skipped_and_said_to_be() throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("claims.json"),
            "{\"format\":\"peersupport/capabilities\",\"version\":1,\"claims\":[]}");

    Run run = certify(CORRECT, "--capabilities", manifest.toString());

    assertThat(run.status()).isZero();
    assertThat(reasons(run)).containsExactly("", "Not claimed: witness.", "");
    assertThat(report(run).at("/capabilities/unclaimed/0").asText()).isEqualTo("witness");
  }

  @Test
  void a_subject_that_dies_is_started_again() {
    assertFails("read -r line; exit 3", "ended with exit status 3");
  }

  @Test
  void one_death_fails_one_vector() {
    Path died = folder.resolve("died");
    String once = "test -e " + died + " || { touch " + died + "; read -r line; exit 3; }; ";

    Run run = certify(once + CORRECT);

    assertThat(run.status()).isEqualTo(1);
    assertThat(report(run).at("/results/failed").asInt()).isPositive();
    assertThat(report(run).at("/results/passed").asInt()).isPositive();
  }

  @Test
  void a_silent_subject_is_given_up_and_so_is_what_it_started() throws Exception {
    Path pid = folder.resolve("pid");

    assertFails("sleep 600 & echo $! > " + pid + "; cat > /dev/null", "No answer came within");

    long child = Long.parseLong(Files.readString(pid).strip());
    assertThat(ends(child)).isTrue();
  }

  /** Whether it ends before long; a process that was told to end is not gone at once. */
  private static boolean ends(long child) throws Exception {
    for (int i = 0; i < 100 && isRunning(child); i++) {
      Thread.sleep(100);
    }
    return !isRunning(child);
  }

  /** Whether it does anything; one that has ended may wait long until somebody takes note of it. */
  private static boolean isRunning(long child) throws IOException {
    Path status = Path.of("/proc", Long.toString(child), "status");
    boolean isGone = ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty();
    return !isGone && !(Files.exists(status) && Files.readString(status).contains("(zombie)"));
  }

  @Test
  void a_subject_that_closes_its_output_is_told_so() {
    assertFails("exec >&-; sleep 600", "closed its output");
  }

  /** It has closed its output before anything is sent, however long that takes. */
  @Test
  void a_subject_that_has_closed_its_output_is_started_again() throws Exception {
    ProcessSubject subject =
        new ProcessSubject(
            List.of("/bin/sh", "-c", "exec >&-; sleep 600"), Duration.ofSeconds(2), false);
    try (subject) {
      for (int i = 0; i < 3; i++) {
        subject.restart();
        Thread.sleep(300);
        assertThatThrownBy(() -> subject.answer("{}")).hasMessageContaining("closed its output");
      }
    }
  }

  @Test
  void a_subject_that_does_not_listen_is_told_so() {
    assertFails("exec <&-; sleep 600", "No answer came within");
  }

  @Test
  void a_flood_on_standard_error_harms_nobody() {
    Run run = certify("yes floods >&2 & " + CORRECT + "; kill $!");

    assertThat(run.status()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("floods");
  }

  @Test
  void a_flood_of_answers_is_told() {
    assertFails("while :; do echo '{}'; done", "");
  }

  @Test
  void an_endless_line_is_no_answer() {
    assertFails("read -r line; cat /dev/zero", "No answer came within");
  }

  @Test
  void garbage_is_told_but_not_repeated() {
    for (String garbage : List.of(SECRET, "[]", "{\"" + SECRET, "{} {}")) {
      assertFails(
          "while read -r line; do echo '" + garbage + "'; done", "not one JSON object in one line");
    }
    assertFails("while read -r line; do printf '\\377\\n'; done", "no text in UTF-8");
  }

  @Test
  void an_answer_of_another_session_is_told() {
    assertFails(
        "while read -r line; do echo '{\"session\":\"" + SECRET + "\"}'; done",
        "about another session");
  }

  @Test
  void nothing_of_what_a_subject_says_is_handed_on() throws IOException {
    Path html = folder.resolve("report.html");
    String answer =
        "{\"outcome\":\"@\",\"status\":\"@\",\"@\":\"@\",\"violations\":[{\"code\":\"@\",\"@\":1}]}"
            .replace("@", SECRET);

    Run run =
        certify(
            "while read -r line; do echo '" + answer + "'; echo " + SECRET + " >&2; done",
            "--html",
            html.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("something else").doesNotContain(SECRET);
    assertThat(run.err()).doesNotContain(SECRET);
    assertThat(Files.readString(html)).contains("something else").doesNotContain(SECRET);
  }

  @Test
  void a_signed_report_can_be_verified() throws Exception {
    String key = folder.resolve("key").toString();
    assertThat(Run.of("ledger", "key", key).status()).isZero();
    Path html = folder.resolve("report.html");

    Run run = certify(CORRECT, "--key", key, "--html", html.toString());

    String line = run.out().lines().reduce((before, last) -> last).orElseThrow();
    String report = line.substring("{\"report\":".length(), line.indexOf(",\"signature\":"));
    String signature = Run.json(line).at("/signature/value").asText();
    PublicKey known = LedgerKeys.readPublic(Files.readString(Path.of(key + ".pub")));
    assertThat(isSigned(report, signature, known)).isTrue();
    assertThat(isSigned(report.replace("passed", "failed"), signature, known)).isFalse();
    assertThat(Files.readString(html)).contains(signature);
  }

  private static boolean isSigned(String report, String signature, PublicKey key) throws Exception {
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(report.getBytes(UTF_8));
    return verifier.verify(Base64.getDecoder().decode(signature));
  }

  private String keys(String name) {
    String key = folder.resolve(name).toString();
    assertThat(Run.of("ledger", "key", key).status()).isZero();
    return key;
  }

  /** The file that a signed run leaves. */
  private Path certificate(String key) throws IOException {
    return Files.writeString(folder.resolve("certificate"), certify(CORRECT, "--key", key).out());
  }

  @Test
  void a_private_key_that_others_may_read_is_told() throws IOException {
    String key = keys("key");
    assertThat(certify(CORRECT, "--key", key).err()).isEmpty();

    Files.setPosixFilePermissions(Path.of(key), PosixFilePermissions.fromString("rw----r--"));
    Run run = certify(CORRECT, "--key", key);

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(key + ": others on this machine may read this key; chmod 600 keeps it to you\n");
  }

  @Test
  void a_certificate_is_checked_with_the_key_of_who_signed_it() throws IOException {
    String key = keys("key");
    Path certificate = certificate(key);

    Run run = Run.of("certify", "--check", certificate.toString(), "--public-key", key + ".pub");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.answers().get(0).path("signature").asText()).isEqualTo("checked");
    assertThat(run.answers().get(0).path("verdict").asText()).isEqualTo("passed");
  }

  @Test
  void a_certificate_with_a_changed_byte_does_not_hold() throws IOException {
    String key = keys("key");
    Path certificate = certificate(key);
    Files.writeString(certificate, Files.readString(certificate).replace("unnamed", "renamed"));

    Run run = Run.of("certify", "--check", certificate.toString(), "--public-key", key + ".pub");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers().get(0).path("signature").asText()).isEqualTo("wrong");
    assertThat(run.out()).doesNotContain("renamed");
  }

  @Test
  void a_certificate_of_another_key_or_of_none_does_not_hold() throws IOException {
    Path certificate = certificate(keys("key"));
    String other = keys("other") + ".pub";
    Path unsigned = Files.writeString(folder.resolve("unsigned"), certify(CORRECT).out());

    assertThat(Run.of("certify", "--check", certificate.toString(), "--public-key", other).status())
        .isEqualTo(1);
    assertThat(Run.of("certify", "--check", unsigned.toString(), "--public-key", other).out())
        .contains("\"signature\":\"none\"");
  }

  @Test
  void what_cannot_be_checked_is_told() throws IOException {
    String key = keys("key");
    String known = key + ".pub";
    String certificate = certificate(key).toString();
    for (Run run :
        List.of(
            Run.of("certify", "--check", certificate),
            Run.of("certify", "--check", certificate, "--public-key", key),
            Run.of("certify", "--check", vectors.toString(), "--public-key", known),
            Run.of("certify", "--check", "no-such-file", "--public-key", known),
            Run.of("certify", "--check", certificate, "--public-key", known, "--", "true"),
            certify(CORRECT, "--public-key", known),
            certify(CORRECT, "--key", key, "--public-key", keys("other") + ".pub"))) {
      assertThat(run.status()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).hasLineCount(1).doesNotContain("Exception");
    }
  }

  @Test
  void the_page_names_the_public_key_that_belongs_to_the_signature() throws IOException {
    String key = keys("key");
    Path moved = Files.move(Path.of(key + ".pub"), folder.resolve("known"));
    Path html = folder.resolve("report.html");

    assertThat(certify(CORRECT, "--key", key, "--html", html.toString()).status()).isEqualTo(2);
    Run run =
        certify(CORRECT, "--key", key, "--public-key", moved.toString(), "--html", html.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(html)).contains(Files.readAllLines(moved).get(1));
  }

  @Test
  void a_page_never_takes_the_place_of_another_file() throws IOException {
    Run run = certify(CORRECT, "--html", vectors.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("v.ndjson: is there already and was left as it is");
    assertThat(Files.readString(vectors)).startsWith(VECTORS);
  }

  @Test
  void a_failure_shows_what_was_sent_and_where_that_stands() {
    Run run = certify("while read -r line; do echo '{}'; done");

    JsonNode failed = run.answers().get(2);
    assertThat(failed.path("line").asInt()).isEqualTo(3);
    assertThat(failed.path("sent").toString())
        .isEqualTo("{\"session\":\"third\",\"do\":\"pause\"}");
    assertThat(run.err())
        .contains("v.ndjson: 3 vectors failed; \"line\" tells which line of this file was sent");
  }

  @Test
  void what_was_not_played_is_counted_apart() throws IOException {
    StringBuilder many =
        new StringBuilder("{" + SUITE.replace(":3,", ":13,") + vector("first", ""));
    for (int i = 1; i < 13; i++) {
      many.append(vector("v-" + i, ""));
    }
    Files.writeString(vectors, many);

    Run run = certify("exit 7");

    assertThat(report(run).at("/results/failed").asInt()).isEqualTo(13);
    assertThat(report(run).at("/results/notPlayed").asInt()).isEqualTo(3);
    assertThat(run.err())
        .contains("v.ndjson: 10 vectors failed;")
        .contains("v.ndjson: 3 vectors were not played, because COMMAND had been given up")
        .contains("--show-errors");
  }

  @Test
  void a_claim_that_there_is_not_is_told_with_those_that_there_are() throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("claims.json"),
            "{\"format\":\"peersupport/capabilities\",\"version\":1,"
                + "\"claims\":[\"frob\",\"options\",\"witness\"]}");

    Run run = certify(CORRECT, "--capabilities", manifest.toString());

    assertThat(run.err())
        .isEqualTo(
            manifest
                + ": no vector needs 'frob'; there are command-id, correct, due, if-seq, options,"
                + " remedy, state, void, witness\n");
  }

  @Test
  void vectors_of_another_document_than_ships_are_told() throws IOException {
    Files.writeString(vectors, Files.readString(vectors).replace("p@1", "ama-six-elements@1.0.0"));

    Run run = certify(CORRECT);

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("v.ndjson: protocolSha256 is not that of the ama-six-elements@1.0.0 that ships");
  }

  @Test
  void a_program_that_cannot_be_started_is_named_without_its_arguments() {
    Run run = Run.of("certify", "--vectors", vectors.toString(), "--", "no/such/program", SECRET);
    Run oneWord =
        Run.of("certify", "--vectors", vectors.toString(), "--", "no/such/program " + SECRET);

    assertThat(run.err())
        .isEqualTo(
            "no/such/program: cannot be started; give a program that exists and may be run\n");
    assertThat(oneWord.err()).contains("has a blank in it").doesNotContain(SECRET);
  }

  @Test
  void a_timeout_that_is_none_is_told_in_one_clear_line() {
    for (String timeout : List.of("x", "5", "PT0S", "-PT1S", "PT11M")) {
      assertThat(certify(CORRECT, "--timeout", timeout).err())
          .isEqualTo(
              "peersupport certify: --timeout is a duration from PT0.001S to PT10M, such as PT5S."
                  + " 'peersupport certify --help' explains.\n");
    }
  }

  @Test
  void everything_wrong_with_the_vectors_is_told_by_line() throws IOException {
    Files.writeString(vectors, VECTORS + "{\"vector\":\"third\"}\nnonsense\n");

    Run run = certify(CORRECT);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("v.ndjson:3").contains("v.ndjson:4").doesNotContain("nonsense");
  }

  @Test
  void what_cannot_be_used_ends_it_before_it_begins() throws IOException {
    Path noKey = Files.writeString(folder.resolve("no.key"), SECRET);
    for (Run run :
        List.of(
            certify(CORRECT, "--key", noKey.toString()),
            certify(CORRECT, "--capabilities", noKey.toString()),
            certify(CORRECT, "--html", folder.resolve("no/such/folder.html").toString()),
            certify(CORRECT, "--timeout", "PT0S"),
            certify(CORRECT, "--subject", " "),
            Run.of("certify", "--vectors", vectors.toString(), "--", "no/such/program"),
            Run.of("certify", "--vectors", "no-such-file", "--", "true"),
            Run.of("certify", "--vectors", vectors.toString()))) {
      assertThat(run.status()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).isNotBlank().doesNotContain(SECRET, "Exception", "\tat ");
    }
  }

  @Test
  void a_log_in_the_place_of_vectors_is_told_once() {
    String log = "src/test/resources/audit/every-verdict.ndjson";

    assertThat(Run.of("certify", "--vectors", log, "--", "true"))
        .isEqualTo(
            new Run(
                2,
                "",
                log
                    + ": this is a log, and vectors are expected; 'peersupport vectors P' makes"
                    + " them\n"));
  }
}
