package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guide whose log somebody else changes between two batches answers nothing after that. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there nobody can change a file that is locked")
class ChangedLogTest {
  private static final String SECRET = "SECRET-7f3a";

  /** A command whose event would have to be recorded; its reason is confidential. */
  private static final String COMMAND =
      Say.act(
          "s-1",
          "offer",
          "\"referral\":\"r-1\",\"resource\":\"chaplaincy\","
              + "\"override\":{\"reason\":\""
              + SECRET
              + "\"}");

  /** A batch that has nothing to record. */
  private static final String QUERIES =
      """
      {"at":"2026-03-02T09:00:00Z","do":"due"}
      {"session":"s-1","at":"2026-03-02T09:00:00Z","do":"options"}
      """;

  private static final String NOT_RECORDED =
      ". Commands that have no answer were not recorded: send them again after a restart\n";

  @TempDir Path folder;
  private Path log;
  private Path elsewhere;

  @BeforeEach
  void names() {
    log = folder.resolve("sessions.ndjson");
    elsewhere = folder.resolve("elsewhere.ndjson");
  }

  static List<String> batches() {
    return List.of(COMMAND, QUERIES);
  }

  /** What happens between two batches. */
  private interface Incident {
    void happen() throws IOException;
  }

  /** Opens a session; then something happens; then the later batch comes. */
  private Run guide(Incident incident, String later) {
    InputStream in =
        new InputStream() {
          private InputStream batch = new ByteArrayInputStream(Say.open("s-1").getBytes(UTF_8));
          private boolean last;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = batch.read(bytes, offset, length);
            if (count >= 0 || last) {
              return count;
            }
            incident.happen();
            last = true;
            batch = new ByteArrayInputStream(later.getBytes(UTF_8));
            return batch.read(bytes, offset, length);
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = new Workbench(new Console(in, out, err)).run("guide", "--log", log.toString());
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private void assertStopped(Run run, String message) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.answers()).hasSize(1);
    assertThat(run.answers().get(0).path("outcome").asText()).isEqualTo("accepted");
    assertThat(run.err()).isEqualTo(log + ": " + message + NOT_RECORDED);
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @MethodSource("batches")
  void stops_when_its_log_was_removed(String later) {
    Run run = guide(() -> Files.delete(log), later);

    assertStopped(run, "the log was removed or renamed; put it back");
    assertThat(log).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("batches")
  void stops_when_its_log_was_renamed(String later) throws IOException {
    Run run = guide(() -> Files.move(log, elsewhere), later);

    assertStopped(run, "the log was removed or renamed; put it back");
    assertThat(log).doesNotExist();
    assertThat(Files.readAllLines(elsewhere)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("batches")
  void stops_when_another_file_is_in_the_place_of_its_log(String later) throws IOException {
    Run run =
        guide(
            () -> {
              Files.move(log, elsewhere);
              Files.copy(elsewhere, log);
            },
            later);

    assertStopped(run, "another file is in the place of the log; put the log back");
    assertThat(Files.readAllLines(log)).hasSize(2);
    assertThat(Files.readAllLines(elsewhere)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("batches")
  void stops_when_its_log_was_cut(String later) {
    Run run = guide(() -> Files.newOutputStream(log).close(), later);

    assertStopped(run, "something was cut off the log; restore it from a copy");
    assertThat(log).isEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("batches")
  void stops_when_another_program_has_written_to_its_log(String later) throws IOException {
    Run run = guide(() -> Files.writeString(log, "a note", StandardOpenOption.APPEND), later);

    assertStopped(run, "another program has written to the log; take out what it wrote");
    assertThat(Files.readAllLines(log)).hasSize(3).endsWith("a note");
  }

  @ParameterizedTest
  @MethodSource("batches")
  void stops_when_another_program_has_written_over_its_log(String later) throws IOException {
    Run run =
        guide(
            () -> {
              Files.writeString(log, Files.readString(log).replace("s-1", "s-7"));
              FileTime soon =
                  FileTime.from(Files.getLastModifiedTime(log).toInstant().plusSeconds(1));
              Files.setLastModifiedTime(log, soon); // a quick edit may have the same time
            },
            later);

    assertStopped(run, "another program has written over the log; restore it from a copy");
    assertThat(Files.readAllLines(log)).hasSize(2);
  }

  @Test
  void goes_on_after_a_restart_when_its_log_was_put_back() throws IOException {
    guide(() -> Files.move(log, elsewhere), COMMAND);
    Files.move(elsewhere, log);

    Run run = Run.on(Say.begin("s-1", "reach-out"), "guide", "--log", log.toString());

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.answers().get(0).at("/events/0/seq").asInt()).isEqualTo(2);
  }

  @Test
  void goes_on_when_its_log_was_only_read() {
    Run run = guide(() -> Files.copy(log, elsewhere), COMMAND + QUERIES);

    assertThat(run.status()).isZero();
    assertThat(run.answers()).hasSize(4);
    assertThat(run.answers().get(1).path("outcome").asText()).isEqualTo("accepted");
  }
}
