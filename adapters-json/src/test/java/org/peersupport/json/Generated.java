package org.peersupport.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Command;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;
import org.peersupport.session.Peer;
import org.peersupport.session.Terms;

/** Commands and events of every type with any content that they may have. */
final class Generated {
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
  private static final String ID = "abcxyzABCXYZ0189";
  private static final int[] CHARACTERS = {
    'a', 'Z', '0', ' ', '"', '\\', '/', '\n', '\t', 0x7f, 0x1f, 0xe9, 0x20ac, 0x2028, 0xfeff,
    0x1f642
  };

  private final RandomGenerator random;

  Generated(RandomGenerator random) {
    this.random = random;
  }

  String id() {
    StringBuilder id = new StringBuilder();
    int length = 1 + random.nextInt(random.nextInt(8) == 0 ? 64 : 6);
    for (int i = 0; i < length; i++) {
      String from = i == 0 ? ID : ID + "._-";
      id.append(from.charAt(random.nextInt(from.length())));
    }
    return id.toString();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }

  Instant instant() {
    long millis = random.nextLong(FIRST, LAST + 1);
    return Instant.ofEpochMilli(random.nextBoolean() ? millis : Math.floorDiv(millis, 1000) * 1000);
  }

  Peer peer() {
    Peer peer = Peer.of(id());
    peer = random.nextBoolean() ? peer.as(text()) : peer;
    return random.nextBoolean() ? peer.from(text()) : peer;
  }

  private Terms terms() {
    Optional<OverrideReason> override =
        random.nextInt(4) == 0 ? Optional.of(OverrideReason.of(text())) : Optional.empty();
    OptionalInt ifSeq =
        random.nextInt(4) == 0
            ? OptionalInt.of(1 + random.nextInt(Integer.MAX_VALUE))
            : OptionalInt.empty();
    return new Terms(override, ifSeq, Metadata.NONE);
  }

  private Appreciation appreciation() {
    List<String> facets = new ArrayList<>(List.of(text()));
    for (int i = random.nextInt(3); i > 0; i--) {
      facets.add(text());
    }
    return Appreciation.of(facets);
  }

  private EndReason reason() {
    List<EndReason> reasons = EndReason.builtIn();
    return reasons.get(random.nextInt(reasons.size()));
  }

  private Optional<String> followUpOf() {
    return random.nextBoolean() ? Optional.of(id()) : Optional.empty();
  }

  private int seq() {
    return 1 + random.nextInt(random.nextBoolean() ? 20 : Integer.MAX_VALUE);
  }

  private Optional<ConfidentialText> said() {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(ConfidentialText.of(text()));
  }

  private List<Deviation> deviations() {
    List<Deviation> deviations = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      deviations.add(
          switch (random.nextInt(3)) {
            case 0 -> Deviation.from(text());
            case 1 -> Deviation.overriding(text(), OverrideReason.of(text()));
            default ->
                Deviation.late(
                    text(), Duration.ofMillis(random.nextLong(1L << random.nextInt(45))));
          });
    }
    return deviations;
  }

  Command command() {
    String s = id();
    Instant at = instant();
    String by = id();
    Terms terms = terms();
    return switch (random.nextInt(16)) {
      case 0 -> new Command.Open(s, at, by, terms, text(), peer(), peer(), followUpOf());
      case 1 -> new Command.Begin(s, at, by, terms, text());
      case 2 -> new Command.RaiseConcern(s, at, by, terms, text());
      case 3 -> new Command.Offer(s, at, by, terms, id(), text());
      case 4 -> new Command.Accept(s, at, by, terms, id());
      case 5 -> new Command.Decline(s, at, by, terms, id(), Optional.empty());
      case 6 -> new Command.Connect(s, at, by, terms, id());
      case 7 -> new Command.Complete(s, at, by, terms, id());
      case 8 -> new Command.Lapse(s, at, by, terms, id(), Optional.empty());
      case 9 -> new Command.Thank(s, at, by, terms, appreciation());
      case 10 -> new Command.Pause(s, at, by, terms);
      case 11 -> new Command.Resume(s, at, by, terms);
      case 12 -> new Command.Transfer(s, at, by, terms, peer());
      case 13 -> new Command.Close(s, at, by, terms);
      case 14 -> new Command.End(s, at, by, terms, reason());
      default -> new Command.Correct(s, at, by, terms, seq(), ConfidentialText.of(text() + "x"));
    };
  }

  Event event() {
    String s = id();
    int seq = seq();
    Instant at = instant();
    String by = id();
    List<Deviation> d = deviations();
    return switch (random.nextInt(16)) {
      case 0 ->
          new Event.SessionOpened(
              s,
              seq,
              at,
              by,
              Metadata.NONE,
              text(),
              Optional.empty(),
              peer(),
              peer(),
              followUpOf(),
              d);
      case 1 -> new Event.ElementBegun(s, seq, at, by, Metadata.NONE, text(), d);
      case 2 -> new Event.ConcernRaised(s, seq, at, by, Metadata.NONE, text(), d);
      case 3 -> new Event.ReferralOffered(s, seq, at, by, Metadata.NONE, id(), text(), d);
      case 4 -> new Event.ReferralAccepted(s, seq, at, by, Metadata.NONE, id(), d);
      case 5 ->
          new Event.ReferralDeclined(s, seq, at, by, Metadata.NONE, id(), Optional.empty(), d);
      case 6 -> new Event.ReferralConnected(s, seq, at, by, Metadata.NONE, id(), d);
      case 7 -> new Event.ReferralCompleted(s, seq, at, by, Metadata.NONE, id(), d);
      case 8 -> new Event.ReferralLapsed(s, seq, at, by, Metadata.NONE, id(), Optional.empty(), d);
      case 9 -> new Event.AppreciationExpressed(s, seq, at, by, Metadata.NONE, appreciation(), d);
      case 10 -> new Event.SessionPaused(s, seq, at, by, Metadata.NONE, d);
      case 11 -> new Event.SessionResumed(s, seq, at, by, Metadata.NONE, d);
      case 12 -> new Event.SupporterChanged(s, seq, at, by, Metadata.NONE, peer(), d);
      case 13 -> new Event.SessionClosed(s, seq, at, by, Metadata.NONE, d);
      case 14 -> new Event.SessionEnded(s, seq, at, by, Metadata.NONE, reason(), d);
      default -> new Event.EventCorrected(s, seq, at, by, Metadata.NONE, seq(), said(), d);
    };
  }
}
