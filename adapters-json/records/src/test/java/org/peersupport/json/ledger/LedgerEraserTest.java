package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Variants;
import org.peersupport.json.internal.Trees;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

class LedgerEraserTest {
  private static final String SECRET = "-" + Logs.SECRET;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("ledger");
  }

  private String text() {
    return new String(Logs.bytes(file()), ISO_8859_1);
  }

  private void write() {
    List<Event> events = new ArrayList<>(Logs.marked("s" + SECRET, SECRET));
    events.addAll(Logs.marked("other", "-b"));
    Logs.write(file(), events);
  }

  @Test
  void leaves_nothing_of_a_session_in_any_byte() throws IOException {
    write();
    assertThat(text()).contains(SECRET);

    assertThat(LedgerEraser.eraseSession(file(), "s" + SECRET, Logs.NOW))
        .hasValueSatisfying(erased -> assertThat(erased.values()).isEqualTo(11));

    assertThat(text()).doesNotContain(SECRET);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("ledger", "ledger.lock");
    assertThat(Logs.check(file()).findings()).isEmpty();
    assertThat(Logs.check(file()).erased()).isEqualTo(11);
    assertThat(Logs.events(file()).subList(5, 10)).isEqualTo(Logs.marked("other", "-b"));
  }

  @Test
  void takes_a_sessions_id_also_from_where_it_is_followed_up() throws IOException {
    Logs.write(file(), Logs.marked("s-1", "-a"));

    assertThat(LedgerEraser.eraseSession(file(), "before-a", Logs.NOW)).isPresent();

    assertThat(text()).doesNotContain("before-a").contains("peer-a");
    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  @Test
  void takes_a_participant_out_of_every_session() throws IOException {
    List<Event> events = new ArrayList<>(Logs.marked("s-1", "-a"));
    events.addAll(Logs.marked("s-2", "-a"));
    Logs.write(file(), events);

    assertThat(LedgerEraser.eraseParticipant(file(), "sup-a", Logs.NOW))
        .hasValueSatisfying(erased -> assertThat(erased.sessions()).isEqualTo(2));

    assertThat(text())
        .doesNotContain("\"sup-a\"", "nurse-a", "surgery-a", "why-a")
        .contains("\"peer-a\"", "emergency-a", "\"s-1\"", "\"ref-a\"", "\"lead-a\"");
    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  @Test
  void takes_the_ids_of_commands_out_with_their_session() throws IOException {
    Logs.write(file(), Logs.told("s-1", SECRET));
    assertThat(text()).contains("\"c1" + SECRET + "\"", "\"c10" + SECRET + "\"");

    assertThat(LedgerEraser.eraseSession(file(), "s-1", Logs.NOW))
        .hasValueSatisfying(erased -> assertThat(erased.values()).isEqualTo(19));

    assertThat(text())
        .doesNotContain(SECRET)
        .contains("recordedAt", "sha-256:", "asked-for", "not-now", "shift-ended", "wrong-person");
    assertThat(Logs.check(file()).findings()).isEmpty();
    List<Event> after = Logs.events(file());
    assertThat(after).hasSize(10);
    assertThat(after.stream().flatMap(each -> each.metadata().commandId().stream()).distinct())
        .hasSize(9)
        .allMatch(id -> id.startsWith("erased-"));
    assertThat(after.stream().map(each -> each.metadata().recordedAt()))
        .isEqualTo(
            Logs.told("s-1", SECRET).stream().map(each -> each.metadata().recordedAt()).toList());
  }

  @Test
  void takes_the_ids_of_commands_out_with_a_participant() throws IOException {
    Logs.write(file(), Logs.told("s-1", "-a"));

    assertThat(LedgerEraser.eraseParticipant(file(), "peer-a", Logs.NOW)).isPresent();

    assertThat(text())
        .doesNotContain("peer-a", "c1-a", "c3-a", "why-a", "wrong-a")
        .contains("\"sup-a\"", "\"ref-a\"");
    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corrections.ndjson",
        "facts.ndjson",
        "rise.ndjson",
        "six-elements.ndjson",
        "ward.ndjson"
      })
  void every_session_is_judged_as_before(String name) throws IOException {
    List<Event> events = Logs.history(name);
    Logs.write(file(), events);
    List<String> before = judged(events);

    for (String session : events.stream().map(Event::session).distinct().toList()) {
      assertThat(LedgerEraser.eraseSession(file(), session, Logs.NOW)).isPresent();
      assertThat(text()).doesNotContain("\"" + session + "\"");
    }

    List<Event> after = Logs.events(file());
    assertThat(after).hasSameSizeAs(events).isNotEqualTo(events);
    assertThat(judged(after)).isEqualTo(before);
  }

  @Test
  void every_session_is_judged_as_before_without_its_peers() throws IOException {
    List<Event> events = Logs.history("six-elements.ndjson");
    Logs.write(file(), events);

    for (Event event : events) {
      if (event instanceof Event.SessionOpened opened) {
        LedgerEraser.eraseParticipant(file(), opened.peer().id(), Logs.NOW);
        LedgerEraser.eraseParticipant(file(), opened.supporter().id(), Logs.NOW);
      }
    }

    assertThat(judged(Logs.events(file()))).isEqualTo(judged(events));
    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  /** What can be said of each session after each of its events, but for ids. */
  private static List<String> judged(List<Event> events) {
    Map<String, Session> sessions = new HashMap<>();
    Map<String, List<Event>> histories = new HashMap<>();
    List<String> judged = new ArrayList<>();
    for (Event event : events) {
      List<Event> history = histories.computeIfAbsent(event.session(), id -> new ArrayList<>());
      Session session =
          event instanceof Event.SessionOpened opened
              ? Sessions.start(protocol(opened.protocol()), event)
              : Sessions.evolve(requireNonNull(sessions.get(event.session())), event, history);
      sessions.put(event.session(), session);
      history.add(event);
      judged.add(
          String.join(
              " ",
              String.valueOf(session.status()),
              String.valueOf(session.isSettled()),
              String.valueOf(session.permitted()),
              String.valueOf(session.outstanding()),
              String.valueOf(session.verdicts()),
              String.valueOf(event.deviations().stream().map(each -> each.rule()).toList()),
              String.valueOf(by(session, event))));
    }
    return judged;
  }

  private static String by(Session session, Event event) {
    return event.by().equals(session.supporter().id())
        ? "supporter"
        : event.by().equals(session.peer().id()) ? "peer" : "another";
  }

  private static Protocol protocol(String reference) {
    Path document =
        Path.of("../codec/src/test/resources/histories/unreleased/protocols", reference + ".json");
    return Variants.find(reference)
        .orElseGet(() -> PeerSupportJson.readProtocol(Logs.bytes(document)).orElseThrow());
  }

  @Test
  void seals_and_proofs_made_before_still_hold_and_show_nothing() throws Exception {
    write();
    KeyPair keys = LedgerKeys.generate(new SecureRandom());
    Seal seal = Seal.of(file(), Logs.NOW, keys.getPrivate(), keys.getPublic());
    List<InclusionProof> proofs = new ArrayList<>();
    for (int line = 1; line <= seal.head().lines(); line++) {
      proofs.add(InclusionProof.of(file(), line, Set.of(), seal));
    }

    LedgerEraser.eraseSession(file(), "s" + SECRET, Logs.NOW);
    LedgerEraser.eraseParticipant(file(), "peer-b", Logs.NOW);

    assertThat(CheckedLedger.of(file(), seal, keys.getPublic()).findings()).isEmpty();
    assertThat(seal.toJson()).doesNotContain(SECRET);
    for (InclusionProof proof : proofs) {
      assertThat(proof.toJson()).doesNotContain(SECRET, "peer-b", "sup-b");
      assertThat(proof.check(Optional.of(keys.getPublic()))).isEmpty();
      assertThat(InclusionProof.of(file(), proof.line(), Set.of(), seal)).isEqualTo(proof);
    }
  }

  @Property(tries = 40)
  void whatever_is_erased_the_ledger_stays_in_order(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Event> events = LedgerWriterTest.interleaved(random);
    Path place = Files.createTempDirectory("ledger");
    Path ledger = place.resolve("l");
    try {
      LedgerHead sealed = Logs.write(ledger, events);
      for (int i = 0; i < 4; i++) {
        Event any = events.get(random.nextInt(events.size()));
        String gone = random.nextBoolean() ? any.session() : any.by();
        if (gone.equals(any.session())) {
          LedgerEraser.eraseSession(ledger, gone, Logs.NOW);
        } else {
          LedgerEraser.eraseParticipant(ledger, gone, Logs.NOW);
        }

        assertThat(new String(Logs.bytes(ledger), ISO_8859_1))
            .doesNotContain("\"value\":\"" + gone + "\"");
        assertThat(Logs.check(ledger).findings()).isEmpty();
        List<Event> after = Logs.events(ledger);
        assertThat(after.stream().map(each -> each.type().eventName() + each.seq() + each.at()))
            .isEqualTo(
                events.stream()
                    .map(each -> each.type().eventName() + each.seq() + each.at())
                    .toList());
        InclusionProof proof = InclusionProof.of(ledger, 1, Set.of());
        assertThat(proof.lines()).isGreaterThanOrEqualTo(sealed.lines());
      }
    } finally {
      Files.deleteIfExists(ledger);
      Files.deleteIfExists(place.resolve("l.lock"));
      Files.delete(place);
    }
  }

  @Test
  void the_same_value_has_another_commitment_each_time() throws IOException {
    List<Event> events = new ArrayList<>(Logs.small("s-1", "-a"));
    events.addAll(Logs.small("s-2", "-a"));
    Logs.write(file(), events);
    List<String> hashes = new ArrayList<>();
    for (String line : Files.readAllLines(file())) {
      var tree = requireNonNull(Trees.read(line.getBytes(UTF_8)));
      tree.path("commitments").forEach(each -> hashes.add(each.textValue()));
      tree.path("open").forEach(each -> hashes.add(each.path("salt").textValue()));
    }

    assertThat(hashes).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void a_session_of_which_something_was_erased_takes_no_more() throws IOException {
    List<Event> events = Logs.small("s-1", "-a");
    Logs.write(file(), events.subList(0, 2));
    LedgerEraser.eraseParticipant(file(), "peer-a", Logs.NOW);

    try (LedgerWriter writer = LedgerWriter.open(file(), new Random(1), Logs.NOW)) {
      assertThat(writer.add(events.get(2)))
          .hasValueSatisfying(why -> assertThat(why).contains("erased"));
    }
  }

  @Test
  void an_erased_session_that_is_appended_again_is_refused() throws IOException {
    byte[] erased = eraseOther();

    try (LedgerWriter writer = LedgerWriter.open(file(), new Random(1), Logs.NOW)) {
      List<Event> again = Logs.marked("other", "-b");
      for (Event event : again.subList(0, again.size() - 1)) {
        assertThat(writer.add(event)).isEmpty();
      }
      assertThat(writer.mayHaveBeenErased(again.get(0))).isTrue();
      assertThat(writer.add(again.get(again.size() - 1)))
          .hasValueSatisfying(
              why -> assertThat(why).contains("would come back").doesNotContain("peer-b", "sup-b"));
      assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }

    assertThat(file()).hasBinaryContent(erased);
  }

  /** Whoever appends a log bit by bit is told as soon as all that was erased has come back. */
  @Test
  void an_erased_session_that_comes_back_bit_by_bit_is_refused_at_its_last_event()
      throws IOException {
    eraseOther();
    List<Event> again = Logs.marked("other", "-b");

    Logs.write(file(), again.subList(0, 2));
    Logs.write(file(), again.subList(2, 4));

    try (LedgerWriter writer = LedgerWriter.open(file(), new Random(1), Logs.NOW)) {
      assertThat(writer.add(again.get(4))).isPresent();
    }
  }

  @Test
  void a_session_that_is_another_is_taken_even_if_it_says_the_same() throws IOException {
    eraseOther();
    LedgerAccess access = LedgerAccess.standard().takingRepeats();

    try (LedgerWriter writer = LedgerWriter.open(file(), new Random(1), Logs.NOW, access)) {
      for (Event event : Logs.marked("another", "-c")) {
        assertThat(writer.add(event)).isEmpty();
      }
      writer.commit();
    }

    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  @Test
  void a_session_with_another_word_or_another_end_is_no_erased_one() throws IOException {
    eraseOther();

    List<Event> shorter = Logs.marked("shorter", "-c").subList(0, 4);
    Logs.write(file(), shorter);

    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  /** Under another protocol of that name it was another conversation. */
  @Test
  void a_session_with_another_fingerprint_is_no_erased_one() throws IOException {
    Logs.write(file(), Logs.told("s-1", "-a"));
    LedgerEraser.eraseSession(file(), "s-1", Logs.NOW);
    List<Event> again = new ArrayList<>(Logs.told("s-2", "-a"));
    Event.SessionOpened opened = (Event.SessionOpened) again.get(0);
    again.set(0, withFingerprint(opened, "sha-256:" + "0".repeat(64)));

    Logs.write(file(), again);

    assertThat(Logs.check(file()).findings()).isEmpty();
  }

  private static Event withFingerprint(Event.SessionOpened opened, String fingerprint) {
    return new Event.SessionOpened(
        opened.session(),
        opened.seq(),
        opened.at(),
        opened.by(),
        opened.metadata(),
        opened.protocol(),
        Optional.of(fingerprint),
        opened.supporter(),
        opened.peer(),
        opened.followUpOf(),
        opened.deviations());
  }

  /** One event is no proof: two people may begin in the same millisecond. */
  @Test
  void of_a_session_of_one_event_it_cannot_be_told() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a").subList(0, 1));
    LedgerEraser.eraseSession(file(), "s-1", Logs.NOW);

    try (LedgerWriter writer = LedgerWriter.open(file(), new Random(1), Logs.NOW)) {
      Event again = Logs.small("s-1", "-a").get(0);
      assertThat(writer.add(again)).isEmpty();
      assertThat(writer.mayHaveBeenErased(again)).isTrue();
    }
  }

  /** In made-up logs, and in those with coarse times, sessions say the same. */
  @Test
  void what_a_session_says_that_was_not_erased_tells_nothing() throws IOException {
    for (boolean before : List.of(true, false)) {
      Files.deleteIfExists(file());
      Files.deleteIfExists(folder.resolve("ledger.lock"));
      List<Event> living = Logs.small("living", "-a");
      List<Event> gone = Logs.small("gone", "-b");
      Logs.write(file(), before ? living : gone);
      Logs.write(file(), before ? gone : living);
      LedgerEraser.eraseSession(file(), "gone", Logs.NOW);

      Logs.write(file(), Logs.small("next", "-c"));

      assertThat(Logs.check(file()).sessions()).isEqualTo(3);
    }
  }

  private byte[] eraseOther() throws IOException {
    Logs.write(file(), Logs.small("s-1", "-a"));
    Logs.write(file(), Logs.marked("other", "-b"));
    assertThat(LedgerEraser.eraseSession(file(), "other", Logs.NOW)).isPresent();
    return Logs.bytes(file());
  }

  @Test
  void says_when_there_is_nothing_to_erase_and_leaves_the_ledger_alone() throws IOException {
    write();
    byte[] before = Logs.bytes(file());

    assertThat(LedgerEraser.eraseSession(file(), "nobody", Logs.NOW)).isEmpty();
    assertThat(LedgerEraser.eraseParticipant(file(), "s" + SECRET, Logs.NOW)).isEmpty();
    assertThat(Logs.bytes(file())).isEqualTo(before);
    assertThatThrownBy(() -> LedgerEraser.eraseSession(folder.resolve("no"), "s", Logs.NOW))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(folder.resolve("no.lock")).doesNotExist();
  }

  @Test
  void the_next_writer_removes_a_copy_that_a_stopped_erasure_has_left() throws IOException {
    write();
    byte[] ledger = Logs.bytes(file());
    Path copy = folder.resolve("ledger.rewriting");
    for (int length : List.of(0, 1, 40, 300, ledger.length)) {
      Files.write(copy, Arrays.copyOf(ledger, length));

      LedgerWriter.open(file(), new Random(1), Logs.NOW).close();

      assertThat(copy).doesNotExist();
    }
  }

  @Test
  void a_file_that_is_no_copy_of_this_ledger_is_left_alone() throws IOException {
    write();
    Path other = folder.resolve("other");
    try (LedgerWriter writer = LedgerWriter.open(other, new Random(99), Logs.NOW)) {
      writer.commit();
    }
    Path copy = folder.resolve("ledger.rewriting");
    for (byte[] foreign : List.of("my diary".getBytes(UTF_8), Logs.bytes(other))) {
      Files.write(copy, foreign);

      LedgerWriter.open(file(), new Random(1), Logs.NOW).close();
      assertThat(copy).hasBinaryContent(foreign);
      assertThatThrownBy(() -> LedgerEraser.eraseSession(file(), "other", Logs.NOW))
          .isInstanceOf(LedgerForeignFileException.class)
          .hasMessageContaining(".rewriting");
      assertThat(copy).hasBinaryContent(foreign);
    }
  }

  @Test
  void tells_of_other_names_under_which_the_ledger_still_has_what_was_erased() throws IOException {
    write();
    Files.createLink(folder.resolve("other-name"), file());
    List<String> told = new ArrayList<>();

    LedgerEraser.eraseSession(
        file(), "other", Logs.NOW, LedgerAccess.standard().telling(told::add));

    assertThat(told).singleElement().asString().contains("hard links");
  }

  @Test
  void keeps_the_owner_and_the_group_of_the_ledger() throws IOException {
    write();
    assumeTrue(isAdministrator(), "only an administrator can give a file away");
    Files.setAttribute(file(), "unix:uid", 65_534);
    Files.setAttribute(file(), "unix:gid", 65_533);

    LedgerEraser.eraseSession(file(), "other", Logs.NOW);

    assertThat(Files.getAttribute(file(), "unix:uid")).isEqualTo(65_534);
    assertThat(Files.getAttribute(file(), "unix:gid")).isEqualTo(65_533);
  }

  private boolean isAdministrator() throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        && Files.getAttribute(folder, "unix:uid").equals(0);
  }

  @Test
  void keeps_who_may_read_the_ledger() throws IOException {
    write();
    var permissions = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file(), permissions);

    LedgerEraser.eraseSession(file(), "other", Logs.NOW);

    assertThat(Files.getPosixFilePermissions(file())).isEqualTo(permissions);
  }
}
