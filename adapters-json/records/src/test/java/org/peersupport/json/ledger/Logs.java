package org.peersupport.json.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.VoidReason;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;
import org.peersupport.session.Peer;

/** Events, and ledgers made of them, the same in every run. */
final class Logs {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  static final String SECRET = "SECRET-7f3a";
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private Logs() {}

  /** What was recorded of real conversations: two sessions and more, interleaved. */
  static List<Event> history(String name) {
    Path file = Path.of("../codec/src/test/resources/histories/unreleased", name);
    List<Event> events = new ArrayList<>();
    try (LogReader log = LogReader.open(file)) {
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        events.add(((LogEntry.Recorded) entry.get()).event());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  /** A short session in which everything that can be erased occurs, each with the given mark. */
  static List<Event> marked(String session, String mark) {
    Peer supporter = Peer.of("sup" + mark).as("nurse" + mark).from("surgery" + mark);
    Peer peer = Peer.of("peer" + mark).from("emergency" + mark);
    List<Deviation> departures =
        List.of(
            Deviation.overriding("offers-in-their-place", OverrideReason.of("why" + mark)),
            Deviation.overriding("elevated-concern-met", OverrideReason.of("why" + mark)),
            Deviation.from("thanks-come-last"),
            Deviation.late("connect-in-time", Duration.ofHours(78)));
    List<Deviation> none = List.of();
    String by = supporter.id();
    String referral = "ref" + mark;
    return List.of(
        new Event.SessionOpened(
            session,
            1,
            AT,
            "lead" + mark,
            Metadata.NONE,
            "ama-six-elements@1.0.0",
            Optional.empty(),
            supporter,
            peer,
            Optional.of("before" + mark),
            none),
        new Event.ElementBegun(session, 2, AT, by, Metadata.NONE, "reach-out", none),
        new Event.ReferralOffered(
            session, 3, AT, by, Metadata.NONE, referral, "chaplaincy", departures),
        new Event.ReferralAccepted(session, 4, AT, peer.id(), Metadata.NONE, referral, none),
        new Event.SupporterChanged(
            session,
            5,
            AT,
            "lead" + mark,
            Metadata.NONE,
            Peer.of("next" + mark).from("surgery" + mark),
            none));
  }

  /**
   * A session of which is known when and under which command ids it was told, with a yes that is
   * taken back, reasons that are words, a correction that is corrected, and a void.
   */
  static List<Event> told(String session, String mark) {
    String by = "sup" + mark;
    String peer = "peer" + mark;
    Instant before = AT.minusSeconds(600);
    List<Deviation> none = List.of();
    List<Deviation> overridden =
        List.of(
            Deviation.overriding(
                "offers-in-their-place",
                new OverrideReason(ConfidentialText.of("why" + mark), Optional.of("asked-for"))));
    List<Deviation> ahead = List.of(Deviation.inFuture(Duration.ofMinutes(6)));
    return List.of(
        new Event.SessionOpened(
            session,
            1,
            AT,
            by,
            command(1, mark),
            "ama-six-elements@1.0.0",
            Optional.of("sha-256:" + "0123456789abcdef".repeat(4)),
            Peer.of(by),
            Peer.of(peer),
            Optional.empty(),
            none),
        new Event.ReferralOffered(
            session, 2, AT, by, command(2, mark), "ref" + mark, "chaplaincy", overridden),
        new Event.ReferralAccepted(session, 3, AT, peer, command(3, mark), "ref" + mark, ahead),
        new Event.ReferralWithdrawn(session, 4, before, peer, command(4, mark), "ref" + mark, none),
        new Event.ReferralLapsed(
            session,
            5,
            AT,
            "clinic" + mark,
            Metadata.NONE.recordedAt(AT),
            "other" + mark,
            Optional.of("no-capacity"),
            none),
        new Event.ReferralDeclined(
            session,
            6,
            AT,
            peer,
            Metadata.NONE.commandId("c6" + mark),
            "third" + mark,
            Optional.of("not-now"),
            none),
        new Event.SessionEnded(
            session, 7, AT, by, command(7, mark), new EndReason("shift-ended"), none),
        new Event.EventCorrected(
            session,
            8,
            AT,
            by,
            command(8, mark),
            7,
            Optional.of(ConfidentialText.of("wrong" + mark)),
            none),
        new Event.EventCorrected(
            session,
            9,
            AT,
            by,
            command(9, mark),
            8,
            Optional.of(ConfidentialText.of("right" + mark)),
            none),
        new Event.SessionVoided(
            session, 10, AT, by, command(10, mark), VoidReason.WRONG_PERSON.wireName(), none));
  }

  private static Metadata command(int number, String mark) {
    return new Metadata(Optional.of(AT.plusSeconds(number)), Optional.of("c" + number + mark));
  }

  /** A session of three events with little in it. */
  static List<Event> small(String session, String mark) {
    List<Deviation> departures =
        List.of(
            Deviation.overriding(
                "answered", OverrideReason.of("\u00e9\u20ac\ud83d\ude42\n" + mark)));
    return List.of(
        new Event.SessionOpened(
            session,
            1,
            AT,
            "sup" + mark,
            Metadata.NONE,
            "p@1",
            Optional.empty(),
            Peer.of("sup" + mark),
            Peer.of("peer" + mark),
            Optional.empty(),
            List.of()),
        new Event.ElementBegun(session, 2, AT, "sup" + mark, Metadata.NONE, "reach-out", List.of()),
        new Event.SessionClosed(session, 3, AT, "sup" + mark, Metadata.NONE, departures));
  }

  /** Writes a ledger in one go. */
  static LedgerHead write(Path file, List<Event> events) {
    try (LedgerWriter writer = LedgerWriter.open(file, new Random(7), NOW)) {
      for (Event event : events) {
        Optional<String> misfit = writer.add(event);
        if (misfit.isPresent()) {
          throw new AssertionError(misfit.get());
        }
      }
      return writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<LogEntry> read(Path file) {
    List<LogEntry> entries = new ArrayList<>();
    try (LedgerReader ledger = LedgerReader.open(file)) {
      for (Optional<LogEntry> entry = ledger.next(); entry.isPresent(); entry = ledger.next()) {
        entries.add(entry.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  static List<Event> events(Path file) {
    return read(file).stream().map(entry -> ((LogEntry.Recorded) entry).event()).toList();
  }

  static CheckedLedger check(Path file) {
    try {
      return CheckedLedger.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckedLedger check(byte[] ledger) {
    try {
      return CheckedLedger.of(new ByteArrayInputStream(ledger));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
