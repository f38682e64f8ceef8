package org.peersupport.workbench;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCommandTest {
  private static final String SECRET = "SECRET-7f3a";

  @TempDir Path folder;
  private String ledger = "";
  private String key = "";

  @BeforeEach
  void names() {
    ledger = folder.resolve("ledger").toString();
    key = folder.resolve("key").toString();
  }

  /** What guide records of conversations. */
  private String log(String... sessions) throws IOException {
    Path log = folder.resolve("log");
    Files.deleteIfExists(log);
    StringBuilder commands = new StringBuilder();
    for (String session : sessions) {
      commands.append(Say.whole(session));
    }
    assertThat(Run.on(commands.toString(), "guide", "--log", log.toString()).status()).isZero();
    return Files.readString(log);
  }

  private void begin() throws IOException {
    assertThat(append(log("s-1", "s-2")).status()).isZero();
  }

  private Run append(String log) {
    return Run.on(log, "ledger", "append", ledger);
  }

  private Run verify(String... more) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", ledger));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private String save(String name, Run run) throws IOException {
    assertThat(run.status()).as(run.err()).isZero();
    return Files.writeString(folder.resolve(name), run.out()).toString();
  }

  private String seal() throws IOException {
    assertThat(Run.of("ledger", "key", key).status()).isZero();
    return save("seal", Run.of("ledger", "seal", ledger, "--key", key));
  }

  @Test
  void appends_a_log_and_verifies_it() throws IOException {
    Run run = append(log("s-1", "s-2"));

    assertThat(run.err()).isEmpty();
    assertThat(run.answers().get(0).path("appended").asInt()).isEqualTo(20);
    JsonNode check = verify().answers().get(0);
    assertThat(verify().status()).isZero();
    assertThat(check.fieldNames())
        .toIterable()
        .containsExactly(
            "ledger", "lines", "head", "root", "sessions", "events", "erased", "findings");
    assertThat(check.path("lines").asInt()).isEqualTo(21);
    assertThat(check.path("head")).isEqualTo(run.answers().get(0).path("head"));
    assertThat(verify().err()).contains("without a seal");
  }

  @Test
  void reads_back_the_log_that_was_appended() throws IOException {
    String log = log("s-1", "s-2");
    append(log);

    assertThat(Run.of("ledger", "read", ledger).out()).isEqualTo(log);
  }

  @Test
  void appends_nothing_of_a_log_with_broken_lines_and_lists_them() throws IOException {
    begin();
    byte[] before = Files.readAllBytes(Path.of(ledger));
    String more = log("s-3");
    String broken = more + SECRET + "\n" + log("s-1").lines().skip(1).findFirst().orElseThrow();

    Run run = append(broken);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(3)
        .anyMatch(
            line -> line.startsWith(ledger + ": nothing was appended, the log has 2 problems"))
        .anyMatch(line -> line.startsWith("standard input:12: "))
        .anyMatch(line -> line.startsWith("standard input:13: event 1 of its session comes where"));
    assertThat(run.err()).doesNotContain(SECRET);
    assertThat(Path.of(ledger)).hasBinaryContent(before);
  }

  @Test
  void a_log_that_grew_is_appended_with_continue() throws IOException {
    String log = log("s-1", "s-2");
    String start = log.lines().limit(13).collect(Collectors.joining("\n")) + "\n";
    append(start);

    Run plain = append(log);
    Run run = continued(log);
    Run again = continued(log);

    assertThat(plain.status()).isEqualTo(2);
    assertThat(plain.err()).contains("append only what is new, as --continue does");
    assertThat(run.err()).isEmpty();
    assertThat(run.answers().get(0).path("appended").asInt()).isEqualTo(8);
    assertThat(Run.of("ledger", "read", ledger).out()).isEqualTo(log);
    assertThat(again.answers().get(0).path("appended").asInt()).isZero();
    Run shorter = continued(start);
    assertThat(shorter.status()).isZero();
    assertThat(shorter.err())
        .contains("ends before the ledger does, 8 of its events are not there");
  }

  @Test
  void a_log_that_begins_otherwise_is_not_continued() throws IOException {
    begin();
    byte[] before = Files.readAllBytes(Path.of(ledger));

    Run run = continued(log("s-1", "s-2", "s-3").replace("sup-1", "sup-7"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("does not begin with what the ledger has"));
    assertThat(Path.of(ledger)).hasBinaryContent(before);
  }

  @Test
  void a_log_is_continued_after_an_erasure_when_it_was_cleaned_too() throws IOException {
    append(log("s-1", "s-2"));
    Run.of("ledger", "erase", ledger, "--session", "s-1");
    String without =
        log("s-1", "s-2", "s-3")
            .lines()
            .filter(line -> !line.contains("\"session\":\"s-1\""))
            .collect(Collectors.joining("\n"));

    Run dirty = continued(log("s-1", "s-2", "s-3"));
    Run run = continued(without);

    assertThat(dirty.status()).isEqualTo(2);
    assertThat(dirty.err()).contains("take out of the log too what was erased");
    assertThat(run.answers().get(0).path("appended").asInt()).isEqualTo(10);
    assertThat(Files.readString(Path.of(ledger))).doesNotContain("\"s-1\"");
    String read = Run.of("ledger", "read", ledger, "--reasons").out();
    assertThat(continued(read).answers().get(0).path("appended").asInt()).isZero();
  }

  @Test
  void warns_that_what_was_erased_may_be_back() throws IOException {
    begin();
    Run.of("ledger", "erase", ledger, "--session", "s-1");

    Run run = append(log("s-1"));

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("may bring back what was erased", "(line 2 of the log)");
    assertThat(run.err()).doesNotContain("s-1");
    assertThat(append(log("s-9").replace("2026-03", "2026-04")).err()).isEmpty();
  }

  @Test
  void refuses_what_was_erased_and_comes_back_unless_it_is_said_to_be_another() throws IOException {
    append(log("s-1"));
    Run.of("ledger", "erase", ledger, "--session", "s-1");
    byte[] before = Files.readAllBytes(Path.of(ledger));

    Run again = append(log("s-1"));

    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("standard input:11: with this event its session has"));
    assertThat(again.err()).contains("take the session out of the log").doesNotContain("s-1");
    assertThat(Path.of(ledger)).hasBinaryContent(before);
    Run other = Run.on(log("s-9"), "ledger", "append", ledger, "--not-erased");
    assertThat(other.status()).isZero();
    assertThat(other.err()).isEmpty();
  }

  @Test
  void begins_no_ledger_in_the_place_of_one_that_is_gone_unless_asked() throws IOException {
    begin();
    Files.delete(Path.of(ledger));

    Run refused = append(log("s-1"));

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).startsWith(ledger + ":1: There is no ledger here any more");
    assertThat(Path.of(ledger)).doesNotExist();
    assertThat(Run.on(log("s-1"), "ledger", "append", ledger, "--new").status()).isZero();
    assertThat(verify().status()).isZero();
  }

  @Test
  void waits_for_another_writer_as_long_as_it_is_told() throws IOException {
    begin();
    String again = log("s-7");
    try (FileChannel other = FileChannel.open(Path.of(ledger + ".lock"), WRITE);
        FileLock lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      for (List<String> words :
          List.of(
              List.of("append", ledger, "--wait", "PT0.05S"),
              List.of("erase", ledger, "--session", "s-1", "--wait", "PT0.05S"))) {
        Run run = Run.on(again, with("ledger", words));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("somebody else is writing this ledger").hasLineCount(1);
      }
    }
    assertThat(Run.on(again, "ledger", "append", ledger, "--wait", "PT5S").status()).isZero();
    for (String wait : List.of("5", "soon", "-PT1S")) {
      Run run = Run.on(again, "ledger", "append", ledger, "--wait=" + wait);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("--wait").doesNotContain("java.time");
    }
  }

  @Test
  void repeats_no_id_of_a_command_that_was_mistyped() {
    for (List<String> words :
        List.of(
            List.of("erase", ledger, "--sesion", SECRET),
            List.of("erase", ledger, "--sesion=" + SECRET),
            List.of("erase", ledger, SECRET),
            List.of("erase", ledger, "--session", "s-1", SECRET))) {
      Run run = Run.of(with("ledger", words));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).doesNotContain(SECRET).contains("--help");
    }
    assertThat(Run.of("ledger", "erase", ledger, "--sesion", SECRET).err()).contains("'--sesion'");
  }

  private static String[] with(String first, List<String> more) {
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(more);
    return words.toArray(String[]::new);
  }

  @Test
  void verifies_and_reads_what_is_acknowledged_while_an_append_is_under_way() throws IOException {
    begin();
    JsonNode before = verify().answers().get(0);
    String log = Run.of("ledger", "read", ledger).out();
    long length = Files.size(Path.of(ledger));
    Files.writeString(
        Path.of(ledger + ".lock"), length + " " + before.path("head").asText() + "\n");
    Files.writeString(Path.of(ledger), "{\"commitments\":{", StandardOpenOption.APPEND);

    Run run = verify();

    assertThat(run.status()).isZero();
    assertThat(run.answers().get(0).path("head")).isEqualTo(before.path("head"));
    assertThat(run.answers().get(0).path("unacknowledged").asInt()).isEqualTo(16);
    assertThat(run.err()).contains(": 16 bytes at its end were not looked at");
    Run read = Run.of("ledger", "read", ledger);
    assertThat(read.out()).isEqualTo(log);
    assertThat(read.err()).contains(": 16 bytes at its end were not looked at");
  }

  private Run continued(String log) {
    return Run.on(log, "ledger", "append", ledger, "--continue");
  }

  @Test
  void tells_a_log_from_a_ledger() throws IOException {
    String log = Files.writeString(folder.resolve("a-log"), log("s-1")).toString();
    String bare =
        Files.writeString(
                folder.resolve("bare"),
                log("s-1").lines().skip(1).collect(Collectors.joining("\n")))
            .toString();
    for (String file : List.of(log, bare)) {
      byte[] before = Files.readAllBytes(Path.of(file));
      for (String command : List.of("verify", "read", "append", "prove", "erase --session s-1")) {
        List<String> words = new ArrayList<>(List.of(("ledger " + command).split(" ")));
        words.add(2, file);
        if (command.equals("prove")) {
          words.add("2");
        }

        Run run = Run.of(words.toArray(String[]::new));

        assertThat(run.status()).as(command).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("this is a log and not");
        assertThat(Path.of(file)).hasBinaryContent(before);
        assertThat(Path.of(file + ".lock")).doesNotExist();
      }
    }
  }

  @Test
  void appends_neither_commands_nor_a_ledger() throws IOException {
    begin();
    String other = folder.resolve("new").toString();

    Run commands = Run.on(Say.whole("s-1"), "ledger", "append", other);
    Run itself = Run.on(Files.readString(Path.of(ledger)), "ledger", "append", other);

    for (Run run : List.of(commands, itself)) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(Path.of(other)).doesNotExist();
      assertThat(Path.of(other + ".lock")).doesNotExist();
    }
    assertThat(commands.err()).contains("these are commands");
    assertThat(itself.err()).contains("this is a ledger");
  }

  @Test
  void leaves_no_lock_of_a_ledger_that_was_not_begun() throws IOException {
    assertThat(append(log("s-1") + "broken\n").status()).isEqualTo(2);

    assertThat(Path.of(ledger)).doesNotExist();
    assertThat(Path.of(ledger + ".lock")).doesNotExist();
  }

  @Test
  void check_prints_what_a_proof_proves() throws IOException {
    begin();
    String proof = save("proof", Run.of("ledger", "prove", ledger, "2", "--show", "p1,s1"));
    String header = save("header", Run.of("ledger", "prove", ledger, "1"));

    JsonNode says = Run.of("ledger", "check", proof).answers().get(0);

    assertThat(says.at("/says/event/type").asText()).isEqualTo("session-opened");
    assertThat(says.at("/says/event/peer/id").asText()).isEqualTo("p2");
    assertThat(says.at("/says/session").asInt()).isEqualTo(1);
    assertThat(says.path("shown").toString()).isEqualTo("{\"p1\":\"sup-1\",\"s1\":\"s-1\"}");
    JsonNode first = Run.of("ledger", "check", header).answers().get(0);
    assertThat(first.at("/says/format").asText()).isEqualTo("peersupport/ledger");
    assertThat(first.path("shown")).isEmpty();
    Files.writeString(Path.of(proof), Files.readString(Path.of(proof)).replace("sup-1", "sup-2"));
    Run altered = Run.of("ledger", "check", proof);
    assertThat(altered.status()).isOne();
    assertThat(altered.out()).doesNotContain("sup-2", "says");
  }

  @Test
  void prove_says_where_a_label_comes_from() throws IOException {
    begin();

    assertThat(Run.of("ledger", "prove", ledger, "3", "--show", "p1").err())
        .contains("p1 is not introduced in line 3 but in line 2");
    assertThat(Run.of("ledger", "prove", ledger, "3", "--show", "p9").err())
        .contains("there is no p9 in line 3");
    assertThat(Run.of("ledger", "prove", ledger, "2", "--show", SECRET).err())
        .contains("a label is a letter and a number")
        .doesNotContain(SECRET);
    Run.of("ledger", "erase", ledger, "--participant", "sup-1");
    assertThat(Run.of("ledger", "prove", ledger, "2", "--show", "p1").err()).contains("was erased");
  }

  @Test
  void a_seal_finds_lines_missing_after_an_erasure_too() throws IOException {
    begin();
    String seal = seal();
    Run.of("ledger", "erase", ledger, "--session", "s-1");
    List<String> lines = Files.readAllLines(Path.of(ledger));
    Files.writeString(Path.of(ledger), String.join("\n", lines.subList(0, 10)) + "\n");

    JsonNode found = verify("--seal", seal, "--public-key", key + ".pub").answers().get(0);

    assertThat(found.at("/findings/0/kind").asText()).isEqualTo("removed");
    assertThat(found.at("/findings/0/line").asInt()).isEqualTo(11);
    assertThat(found.at("/findings/1/kind").asText()).isEqualTo("changed");
    assertThat(found.at("/findings/1/explanation").asText()).contains("or the ledger was cut off");
  }

  @Test
  void verify_names_the_first_line_that_is_not_in_order() throws IOException {
    begin();
    Files.writeString(
        Path.of(ledger), Files.readString(Path.of(ledger)).replaceFirst("reach-out", "reach-oux"));

    Run run = verify();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers().get(0).at("/findings/0/kind").asText()).isEqualTo("changed");
    assertThat(run.answers().get(0).at("/findings/0/line").asInt()).isEqualTo(3);
    assertThat(append(log("s-3")).err()).startsWith(ledger + ":3: ");
    assertThat(Run.of("ledger", "erase", ledger, "--session", "s-1").status()).isEqualTo(2);
  }

  @Test
  void no_writer_cuts_off_what_was_acknowledged() throws IOException {
    begin();
    byte[] good = Files.readAllBytes(Path.of(ledger));
    Files.write(Path.of(ledger), Arrays.copyOf(good, good.length - 20));
    assertThat(Run.of("ledger", "key", key).status()).isZero();

    for (Run run :
        List.of(
            Run.of("ledger", "seal", ledger, "--key", key),
            Run.of("ledger", "erase", ledger, "--session", "s-1"),
            Run.of("ledger", "erase", ledger, "--participant", "nobody"),
            append(log("s-3")))) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith(ledger + ":21: The last line breaks off, and no append");
      assertThat(Path.of(ledger)).hasBinaryContent(Arrays.copyOf(good, good.length - 20));
    }
    assertThat(verify().status()).isEqualTo(1);
  }

  @Test
  void a_seal_tells_what_it_cut_off_before() throws IOException {
    String head = append(log("s-1")).answers().get(0).path("head").asText();
    byte[] good = Files.readAllBytes(Path.of(ledger));
    Files.writeString(Path.of(ledger), "{\"event\":{", StandardOpenOption.APPEND);
    Files.writeString(Path.of(ledger + ".lock"), good.length + " " + head + "\n");
    assertThat(Run.of("ledger", "key", key).status()).isZero();

    Run run = Run.of("ledger", "seal", ledger, "--key", key);

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith(ledger + ": ").contains("were cut off");
    assertThat(run.answers().get(0).path("head").asText()).isEqualTo(head);
    assertThat(Path.of(ledger)).hasBinaryContent(good);
  }

  @Test
  void a_seal_finds_what_is_missing_at_the_end() throws IOException {
    begin();
    String seal = seal();
    assertThat(verify("--seal", seal, "--public-key", key + ".pub").status()).isZero();
    List<String> lines = Files.readAllLines(Path.of(ledger));
    Files.writeString(Path.of(ledger), String.join("\n", lines.subList(0, 9)) + "\n");

    Run run = verify("--seal", seal, "--public-key", key + ".pub");

    assertThat(verify().status()).isZero();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers().get(0).at("/findings/0/kind").asText()).isEqualTo("removed");
    assertThat(run.answers().get(0).at("/findings/0/line").asInt()).isEqualTo(10);
  }

  @Test
  void proves_a_line_to_somebody_without_the_ledger() throws IOException {
    begin();
    String seal = seal();
    String proof = save("proof", Run.of("ledger", "prove", ledger, "3", "--seal", seal));
    String plain = save("plain", Run.of("ledger", "prove", ledger, "2", "--show", "p1,s1"));
    Files.delete(Path.of(ledger));

    Run run = Run.of("ledger", "check", proof, "--public-key", key + ".pub");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.answers().get(0).path("seal").asText()).isEqualTo("checked");
    assertThat(Run.of("ledger", "check", plain).err()).contains("no seal");
    assertThat(Run.of("ledger", "check", plain).status()).isZero();
    assertThat(Run.of("ledger", "check", plain, "--public-key", key + ".pub").status()).isOne();
    assertThat(Files.readString(Path.of(plain))).contains("sup-1").doesNotContain("peer-1");
    assertThat(Files.readString(Path.of(proof))).doesNotContain("sup-1", "peer-1", "s-1");
  }

  @Test
  void an_altered_proof_does_not_hold() throws IOException {
    begin();
    String proof = save("proof", Run.of("ledger", "prove", ledger, "3"));
    Files.writeString(
        Path.of(proof), Files.readString(Path.of(proof)).replace("reach-out", "reach-oux"));

    Run run = Run.of("ledger", "check", proof);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.answers().get(0).at("/findings/0/explanation").asText()).contains("root");
  }

  @Test
  void erases_a_session_and_keeps_seals_and_proofs() throws IOException {
    append(log(SECRET, "s-2"));
    String seal = seal();
    String proof = save("proof", Run.of("ledger", "prove", ledger, "3", "--seal", seal));

    Run run = Run.of("ledger", "erase", ledger, "--session", SECRET);

    assertThat(run.status()).isZero();
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
    assertThat(run.answers().get(0).path("sessions").asInt()).isEqualTo(1);
    assertThat(Files.readString(Path.of(ledger))).doesNotContain(SECRET);
    assertThat(verify("--seal", seal, "--public-key", key + ".pub").status()).isZero();
    assertThat(Run.of("ledger", "check", proof, "--public-key", key + ".pub").status()).isZero();
    Run again = Run.of("ledger", "erase", ledger, "--session", SECRET);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("nothing of that session").doesNotContain(SECRET);
  }

  @Test
  void erases_a_participant() throws IOException {
    begin();

    Run run = Run.of("ledger", "erase", ledger, "--participant", "peer-1");

    assertThat(run.answers().get(0).path("sessions").asInt()).isEqualTo(2);
    assertThat(Files.readString(Path.of(ledger))).doesNotContain("peer-1").contains("sup-1");
    assertThat(Run.of("ledger", "read", ledger).out()).contains("\"id\":\"erased-");
  }

  @Test
  void an_audit_judges_as_before_what_was_erased() throws IOException {
    String log = log("s-1", "s-2");
    append(log.lines().limit(15).collect(Collectors.joining("\n")));
    List<JsonNode> before = audited();

    Run.of("ledger", "erase", ledger, "--session", "s-1");
    Run.of("ledger", "erase", ledger, "--participant", "sup-1");

    assertThat(before).hasSize(3);
    assertThat(audited()).isEqualTo(before);
  }

  /** The lines of the audit without the ids of sessions. */
  private List<JsonNode> audited() {
    Run audit = Run.on(Run.of("ledger", "read", ledger, "--reasons").out(), "audit", "-");
    List<JsonNode> lines = audit.answers();
    lines.forEach(line -> ((ObjectNode) line).remove("session"));
    return lines;
  }

  @Test
  void tells_when_others_may_read_the_private_key_and_not_the_public_one() throws IOException {
    assumeTrue(Path.of(ledger).getFileSystem().supportedFileAttributeViews().contains("posix"));
    begin();
    Run.of("ledger", "key", key);
    String[] seal = {"ledger", "seal", ledger, "--key", key};
    assertThat(Run.of(seal).err()).isEmpty();

    Files.setPosixFilePermissions(Path.of(key), PosixFilePermissions.fromString("rw-r-----"));
    Run run = Run.of(seal);

    assertThat(run.status()).isZero();
    assertThat(run.answers().get(0).path("ledger").asText()).isNotEmpty();
    assertThat(run.err())
        .isEqualTo(key + ": others on this machine may read this key; chmod 600 keeps it to you\n");
  }

  @Test
  void makes_a_key_that_only_its_owner_can_read_and_never_overwrites_one() throws IOException {
    assertThat(Run.of("ledger", "key", key).status()).isZero();
    String secret = Files.readString(Path.of(key));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key))))
        .isEqualTo("rw-------");
    assertThat(Run.of("ledger", "key", key).status()).isEqualTo(2);
    assertThat(Path.of(key)).hasContent(secret);
    Files.delete(Path.of(key));
    Run run = Run.of("ledger", "key", key);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("key.pub: is there already");
    assertThat(Path.of(key)).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "verify L, no such file",
    "prove L 1, no such file",
    "read L, no such file",
    "erase L --session s-1, no such file",
    "seal L --key K, no such file",
    "check L, no such file",
    "verify F, is a directory",
    "append F, is a regular file",
    "check J, this is no proof",
    "verify J --seal J --public-key J, this is no seal",
    "append J, J:1: "
  })
  void says_in_one_line_what_it_cannot_use(String words, String why) throws IOException {
    Path other = Files.writeString(folder.resolve("J"), "{\"a\":1}\n");
    List<String> all = new ArrayList<>(List.of("ledger"));
    for (String word : words.split(" ", -1)) {
      all.add(
          switch (word) {
            case "L" -> ledger;
            case "K" -> key;
            case "F" -> folder.toString();
            case "J" -> other.toString();
            default -> word;
          });
    }

    Run run = Run.of(all.toArray(String[]::new));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err().toLowerCase(Locale.ROOT)).contains(why.toLowerCase(Locale.ROOT));
    assertThat(other).hasContent("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "append",
        "verify",
        "prove x",
        "prove x one",
        "verify x --seal y",
        "erase x",
        "erase x --session a --participant b",
        "seal x"
      })
  void answers_bad_usage_with_one_clear_line(String words) {
    Run run = Run.of(("ledger " + words).strip().split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("peersupport ledger").contains("--help'");
  }

  @Test
  void every_command_explains_itself() {
    for (String command :
        List.of("append", "verify", "prove", "check", "seal", "erase", "key", "read")) {
      Run run = Run.of("ledger", command, "--help");

      assertThat(run.status()).as(command).isZero();
      assertThat(run.out()).contains("Usage: peersupport ledger " + command);
    }
  }

  @Test
  void tells_nothing_of_what_a_ledger_says() throws IOException {
    String log = log("s-1").replace("peer-1", SECRET);
    append(log);
    String good = Files.readString(Path.of(ledger));
    for (String bad :
        List.of(
            good + "{\"" + SECRET,
            good + SECRET + "\n",
            good.replace("\"" + SECRET + "\"", "\"" + SECRET + "x\""),
            good.replace("reach-out", SECRET))) {
      for (String command : List.of("verify", "read", "append", "erase --session s-1", "prove 2")) {
        Files.writeString(Path.of(ledger), bad);
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add(0, "ledger");
        words.add(2, ledger);

        Run run = Run.of(words.toArray(String[]::new));

        assertThat(run.err()).as(command).doesNotContain(SECRET);
        if (!command.equals("read")) {
          assertThat(run.out()).as(command).doesNotContain(SECRET);
        }
      }
    }
  }
}
