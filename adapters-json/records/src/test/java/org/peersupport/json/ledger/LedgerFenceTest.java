package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peersupport.session.Event;

/** Locks that lie: whoever loses one unseen gets an error, and nobody loses an event. */
@Timeout(120)
class LedgerFenceTest {
  private static final List<Event> FIRST = Logs.small("s-1", "-a");
  private static final List<Event> SECOND = Logs.small("s-2", "-b");

  @TempDir Path folder;
  private Path file;
  private Path lock;

  @BeforeEach
  void write() {
    file = folder.resolve("ledger");
    lock = folder.resolve("ledger.lock");
    Logs.write(file, FIRST);
  }

  private LedgerWriter open() throws IOException {
    return LedgerWriter.open(file, new Random(8), Logs.NOW);
  }

  private static void add(LedgerWriter writer, List<Event> events) throws IOException {
    for (Event event : events) {
      assertThat(writer.add(event)).isEmpty();
    }
  }

  /** As a backup does in the same process, which takes the lock away from it. */
  private void readTheLockFile() throws IOException {
    assertThat(Files.readAllBytes(lock)).hasSizeLessThan(AppendNote.LONGEST);
  }

  private static List<Event> and(List<Event> first, List<Event> second) {
    List<Event> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private void assertThatItHolds(List<Event> events) {
    assertThat(Logs.check(file).findings()).isEmpty();
    assertThat(Logs.events(file)).isEqualTo(events);
  }

  @Test
  void what_another_process_appended_after_the_lock_was_lost_is_not_written_over()
      throws Exception {
    try (LedgerWriter writer = open()) {
      readTheLockFile();
      assertThat(OtherProcess.append(file, "s-9")).isEqualTo(OtherProcess.DONE);

      assertThatThrownBy(() -> add(writer, SECOND)).isInstanceOf(LedgerChangedException.class);
      assertThatThrownBy(writer::commit).isInstanceOf(IOException.class);
    }
    assertThatItHolds(and(FIRST, Logs.small("s-9", "-s-9")));
  }

  @Test
  void an_append_that_another_process_took_for_stopped_is_not_acknowledged() throws Exception {
    try (LedgerWriter writer = open()) {
      add(writer, SECOND);
      readTheLockFile();
      assertThat(OtherProcess.append(file, "s-9")).isEqualTo(OtherProcess.DONE);

      assertThatThrownBy(writer::commit).isInstanceOf(LedgerChangedException.class);
    }
    assertThatItHolds(and(FIRST, Logs.small("s-9", "-s-9")));
  }

  /** The same number of bytes at the same place: only what they say is different. */
  @Test
  void an_append_of_the_same_length_is_not_taken_for_ones_own() throws Exception {
    byte[] before = Logs.bytes(file);
    Logs.write(file, Logs.small("s-3", "-c"));
    byte[] other = Logs.bytes(file);
    LedgerEraser.eraseSession(file, "nobody", Logs.NOW);
    Files.write(file, before);
    try (LedgerWriter writer = open()) {
      add(writer, SECOND);
      String note = Files.readString(lock);
      Files.write(file, Arrays.copyOfRange(other, before.length, other.length), APPEND);
      Files.writeString(lock, note);

      assertThatThrownBy(writer::commit).isInstanceOf(LedgerChangedException.class);
    }
    assertThat(file).hasBinaryContent(other);
  }

  @Test
  void nobody_goes_on_in_a_ledger_that_another_process_has_erased_from() throws Exception {
    Logs.write(file, SECOND);
    try (LedgerWriter writer = open()) {
      add(writer, Logs.small("s-3", "-c"));
      writer.commit();
      readTheLockFile();
      assertThat(OtherProcess.erase(file, "s-2")).isEqualTo(OtherProcess.DONE);

      assertThatThrownBy(
              () -> {
                add(writer, Logs.small("s-4", "-d"));
                writer.commit();
              })
          .isInstanceOf(LedgerChangedException.class)
          .hasMessageContaining("another file is in the place of the ledger");
    }
    assertThat(Logs.check(file).findings()).isEmpty();
    assertThat(Logs.events(file)).hasSize(9).containsAll(Logs.small("s-3", "-c"));
    assertThat(Files.readString(file)).doesNotContain("s-2");
  }

  /** What may happen to the files of a ledger while it is written, and what is said of it. */
  enum Change {
    REMOVED("removed or renamed"),
    RENAMED("removed or renamed"),
    REPLACED("another file is in the place of the ledger"),
    CUT("the ledger was cut"),
    WRITTEN("somebody else has written to the ledger"),
    LOCK_REMOVED(".lock was changed, removed or replaced"),
    LOCK_REPLACED(".lock was changed, removed or replaced"),
    LOCK_WRITTEN(".lock was changed, removed or replaced");

    private final String said;

    Change(String said) {
      this.said = said;
    }

    void make(Path file, Path lock) throws IOException {
      switch (this) {
        case REMOVED -> Files.delete(file);
        case RENAMED -> Files.move(file, file.resolveSibling("moved"));
        case REPLACED -> replace(file);
        case CUT -> cut(file);
        case WRITTEN -> Files.write(file, "more".getBytes(UTF_8), APPEND);
        case LOCK_REMOVED -> Files.delete(lock);
        case LOCK_REPLACED -> replace(lock);
        case LOCK_WRITTEN -> Files.write(lock, "more".getBytes(UTF_8), APPEND);
        default -> throw new AssertionError(this);
      }
    }

    private static void replace(Path file) throws IOException {
      Path copy = Files.copy(file, file.resolveSibling("copy"));
      Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void cut(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() - 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_written_after_a_change_before_the_first_byte(Change change) throws IOException {
    try (LedgerWriter writer = open()) {
      change.make(file, lock);
      List<String> files = files();

      assertThatThrownBy(() -> add(writer, SECOND))
          .isInstanceOf(LedgerChangedException.class)
          .hasMessageContaining(change.said);
      assertThat(files()).isEqualTo(files);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_acknowledged_after_a_change(Change change) throws IOException {
    List<String> files;
    try (LedgerWriter writer = open()) {
      add(writer, SECOND);
      change.make(file, lock);

      assertThatThrownBy(writer::commit)
          .isInstanceOf(LedgerChangedException.class)
          .hasMessageNotContainingAny("s-2", "sup-b");
      files = files();
    }
    assertThat(files()).as("closing takes nothing back then").isEqualTo(files);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_taken_back_after_a_change(Change change) throws IOException {
    LedgerWriter writer = open();
    add(writer, SECOND);
    change.make(file, lock);
    List<String> files = files();

    assertThatThrownBy(writer::close).isInstanceOf(LedgerChangedException.class);
    assertThat(files()).isEqualTo(files);
  }

  /** The names and contents of all files. */
  private List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    try (var all = Files.list(folder)) {
      for (Path each : all.sorted().toList()) {
        files.add(each.getFileName() + ": " + Files.readString(each));
      }
    }
    return files;
  }
}
