package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifyCommandTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final String HEX =
      "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f\n";

  @TempDir Path folder;

  private String key;
  private String log;

  @BeforeEach
  void prepare() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), HEX);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    key = file.toString();
    log = folder.resolve("log.ndjson").toString();
    String reason = ",\"override\":{\"reason\":\"" + SECRET + "\"}";
    String offer = Say.offer(SECRET, "r-1", "chaplaincy").replace("}\n", reason + "}\n");
    String commands = Say.whole("s-1") + Say.open(SECRET) + offer;
    Run.on(commands.replace("peer-1", SECRET + "-peer"), "guide", "--log", log);
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("deidentify", log, "--key", key));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void prints_a_log_and_tells_what_was_changed_and_what_risk_is_left() {
    Run run = run();

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(13);
    assertThat(run.out()).startsWith("{\"format\":\"peersupport/log\",\"version\":1}\n");
    assertThat(run.out()).doesNotContain(SECRET, "sup-1", "r-1", "2026-03-02");
    assertThat(run.err()).doesNotContain(SECRET, "sup-1");
    assertThat(run.err().lines())
        .first()
        .isEqualTo(
            "Written: 2 sessions with 12 events. Left out because of 0 problems: 0 sessions.");
    assertThat(run.err())
        .contains("Dropped: 1 reason of overrides or corrections")
        .contains("Who has the key");
  }

  @Test
  void what_it_prints_is_a_log_that_goes_on() throws IOException {
    Path made = Files.writeString(folder.resolve("made"), run().out());

    Run run =
        Run.on("{\"do\":\"due\",\"at\":\"2026-03-02T09:00:00Z\"}", "guide", "--log", path("made"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("connect-in-time");
    assertThat(made).exists();
  }

  @Test
  void writes_to_files_when_asked_to_and_packs_by_name() throws IOException {
    Run run = run("--out", path("made.gz"), "--report", path("report.json"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("made.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(run().out());
    }
    String report = Files.readString(folder.resolve("report.json"));
    assertThat(Run.json(report).at("/changes/sessions").asInt()).isEqualTo(2);
    assertThat(Run.json(report).get("risks")).hasSize(7);
    assertThat(report).doesNotContain(SECRET, "sup-1").endsWith("}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--out", "--report"})
  void leaves_a_file_that_is_there_as_it_is(String option) throws IOException {
    String before = Files.readString(Path.of(log));

    Run run = run(option, log);

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                log
                    + ": is there already and was left as it is; name another file, or remove it"
                    + " first\n"));
    assertThat(Path.of(log)).hasContent(before);
  }

  @Test
  void leaves_nothing_half_done() {
    Run run = run("--out", path("none/made"), "--report", path("report.json"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo(path("none/made") + ": there is no such file or directory\n");
    assertThat(folder.resolve("report.json")).doesNotExist();
  }

  @Test
  void says_where_a_log_is_broken_and_writes_the_other_sessions() throws IOException {
    String whole = Files.readString(Path.of(log));
    Files.writeString(
        Path.of(log),
        whole.replace("\"element\":\"reach-out\"", "\"element\":\"" + SECRET + "\"")
            + SECRET
            + "\n");

    Run run = run("--out", path("made"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().limit(3).toList())
        .containsExactly(
            log
                + ":3: /element: The event begins an element that the session's protocol does not"
                + " have.",
            log + ":14: This is no JSON in UTF-8, or it breaks off, from about column 1.",
            "Written: 1 session with 2 events. Left out because of 2 problems: 1 session.");
    assertThat(run.err()).doesNotContain(SECRET);
    assertThat(Files.readAllLines(folder.resolve("made"))).hasSize(3);
  }

  @Test
  void sessions_of_protocols_that_do_not_ship_need_their_documents() throws IOException {
    String own =
        Run.of("show", "ama-six-elements")
            .out()
            .replace("\"id\":\"ama-six-elements\"", "\"id\":\"ours\"");
    Files.writeString(folder.resolve("ours.json"), own);
    Files.writeString(
        Path.of(log), Files.readString(Path.of(log)).replace("ama-six-elements@", "ours@"));

    assertThat(run().status()).isEqualTo(1);
    assertThat(run().err()).startsWith(log + ":2: /protocol: The session follows a protocol");
    assertThat(run("--with", path("ours.json")).status()).isZero();
    assertThat(run("--with", path("none.json")).err())
        .startsWith(path("none.json") + ": neither a protocol");
  }

  @Test
  void makes_a_key_that_it_takes() throws IOException {
    Run made = Run.of("deidentify", "--new-key", path("new"));

    assertThat(made.status()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(made.err())
        .contains("keep it apart")
        .doesNotContain(Files.readString(folder.resolve("new")).strip());
    assertThat(Run.of("deidentify", log, "--key", path("new")).status()).isZero();
    Run again = Run.of("deidentify", "--new-key", path("new"));
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("is there already and was left as it is");
  }

  @Test
  void refuses_a_key_that_can_be_guessed_and_says_how_to_make_one() throws IOException {
    Files.writeString(folder.resolve("weak"), SECRET);
    Run run = Run.of("deidentify", log, "--key", path("weak"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            path("weak")
                + ": this is no key: a key is 64 or more hexadecimal digits that were drawn at"
                + " random; 'peersupport deidentify --new-key FILE' makes one\n");
    assertThat(Run.of("deidentify", log, "--key", path("none")).err())
        .isEqualTo(path("none") + ": there is no such file or directory\n");
  }

  @Test
  void warns_of_a_key_that_others_can_read() throws IOException {
    Path file = Path.of(key);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

      assertThat(run().status()).isZero();
      assertThat(run().err()).startsWith(key + ": others on this machine may read this key");
    }
  }

  @Test
  void standard_input_will_not_do() {
    Run run = Run.of("deidentify", "-", "--key", key);

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "-: a log is read twice, and this can be read only once; give the path of a file\n"));
    assertThat(Run.of("deidentify", folder.toString(), "--key", key).status()).isEqualTo(2);
  }

  @Test
  void says_when_a_log_cannot_be_read() throws IOException {
    Files.writeString(folder.resolve("log.gz"), "not packed");

    assertThat(run(path("none")).err())
        .isEqualTo(path("none") + ": there is no such file or directory\n");
    Run unpacked = run(path("log.gz"));
    assertThat(unpacked.status()).isEqualTo(2);
    assertThat(unpacked.err())
        .startsWith(path("log.gz") + ": its name says that it is packed with gzip, and it is not;")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deidentify",
        "deidentify LOG",
        "deidentify --key KEY",
        "deidentify LOG --key KEY --unit 15",
        "deidentify LOG --key KEY --unit PT0.5S",
        "deidentify LOG --key KEY --unit P8D",
        "deidentify LOG --key KEY --k 1",
        "deidentify LOG --key KEY --k five",
        "deidentify LOG --key KEY --new-key NEW",
        "deidentify --new-key NEW LOG",
        "deidentify --new-key"
      })
  void answers_bad_usage_with_one_clear_line(String line) {
    String words = line.replace("LOG", log).replace("KEY", key).replace("NEW", path("new"));

    Run run = Run.of(words.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("peersupport deidentify: ")
        .endsWith("'peersupport deidentify --help' explains.\n");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void says_so_when_its_results_cannot_be_written() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new ByteArrayInputStream(new byte[0]), full, err);

    int status = new Workbench(console).run("deidentify", log, "--key", key);

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("peersupport: standard output: No space left on device\n");
  }
}
