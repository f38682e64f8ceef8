package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.session.Event;

@Timeout(120)
class WriterLockTest {
  private static final LedgerAccess STANDARD = LedgerAccess.standard();
  private static final LedgerAccess PATIENT = STANDARD.waiting(Duration.ofSeconds(60));
  private static final String OF_BEGINNING = "0 " + "0".repeat(64) + "\n";
  private static final KeyPair KEYS = LedgerKeys.generate(new SecureRandom());

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("ledger");
  }

  private Path lock() {
    return folder.resolve("ledger.lock");
  }

  private LedgerWriter open(LedgerAccess access) throws IOException {
    return LedgerWriter.open(file(), new Random(8), Logs.NOW, access);
  }

  private void write() {
    Logs.write(file(), Logs.small("s-1", "-a"));
  }

  /** Closing any descriptor of a file takes the locks of the whole process on it away. */
  @Test
  void a_thread_that_is_refused_takes_the_lock_away_from_nobody() throws Exception {
    try (LedgerWriter writer = open(STANDARD)) {
      writer.commit();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> open(STANDARD)).isInstanceOf(LedgerInUseException.class);
      }

      assertThat(OtherProcess.append(file(), "s-2")).startsWith("LedgerInUseException");
    }
    assertThat(OtherProcess.append(file(), "s-2")).isEqualTo(OtherProcess.DONE);
  }

  @Test
  void whoever_reads_a_ledger_takes_the_lock_away_from_nobody() throws Exception {
    write();
    LedgerHead head = Logs.check(file()).head();
    try (LedgerWriter writer = open(STANDARD)) {
      for (int i = 0; i < 100; i++) {
        Logs.marked("s-2" + i, "-b" + i).forEach(event -> add(writer, event));
      }

      CheckedLedger check = Logs.check(file());
      assertThat(check.head()).isEqualTo(head);
      assertThat(check.findings()).isEmpty();
      assertThat(check.unacknowledged()).isGreaterThan(65_000);
      assertThat(check.toJson()).contains("\"unacknowledged\":" + check.unacknowledged());
      assertThat(Logs.events(file())).isEqualTo(Logs.small("s-1", "-a"));
      assertThat(InclusionProof.of(file(), 4, Set.of()).lines()).isEqualTo(4);
      assertThatThrownBy(() -> InclusionProof.of(file(), 5, Set.of()))
          .hasMessageContaining("there are 4 lines");

      assertThat(OtherProcess.append(file(), "s-3")).startsWith("LedgerInUseException");
      writer.commit();
    }
    assertThat(Logs.check(file()).unacknowledged()).isZero();
    assertThat(Logs.check(file()).toJson()).doesNotContain("unacknowledged");
  }

  private static void add(LedgerWriter writer, Event event) {
    try {
      assertThat(writer.add(event)).isEmpty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_writer_that_waits_goes_on_as_soon_as_the_other_is_done() throws Exception {
    CompletableFuture<LedgerWriter> second;
    try (LedgerWriter writer = open(STANDARD)) {
      writer.commit();
      second = CompletableFuture.supplyAsync(() -> openPatiently());
      assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    second.get(60, TimeUnit.SECONDS).close();
  }

  private LedgerWriter openPatiently() {
    try {
      return open(PATIENT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoever_seals_or_erases_waits_too_and_not_for_ever() throws Exception {
    write();
    LedgerAccess impatient = STANDARD.waiting(Duration.ofMillis(30));
    List<ThrowingCallable> writings =
        List.of(
            () -> open(impatient),
            () -> Seal.of(file(), Logs.NOW, KEYS.getPrivate(), KEYS.getPublic(), impatient),
            () -> LedgerEraser.eraseSession(file(), "s-1", Logs.NOW, impatient),
            () -> LedgerEraser.eraseParticipant(file(), "sup-a", Logs.NOW, impatient));
    try (LedgerWriter writer = open(STANDARD)) {
      for (ThrowingCallable writing : writings) {
        assertThatThrownBy(writing).isInstanceOf(LedgerInUseException.class);
      }
      assertThat(writer.commit().lines()).isEqualTo(4);
    }
  }

  @Test
  void whoever_waits_can_be_interrupted() throws Exception {
    try (LedgerWriter writer = open(STANDARD)) {
      writer.commit();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> open(PATIENT)).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    open(STANDARD).close();
  }

  @Test
  void one_ledger_under_two_names_has_one_writer() throws Exception {
    write();
    Path other = folder.resolve("other");
    Files.createLink(other, file());
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, file());

    try (LedgerWriter writer = open(STANDARD)) {
      for (Path name : List.of(other, link)) {
        assertThatThrownBy(() -> LedgerWriter.open(name, new Random(1), Logs.NOW))
            .isInstanceOf(LedgerInUseException.class);
      }
      assertThat(writer.commit().lines()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".lock", ".rewriting"})
  void no_link_is_followed_to_a_file_beside_the_ledger(String ending) throws Exception {
    write();
    Path beside = folder.resolve("ledger" + ending);
    Files.deleteIfExists(beside);
    Path diary = Files.writeString(folder.resolve("diary"), "my diary");
    Files.createSymbolicLink(beside, diary);

    assertThatThrownBy(() -> LedgerEraser.eraseSession(file(), "s-1", Logs.NOW))
        .isInstanceOf(LedgerForeignFileException.class)
        .hasMessageContaining(ending);

    assertThat(diary).hasContent("my diary");
    assertThat(beside).isSymbolicLink();
    assertThat(Logs.events(file())).isEqualTo(Logs.small("s-1", "-a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"my diary\n", "2026", "0 x", "40 00", "\n"})
  void a_lock_file_that_says_something_else_is_left_alone(String text) throws Exception {
    write();
    byte[] ledger = Logs.bytes(file());
    Files.writeString(lock(), text);

    for (ThrowingCallable writing : writings()) {
      assertThatThrownBy(writing)
          .isInstanceOf(LedgerForeignFileException.class)
          .hasMessageContaining(".lock");
    }

    assertThat(lock()).hasContent(text);
    assertThat(file()).hasBinaryContent(ledger);
    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  private List<ThrowingCallable> writings() {
    return List.of(
        () -> open(STANDARD),
        () -> Seal.of(file(), Logs.NOW, KEYS.getPrivate(), KEYS.getPublic()),
        () -> LedgerEraser.eraseSession(file(), "s-1", Logs.NOW));
  }

  @Test
  void nothing_is_made_cut_or_deleted_beside_what_is_no_ledger() throws Exception {
    String diary = "my diary\nin two lines";
    for (String note : List.of("", OF_BEGINNING, "8 " + "0".repeat(64) + "\n")) {
      Files.writeString(file(), diary);
      Files.deleteIfExists(lock());
      if (!note.isEmpty()) {
        Files.writeString(lock(), note);
      }
      Path copy = Files.writeString(folder.resolve("ledger.rewriting"), "draft");

      for (ThrowingCallable writing : writings()) {
        assertThatThrownBy(writing)
            .isInstanceOfAny(LedgerException.class, LedgerForeignFileException.class);
      }

      assertThat(file()).hasContent(diary);
      assertThat(copy).hasContent("draft");
      if (note.isEmpty()) {
        assertThat(lock()).doesNotExist();
      } else {
        assertThat(lock()).hasContent(note);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void no_ledger_begins_where_the_lock_says_that_there_was_one(boolean emptied) throws Exception {
    write();
    Files.delete(file());
    if (emptied) {
      Files.createFile(file());
    }

    assertThatThrownBy(() -> open(STANDARD))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("--new");
    assertThat(Files.exists(file())).isEqualTo(emptied);
    assertThat(lock()).isEmptyFile();

    try (LedgerWriter writer = open(STANDARD.beginningAnew())) {
      assertThat(writer.commit().lines()).isEqualTo(1);
    }
    open(STANDARD).close();
  }

  @Test
  void a_new_ledger_that_was_not_begun_after_all_says_still_that_there_was_one() throws Exception {
    write();
    Files.delete(file());

    open(STANDARD.beginningAnew()).close();

    assertThat(file()).doesNotExist();
    assertThatThrownBy(() -> open(STANDARD)).isInstanceOf(LedgerException.class);
  }

  /** Whatever stops the beginning of a ledger leaves the note of it; so it can begin again. */
  @Test
  void a_ledger_begins_where_its_beginning_was_stopped() throws Exception {
    write();
    byte[] whole = Logs.bytes(file());
    String note = OF_BEGINNING;
    for (int length : new int[] {-1, 0, 1, 100, whole.length / 2, whole.length}) {
      note = length == 1 ? noteOfBeginning() : note;
      Files.deleteIfExists(file());
      if (length >= 0) {
        Files.write(file(), Arrays.copyOf(whole, length));
      }
      Files.writeString(lock(), note);

      try (LedgerWriter writer = open(STANDARD)) {
        assertThat(writer.commit().lines()).isEqualTo(1);
      }
      assertThat(Logs.check(file()).findings()).isEmpty();
      if (length == 0) {
        Files.write(file(), whole);
      }
    }
  }

  /** What the lock file says while the ledger that is there is being begun. */
  private String noteOfBeginning() throws IOException {
    return "0 " + hash(Files.readAllLines(file()).get(0)) + "\n";
  }

  /** A ledger that was put back beside the lock file of one that was never begun. */
  @Test
  void nothing_is_cut_off_on_the_word_of_the_beginning_of_another_ledger() throws Exception {
    write();
    byte[] whole = Logs.bytes(file());
    for (String note : List.of(OF_BEGINNING, "0 " + "a".repeat(64) + "\n", "0 aa")) {
      Files.writeString(lock(), note);
      assertThat(Logs.check(file()).events()).isEqualTo(3);

      open(STANDARD).close();

      assertThat(file()).hasBinaryContent(whole);
      assertThat(lock()).isEmptyFile();
    }
  }

  /** A writer that had lost its lock may write its note after others have appended. */
  @Test
  void nothing_is_cut_off_on_the_word_of_a_note_under_which_nothing_was_written() throws Exception {
    LedgerHead head = Logs.write(file(), Logs.small("s-1", "-a"));
    String place = Files.size(file()) + " " + head.hash() + " ";
    Logs.write(file(), Logs.small("s-2", "-b"));
    byte[] whole = Logs.bytes(file());
    String next = hash(Files.readAllLines(file()).get(4));
    for (String other : List.of(head.hash(), "0".repeat(64))) {
      Files.writeString(lock(), place + other + "\n");
      assertThat(Logs.check(file()).events()).isEqualTo(6);

      open(STANDARD).close();

      assertThat(file()).hasBinaryContent(whole);
      assertThat(lock()).isEmptyFile();
    }

    Files.writeString(lock(), place + next + "\n");
    assertThat(Logs.check(file()).events()).isEqualTo(3);
    open(STANDARD).close();
    assertThat(Logs.events(file())).isEqualTo(Logs.small("s-1", "-a"));
  }

  private static String hash(String line) {
    return requireNonNull(LedgerLine.read(line.getBytes(UTF_8))).hash();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger.lock", "ledger.rewriting"})
  void no_ledger_has_the_name_of_a_file_beside_another(String name) throws Exception {
    write();

    assertThatThrownBy(() -> LedgerWriter.open(folder.resolve(name), new Random(1), Logs.NOW))
        .hasMessageContaining("the name of a file beside a ledger");

    assertThat(lock()).isEmptyFile();
    assertThat(folder.resolve("ledger.rewriting")).doesNotExist();
  }

  @Test
  void whoever_may_read_the_ledger_may_read_its_lock_after_the_next_append() throws Exception {
    write();
    var permissions = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file(), permissions);

    open(STANDARD).close();

    assertThat(Files.getPosixFilePermissions(lock())).isEqualTo(permissions);
  }

  @Test
  void a_writer_can_be_closed_twice() throws Exception {
    LedgerWriter writer = open(STANDARD);
    writer.close();
    writer.close();
    assertThat(file()).doesNotExist();
  }

  @Test
  void no_ledger_begins_behind_a_link_that_leads_nowhere() throws Exception {
    Files.createSymbolicLink(file(), folder.resolve("nowhere"));

    assertThatThrownBy(() -> open(STANDARD)).hasMessageContaining("a link to one");

    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(lock()).doesNotExist();
  }

  @Test
  void says_of_a_ledger_that_is_being_begun_that_nothing_is_acknowledged() throws Exception {
    try (LedgerWriter writer = open(STANDARD)) {
      assertThat(writer.added()).isZero();
      assertThat(Logs.check(file()).findings())
          .singleElement()
          .satisfies(finding -> assertThat(finding.explanation()).contains("is acknowledged yet"));
    }
    assertThat(file()).doesNotExist();
    assertThat(lock()).doesNotExist();
  }
}
