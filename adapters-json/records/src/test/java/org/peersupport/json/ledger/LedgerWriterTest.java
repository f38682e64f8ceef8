package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

class LedgerWriterTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("ledger");
  }

  private Path lock() {
    return folder.resolve("ledger.lock");
  }

  private LedgerWriter open() throws IOException {
    return LedgerWriter.open(file(), new Random(8), Logs.NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"corrections.ndjson", "rise.ndjson", "six-elements.ndjson", "ward.ndjson"})
  void keeps_events_as_they_are(String name) {
    List<Event> events = Logs.history(name);

    LedgerHead head = Logs.write(file(), events);

    assertThat(Logs.events(file())).isEqualTo(events);
    assertThat(head.lines()).isEqualTo(events.size() + 1);
    CheckedLedger check = Logs.check(file());
    assertThat(check.findings()).isEmpty();
    assertThat(check.head()).isEqualTo(head);
    assertThat(check.events()).isEqualTo(events.size());
  }

  @Test
  void keeps_everything_that_can_be_erased() {
    List<Event> events = Logs.marked("s-1", "-a");

    Logs.write(file(), events);

    assertThat(Logs.events(file())).isEqualTo(events);
  }

  @Test
  void keeps_what_is_known_of_the_telling() {
    List<Event> events = Logs.told("s-1", "-a");

    Logs.write(file(), events);

    assertThat(Logs.events(file())).isEqualTo(events);
    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  /** Ledgers that were written by a release must be read for ever; so these bytes never change. */
  @Test
  void writes_the_bytes_that_it_has_always_written() throws IOException {
    List<Event> events = new ArrayList<>(Logs.marked("s-1", "-a"));
    events.addAll(Logs.small("s-2", "-a"));
    Logs.write(file(), events);
    assertGolden("whole.ndjson");

    LedgerEraser.eraseSession(file(), "s-1", Logs.NOW);
    LedgerEraser.eraseParticipant(file(), "peer-a", Logs.NOW);
    assertGolden("erased.ndjson");
  }

  @Test
  void writes_the_bytes_of_commands_that_it_has_always_written() throws IOException {
    List<Event> events = new ArrayList<>(Logs.told("s-1", "-a"));
    events.addAll(Logs.told("s-2", "-b"));
    Logs.write(file(), events);
    assertGolden("commands.ndjson");

    LedgerEraser.eraseSession(file(), "s-1", Logs.NOW);
    LedgerEraser.eraseParticipant(file(), "peer-b", Logs.NOW);
    assertGolden("commands-erased.ndjson");
  }

  private void assertGolden(String name) throws IOException {
    Path golden = Path.of("src/test/resources/golden/ledgers", name);
    if (Boolean.getBoolean("golden.update")) {
      Files.write(golden, Logs.bytes(file()));
    }
    assertThat(file()).hasSameBinaryContentAs(golden);
  }

  @Property(tries = 40)
  void writes_the_same_whether_at_once_or_bit_by_bit(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Event> events = interleaved(random);
    Path place = Files.createTempDirectory("ledger");
    try {
      Path once = place.resolve("once");
      Path often = place.resolve("often");
      Logs.write(once, events);
      Random salts = new Random(7);
      for (int from = 0; from < events.size(); ) {
        int to = Math.min(events.size(), from + 1 + random.nextInt(9));
        try (LedgerWriter writer = LedgerWriter.open(often, salts, Logs.NOW)) {
          for (Event event : events.subList(from, to)) {
            assertThat(writer.add(event)).isEmpty();
          }
          assertThat(writer.commit().lines()).isEqualTo(to + 1);
        }
        from = to;
      }

      assertThat(often).hasSameBinaryContentAs(once);
      assertThat(Logs.events(often)).isEqualTo(events);
      assertThat(Logs.check(often).findings()).isEmpty();
    } finally {
      for (String each : List.of("once", "often")) {
        Files.deleteIfExists(place.resolve(each));
        Files.deleteIfExists(place.resolve(each + ".lock"));
      }
      Files.delete(place);
    }
  }

  /** Several sessions whose events are shuffled into one another. */
  static List<Event> interleaved(Random random) {
    List<List<Event>> sessions = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String mark = "-" + random.nextInt(2) + (random.nextBoolean() ? "x" : "");
      List<Event> session =
          switch (random.nextInt(3)) {
            case 0 -> Logs.marked("s" + i, mark);
            case 1 -> Logs.told("s" + i, mark);
            default -> Logs.small("s" + i, mark);
          };
      sessions.add(new ArrayList<>(session.subList(0, 1 + random.nextInt(session.size()))));
    }
    List<Event> events = new ArrayList<>();
    while (!sessions.isEmpty()) {
      List<Event> session = sessions.get(random.nextInt(sessions.size()));
      events.add(session.remove(0));
      sessions.removeIf(List::isEmpty);
    }
    return events;
  }

  @Test
  void keeps_all_or_nothing() throws IOException {
    List<Event> events = Logs.small("s-1", "-a");
    Logs.write(file(), events.subList(0, 1));
    byte[] before = Logs.bytes(file());

    try (LedgerWriter writer = open()) {
      assertThat(writer.add(events.get(1))).isEmpty();
      assertThat(writer.add(events.get(1))).isPresent();
      assertThat(writer.add(events.get(2))).as("no more is said of a session").isEmpty();
      assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }

    assertThat(Logs.bytes(file())).isEqualTo(before);
  }

  @Test
  void leaves_nothing_of_a_ledger_that_was_not_begun() throws IOException {
    try (LedgerWriter writer = open()) {
      assertThat(writer.add(Logs.small("s-1", "-a").get(1))).isPresent();
    }

    assertThat(file()).doesNotExist();
  }

  @Test
  void says_what_does_not_follow() throws IOException {
    List<Event> events = Logs.small("s-1", "-a");
    Logs.write(file(), events.subList(0, 2));

    try (LedgerWriter writer = open()) {
      assertThat(writer.add(events.get(0)))
          .hasValue(
              "event 1 of its session comes where event 3 is expected, for the ledger has it"
                  + " already; append only what is new, as --continue does");
      assertThat(writer.add(Logs.small("s-2", "-a").get(2)))
          .hasValue("event 3 of its session comes where event 1 is expected");
    }
    try (LedgerWriter writer = open()) {
      Event first = new Event.SessionPaused("s-3", 1, Logs.NOW, "sup", Metadata.NONE, List.of());
      assertThat(writer.add(first)).hasValueSatisfying(why -> assertThat(why).contains("begins"));
    }
  }

  @Test
  void continues_a_log_whose_beginning_the_ledger_has() throws IOException {
    List<Event> events = new ArrayList<>(Logs.marked("s-1", "-a"));
    events.addAll(Logs.small("s-2", "-b"));
    for (int had = 0; had <= events.size(); had++) {
      Files.deleteIfExists(file());
      Files.deleteIfExists(lock());
      if (had > 0) {
        Logs.write(file(), events.subList(0, had));
      }
      try (LedgerWriter writer = open()) {
        for (Event event : events) {
          assertThat(writer.addIfNew(event)).isEmpty();
        }
        writer.commit();
        assertThat(writer.added()).isEqualTo(events.size() - had);
      }
      assertThat(Logs.events(file())).isEqualTo(events);
    }
  }

  @Test
  void continues_no_log_that_begins_otherwise() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] before = Logs.bytes(file());

    try (LedgerWriter writer = open()) {
      List<Event> other = Logs.small("s-1", "-b");
      assertThat(writer.addIfNew(other.get(0)))
          .hasValueSatisfying(
              why -> assertThat(why).contains("in its line 2").doesNotContain("-b"));
      assertThat(writer.addIfNew(other.get(1))).as("said once").isEmpty();
      assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }

    assertThat(Logs.bytes(file())).isEqualTo(before);
  }

  @Test
  void takes_no_free_text_where_it_could_not_be_erased() throws IOException {
    try (LedgerWriter writer = open()) {
      writer.add(Logs.small("s-1", "-a").get(0));
      Event event =
          new Event.ElementBegun(
              "s-1", 2, Logs.NOW, "sup-a", Metadata.NONE, Logs.SECRET + " said", List.of());

      assertThat(writer.add(event))
          .hasValueSatisfying(why -> assertThat(why).contains("key").doesNotContain(Logs.SECRET));
    }
  }

  @Test
  void has_one_writer_at_a_time() throws IOException {
    try (LedgerWriter writer = open()) {
      writer.commit();
      assertThatThrownBy(this::open).isInstanceOf(LedgerInUseException.class);
      assertThatThrownBy(() -> LedgerEraser.eraseSession(file(), "s-1", Logs.NOW))
          .isInstanceOf(LedgerInUseException.class);
    }
    open().close();
  }

  @Test
  void writes_to_no_ledger_that_is_not_in_order() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));
    String good = Files.readString(file());
    String bad = good.replace("reach-out", "reach-oux");
    Files.writeString(file(), bad);

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            LedgerException.class, e -> assertThat(e.finding().line()).isEqualTo(3))
        .hasMessageContaining("line 3");
    assertThat(file()).hasContent(bad);
  }

  @Test
  void cuts_off_a_line_that_a_stopped_append_left_and_says_so() throws IOException {
    LedgerHead head = Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] good = Logs.bytes(file());
    for (String torn : List.of("{", "{\"commitments\":{},", "{\"event\":{\"at\":\"2026")) {
      Files.write(file(), (new String(good, UTF_8) + torn).getBytes(UTF_8));
      Files.writeString(lock(), good.length + " " + head.hash() + "\n");
      try (LedgerWriter writer = open()) {
        assertThat(writer.mended()).isPresent();
      }
      assertThat(Logs.bytes(file())).isEqualTo(good);
    }
  }

  /** An append that was acknowledged has emptied the note; so whoever cuts here cuts into that. */
  @Test
  void nobody_cuts_off_a_line_that_was_acknowledged() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] good = Logs.bytes(file());
    KeyPair keys = LedgerKeys.generate(new SecureRandom());
    for (int lost : List.of(2, 20, 300)) {
      for (String note : List.of("", "40 00")) {
        byte[] torn = Arrays.copyOf(good, good.length - lost);
        Files.write(file(), torn);
        Files.writeString(lock(), note);
        for (ThrowingCallable writing :
            List.<ThrowingCallable>of(
                this::open,
                () -> Seal.of(file(), Logs.NOW, keys.getPrivate(), keys.getPublic()),
                () -> LedgerEraser.eraseSession(file(), "s-1", Logs.NOW),
                () -> LedgerEraser.eraseParticipant(file(), "nobody", Logs.NOW))) {
          assertThatThrownBy(writing)
              .isInstanceOfSatisfying(
                  LedgerException.class,
                  e -> {
                    assertThat(e.finding().kind()).isEqualTo(LedgerFindingKind.CUT_OFF);
                    assertThat(e.finding().line()).isEqualTo(4);
                  })
              .hasMessageContaining("acknowledged");
          assertThat(file()).hasBinaryContent(torn);
        }
      }
    }
  }

  @Test
  void begins_no_ledger_anew_where_the_header_breaks_off() throws IOException {
    Files.writeString(file(), "{\"created\":\"2026");

    assertThatThrownBy(this::open).isInstanceOf(LedgerException.class);
    assertThat(file()).hasContent("{\"created\":\"2026");
  }

  @Test
  void whoever_seals_or_erases_is_told_what_was_cut_off() throws IOException {
    LedgerHead head = Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] good = Logs.bytes(file());
    KeyPair keys = LedgerKeys.generate(new SecureRandom());
    List<String> told = new ArrayList<>();
    for (ThrowingCallable writing :
        List.<ThrowingCallable>of(
            () ->
                Seal.of(
                    file(),
                    Logs.NOW,
                    keys.getPrivate(),
                    keys.getPublic(),
                    LedgerAccess.standard().telling(told::add)),
            () ->
                LedgerEraser.eraseSession(
                    file(), "nobody", Logs.NOW, LedgerAccess.standard().telling(told::add)),
            () ->
                LedgerEraser.eraseParticipant(
                    file(), "nobody", Logs.NOW, LedgerAccess.standard().telling(told::add)))) {
      told.clear();
      Files.write(file(), (new String(good, UTF_8) + "{\"event\":{").getBytes(UTF_8));
      Files.writeString(lock(), good.length + " " + head.hash() + "\n");

      assertThatNoException().isThrownBy(writing);

      assertThat(told).singleElement().asString().contains("were cut off");
      assertThat(file()).hasBinaryContent(good);
    }
  }

  @Test
  void puts_back_a_line_feed_rather_than_lose_a_line() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] good = Logs.bytes(file());
    Files.write(file(), Arrays.copyOf(good, good.length - 1));

    try (LedgerWriter writer = open()) {
      assertThat(writer.mended()).isPresent();
    }

    assertThat(Logs.bytes(file())).isEqualTo(good);
  }

  @Test
  void takes_back_an_append_that_was_never_acknowledged() throws IOException {
    List<Event> events = Logs.small("s-1", "-a");
    LedgerHead head = Logs.write(file(), events.subList(0, 1));
    byte[] acknowledged = Logs.bytes(file());
    Logs.write(file(), events.subList(1, 3));
    // As if the process had died between the last line and the acknowledgement.
    Files.writeString(lock(), acknowledged.length + " " + head.hash() + "\n");

    try (LedgerWriter writer = open()) {
      assertThat(writer.mended()).isPresent();
    }

    assertThat(Logs.bytes(file())).isEqualTo(acknowledged);
    assertThat(lock()).isEmptyFile();
  }

  @Test
  void cuts_nothing_off_on_the_word_of_another_ledgers_note() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] good = Logs.bytes(file());
    Files.writeString(lock(), "40 " + "0".repeat(64) + "\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(LedgerForeignFileException.class)
        .hasMessageContaining(".lock");
    assertThat(Logs.bytes(file())).isEqualTo(good);

    Files.writeString(lock(), "40 00");
    assertThatThrownBy(this::open)
        .isInstanceOf(LedgerForeignFileException.class)
        .hasMessageContaining("not the ledger's own");
    assertThat(lock()).hasContent("40 00");
  }

  @Test
  void a_note_that_breaks_off_was_of_no_append() throws IOException {
    LedgerHead head = Logs.write(file(), Logs.small("s-1", "-a"));
    byte[] good = Logs.bytes(file());
    String note = good.length + " " + head.hash() + "\n";
    for (int length = 0; length < note.length(); length++) {
      Files.writeString(lock(), note.substring(0, length));

      open().close();

      assertThat(Logs.bytes(file())).isEqualTo(good);
      assertThat(lock()).isEmptyFile();
    }
  }

  @Test
  void is_readable_by_its_owner_alone() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));

    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  @Test
  void names_a_session_that_is_followed_up_by_its_number() throws IOException {
    List<Event> events = new ArrayList<>(Logs.small("before-a", "-b"));
    events.addAll(Logs.marked("s-1", "-a"));

    Logs.write(file(), events);

    assertThat(Files.readAllLines(file()).get(4)).contains("\"followUpOf\":1,");
    assertThat(Logs.events(file())).isEqualTo(events);
  }

  @Test
  void keeps_an_empty_department_apart_from_an_unknown_one() {
    Peer empty = Peer.of("sup").from("");
    Event event =
        new Event.SessionOpened(
            "s",
            1,
            Logs.NOW,
            "sup",
            Metadata.NONE,
            "p@1",
            Optional.empty(),
            empty,
            Peer.of("peer").as(""),
            Optional.empty(),
            List.of());

    Logs.write(file(), List.of(event));

    assertThat(Logs.events(file())).containsExactly(event);
  }
}
