package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
  private static final String BROKEN =
      "the history of session s-1 is broken, so it is refused as session.unreadable: ";

  private static final String HEADER = "{\"format\":\"peersupport/log\",\"version\":1}";

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void name() {
    log = folder.resolve("sessions.ndjson");
  }

  private Run guide(String input) {
    return Run.on(input, "guide", "--log", log.toString());
  }

  @Test
  void begins_with_a_header_and_holds_every_event_of_the_answers() throws IOException {
    Run run = guide(Say.whole("s-1") + Say.plain("s-1", "pause"));

    List<String> expected = new ArrayList<>(List.of(HEADER));
    run.answers().forEach(a -> a.path("events").forEach(event -> expected.add(event.toString())));
    assertThat(Files.readAllLines(log)).isEqualTo(expected).hasSize(11);
  }

  @Test
  void is_made_for_its_owner_alone() throws IOException {
    assumeTrue(hasOwners());

    Run run = guide(Say.open("s-1"));

    assertThat(run.err()).isEmpty();
    assertThat(permissions()).isEqualTo("rw-------");
    assertThat(guide(Say.begin("s-1", "reach-out")).err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-"})
  void is_told_when_others_may_read_it_and_left_as_it_is(String open) throws IOException {
    assumeTrue(hasOwners());
    guide(Say.open("s-1"));
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString(open));

    Run run = guide(Say.begin("s-1", "reach-out") + Say.begin("s-1", "invite-and-listen"));

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(log + ": others on this machine may read this log; chmod 600 keeps it to you\n");
    assertThat(permissions()).isEqualTo(open);
  }

  private boolean hasOwners() {
    return log.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(log));
  }

  @Test
  void does_not_bear_the_name_of_a_packed_one() {
    Path packed = folder.resolve("sessions.ndjson.gz");

    Run run = Run.on(Say.open("s-1"), "guide", "--log", packed.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(packed + ": who reads a log").hasLineCount(1);
    assertThat(packed).doesNotExist();
  }

  @Test
  void goes_on_where_the_process_before_it_stopped() throws IOException {
    String together = Run.on(Say.whole("s-1"), "guide").out();

    StringBuilder apart = new StringBuilder();
    Say.whole("s-1").lines().forEach(command -> apart.append(guide(command).out()));

    assertThat(apart.toString()).isEqualTo(together);
    assertThat(Files.readAllLines(log)).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-whole-conversation",
        "breaking-the-glass",
        "a-lost-answer",
        "consent-withdrawn",
        "the-wrong-person",
        "two-clocks",
        "ended-early-with-a-debt",
        "imminent-concern",
        "order-and-remedies",
        "referral-lives-on",
        "who-and-when"
      })
  void a_restart_between_any_two_commands_changes_no_answer(String name) throws IOException {
    Path file = Path.of("src/test/resources/acceptance", name + ".ndjson");
    List<String> commands = new ArrayList<>();
    Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .forEach(line -> commands.add(Run.json(line).get("send") + "\n"));

    StringBuilder apart = new StringBuilder();
    commands.forEach(command -> apart.append(guide(command).out()));

    String together = Run.on(String.join("", commands), "guide").out();
    assertThat(unnumbered(apart.toString())).isEqualTo(unnumbered(together));
  }

  /** Without the numbers of malformed lines, which each run counts for itself. */
  private static String unnumbered(String answers) {
    return answers.replaceAll("\"line\":[0-9]+", "\"line\":0");
  }

  @Test
  void points_back_to_events_from_before_the_restart() {
    guide(Say.open("s-1") + Say.begin("s-1", "reach-out") + Say.begin("s-1", "invite-and-listen"));
    guide(Say.begin("s-1", "offer-resources") + Say.offer("s-1", "r-1", "chaplaincy"));
    guide(Say.begin("s-1", "close-with-thank-you") + Say.thank("s-1"));

    Run run = guide(Say.plain("s-1", "close"));

    assertThat(run.answers().get(0).at("/violations/0/witness").toString()).isEqualTo("[5]");
  }

  @Test
  void takes_a_log_without_a_header_and_leaves_it_without() throws IOException {
    guide(Say.open("s-1"));
    Files.writeString(log, Files.readString(log).replace(HEADER + "\n", ""));

    Run run = guide(Say.begin("s-1", "reach-out"));

    assertThat(run.status()).isZero();
    assertThat(Files.readAllLines(log)).hasSize(2).noneMatch(HEADER::equals);
  }

  @Test
  void starts_an_empty_file() throws IOException {
    Files.createFile(log);

    guide("");

    assertThat(Files.readString(log)).isEqualTo(HEADER + "\n");
  }

  @Test
  void removes_a_last_line_that_was_cut_off_wherever_that_was() throws IOException {
    guide(Say.open("s-1"));
    String before = Files.readString(log);
    guide(Say.begin("s-1", "reach-out"));
    String after = Files.readString(log);

    for (int cut = before.length() + 1; cut < after.length() - 1; cut++) {
      Files.writeString(log, after.substring(0, cut));
      Run run = guide(Say.begin("s-1", "reach-out"));

      assertThat(run.status()).isZero();
      assertThat(run.err())
          .isEqualTo(
              log
                  + ":3: the last line breaks off and was removed; its command may have"
                  + " been answered: send it again under its 'commandId', or with 'ifSeq' where it has"
                  + " none\n");
      assertThat(Files.readString(log)).isEqualTo(after);
    }
  }

  @Test
  void keeps_a_last_line_that_lacks_only_its_end() throws IOException {
    guide(Say.open("s-1") + Say.begin("s-1", "reach-out"));
    String whole = Files.readString(log);
    Files.writeString(log, whole.stripTrailing());

    Run run = guide("");

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(log)).isEqualTo(whole);
  }

  @Test
  void starts_anew_when_not_even_the_header_was_written() throws IOException {
    for (int cut = 1; cut < HEADER.length(); cut++) {
      Files.writeString(log, HEADER.substring(0, cut));

      assertThat(guide("").status()).isZero();
      assertThat(Files.readString(log)).isEqualTo(HEADER + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"format\":\"peersupport/protocol\",\"version\":1}",
        "{\"format\":\"peersupport/log\",\"version\":2}\n",
        "my diary",
        "my diary\nin two lines\n",
        "[1,2,3]",
        HEADER + "\n" + HEADER + "\n"
      })
  void leaves_alone_what_is_no_log(String text) throws IOException {
    Files.writeString(log, text);

    Run run = guide(Say.open("s-1"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(log + ":");
    assertThat(Files.readString(log)).isEqualTo(text);
  }

  /**
   * The reason of an override is told for each rule, so an event may be longer than its command.
   */
  @Test
  void reads_again_what_it_has_written_however_long() throws IOException {
    StringBuilder rules = new StringBuilder();
    for (int r = 0; r < 200; r++) {
      rules.append(r == 0 ? "" : ",");
      rules.append(
          "{'id':'r%d','template':'precedence','a':['begin:a'],'b':['begin:b'],'overridable':true}"
              .formatted(r));
    }
    String element = "{'key':'%s','title':'T','purpose':'P','need':'optional','repeatable':true}";
    Path document =
        Files.writeString(
            folder.resolve("many.json"),
            ("{'id':'many','release':'1','title':'T','source':'S','elements':["
                    + element.formatted("a")
                    + ","
                    + element.formatted("b")
                    + "],'rules':["
                    + rules
                    + "]}")
                .replace('\'', '"'));
    String[] guide = {"guide", "--log", log.toString(), document.toString()};

    Run written = Run.on(Say.open("s-1", "many") + beginDespite("s-1", 20_000), guide);
    Run refused = Run.on(Say.open("s-2", "many") + beginDespite("s-2", 90_000), guide);

    assertThat(written.status()).isZero();
    assertThat(Files.size(log)).isGreaterThan(10_000_000);
    assertThat(refused.err()).isEmpty();
    assertThat(refused.answers().get(1).at("/issues/0/code").asText()).isEqualTo("json.too-large");
    assertThat(Run.on("", guide).err()).isEmpty();
  }

  private static String beginDespite(String session, int characters) {
    String reason = "\"override\":{\"reason\":\"" + "€".repeat(characters) + "\"}";
    return Say.act(session, "begin", "\"element\":\"b\"," + reason);
  }

  @Test
  void says_when_another_release_is_needed() throws IOException {
    Files.writeString(log, "{\"format\":\"peersupport/log\",\"version\":2}\n");

    assertThat(guide("").err())
        .isEqualTo(
            log
                + ":1: This is a log of version 2, and this release reads version 1. Use the release"
                + " that wrote it.\n");
  }

  @Test
  void says_which_line_does_not_follow_from_those_before_it() throws IOException {
    guide(Say.whole("s-1"));
    List<String> lines = Files.readAllLines(log);
    List<String> gap = new ArrayList<>(lines);
    gap.remove(4);
    List<String> twice = new ArrayList<>(lines);
    twice.add(lines.get(1));
    List<String> headless = new ArrayList<>(lines);
    headless.remove(1);
    List<String> foreign = new ArrayList<>(lines);
    foreign.set(1, lines.get(1).replace("@1.0.0", "@7.0.0"));

    assertThat(broken(gap)).isEqualTo(":5: " + BROKEN + "The event has seq 5 where 4 comes next.");
    assertThat(broken(twice))
        .isEqualTo(":12: " + BROKEN + "The event opens a session that was opened before.");
    assertThat(broken(headless))
        .isEqualTo(":2: " + BROKEN + "The event belongs to a session that was not opened before.");
    assertThat(problem(foreign)).startsWith(":2: The session follows a protocol");
  }

  /** The other sessions go on, and the broken one is refused. */
  private String broken(List<String> lines) throws IOException {
    Files.writeString(log, String.join("\n", lines) + "\n");
    Run run = guide(Say.open("s-2") + Say.plain("s-1", "pause"));
    assertThat(run.status()).isOne();
    assertThat(run.answers().get(0).path("outcome").asText()).isEqualTo("accepted");
    assertThat(run.answers().get(1).at("/violations/0/code").asText())
        .isEqualTo("session.unreadable");
    List<String> messages = run.err().lines().toList();
    assertThat(messages).hasSize(1);
    return messages.get(0).substring(log.toString().length());
  }

  private String problem(List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    Files.writeString(log, text);
    Run run = guide(Say.open("s-2"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(Files.readString(log)).isEqualTo(text);
    List<String> messages = run.err().lines().toList();
    assertThat(messages).hasSize(2);
    return messages.get(1).substring(log.toString().length());
  }

  @Test
  void names_the_session_of_a_damaged_line_only_if_an_event_before_it_has_that_id()
      throws IOException {
    guide(Say.open("s-1"));
    String whole = Files.readString(log);
    String damaged = "{\"session\":\"s-1\"\n{\"session\":\"s-1\"\n";
    Files.writeString(log, whole + damaged + damaged.replace("s-1", "of-jane-doe"));

    assertThat(guide("").err().lines())
        .hasSize(4)
        .allMatch(line -> line.contains(" is broken, so it is refused as session.unreadable: "))
        .extracting(line -> line.substring(log.toString().length(), line.indexOf(" is broken")))
        .containsExactly(
            ":3: the history of session s-1",
            ":4: the history of session s-1",
            ":5: the history of a session",
            ":6: the history of a session");
  }

  @Test
  void does_not_write_a_log_that_another_guide_is_writing() throws IOException {
    guide(Say.open("s-1"));

    try (FileChannel other = FileChannel.open(log, StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      Run run = guide(Say.begin("s-1", "reach-out"));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).isEqualTo(log + ": another guide is writing this log\n");
    }
    assertThat(Files.readAllLines(log)).hasSize(2);
  }

  @Test
  void says_when_a_log_cannot_be_written() {
    Run nowhere = Run.on("", "guide", "--log", folder.resolve("no/log").toString());
    Run directory = Run.on("", "guide", "--log", folder.toString());

    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err()).endsWith("/log: there is no such file or directory\n");
    assertThat(directory.status()).isEqualTo(2);
    assertThat(directory.err()).endsWith(": a log is a regular file, and this is none\n");
  }

  @Test
  void has_every_event_before_it_is_answered() throws IOException {
    List<Integer> logged = new ArrayList<>();
    List<Integer> answered = new ArrayList<>();
    OutputStream out =
        new OutputStream() {
          private int lines;

          @Override
          public void write(int b) throws IOException {
            lines += b == '\n' ? 1 : 0;
          }

          @Override
          public void flush() throws IOException {
            logged.add(Files.readAllLines(log).size() - 1);
            answered.add(lines);
          }
        };
    var in =
        new java.io.ByteArrayInputStream(Say.whole("s-1").getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 200));
          }
        };

    Console console = new Console(in, out, OutputStream.nullOutputStream());
    new Workbench(console).run("guide", "--log", log.toString(), "--sync");

    assertThat(answered).hasSizeGreaterThan(3).endsWith(10);
    assertThat(logged).isEqualTo(answered);
  }
}
