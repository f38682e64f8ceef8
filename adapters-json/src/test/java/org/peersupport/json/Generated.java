package org.peersupport.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.peersupport.protocol.ActType;
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
        random.nextInt(4) == 0 ? Optional.of(override()) : Optional.empty();
    OptionalInt ifSeq =
        random.nextInt(4) == 0
            ? OptionalInt.of(random.nextInt(Integer.MAX_VALUE))
            : OptionalInt.empty();
    return new Terms(override, ifSeq, metadata());
  }

  private OverrideReason override() {
    return new OverrideReason(ConfidentialText.of(text()), perhaps());
  }

  private Metadata metadata() {
    Metadata metadata = Metadata.NONE;
    metadata = random.nextInt(3) == 0 ? metadata.recordedAt(instant()) : metadata;
    return random.nextInt(3) == 0 ? metadata.commandId(id()) : metadata;
  }

  private Optional<String> perhaps() {
    return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
  }

  private Optional<String> fingerprint() {
    if (random.nextBoolean()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder("sha-256:");
    for (int i = 0; i < 64; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return Optional.of(text.toString());
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
    return random.nextBoolean()
        ? new EndReason(text())
        : reasons.get(random.nextInt(reasons.size()));
  }

  private Optional<String> followUpOf(String session) {
    return random.nextBoolean()
        ? Optional.of(id()).filter(id -> !id.equals(session))
        : Optional.empty();
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
          switch (random.nextInt(4)) {
            case 0 -> Deviation.from(text());
            case 1 -> Deviation.overriding(text(), override());
            case 2 -> Deviation.inFuture(duration());
            default -> Deviation.late(text(), duration());
          });
    }
    return deviations;
  }

  private Duration duration() {
    return Duration.ofMillis(random.nextLong(1L << random.nextInt(45)));
  }

  Command command() {
    String s = id();
    Instant at = instant();
    String by = id();
    Terms terms = terms();
    ActType[] types = ActType.values();
    return switch (types[random.nextInt(types.length)]) {
      case OPEN -> new Command.Open(s, at, by, terms, text(), peer(), peer(), followUpOf(s));
      case BEGIN -> new Command.Begin(s, at, by, terms, text());
      case CONCERN -> new Command.RaiseConcern(s, at, by, terms, text());
      case OFFER -> new Command.Offer(s, at, by, terms, id(), text());
      case ACCEPT -> new Command.Accept(s, at, by, terms, id());
      case DECLINE -> new Command.Decline(s, at, by, terms, id(), perhaps());
      case CONNECT -> new Command.Connect(s, at, by, terms, id());
      case COMPLETE -> new Command.Complete(s, at, by, terms, id());
      case WITHDRAW -> new Command.Withdraw(s, at, by, terms, id());
      case LAPSE -> new Command.Lapse(s, at, by, terms, id(), perhaps());
      case THANK -> new Command.Thank(s, at, by, terms, appreciation());
      case PAUSE -> new Command.Pause(s, at, by, terms);
      case RESUME -> new Command.Resume(s, at, by, terms);
      case TRANSFER -> new Command.Transfer(s, at, by, terms, peer());
      case CLOSE -> new Command.Close(s, at, by, terms);
      case END -> new Command.End(s, at, by, terms, reason());
      case CORRECT ->
          new Command.Correct(s, at, by, terms, seq(), ConfidentialText.of(text() + "x"));
      case VOID -> new Command.VoidSession(s, at, by, terms, text());
    };
  }

  Event event() {
    String s = id();
    int seq = seq();
    Instant at = instant();
    String by = id();
    Metadata told = metadata();
    List<Deviation> d = deviations();
    ActType[] types = ActType.values();
    return switch (types[random.nextInt(types.length)]) {
      case OPEN ->
          new Event.SessionOpened(
              s, seq, at, by, told, text(), fingerprint(), peer(), peer(), followUpOf(s), d);
      case BEGIN -> new Event.ElementBegun(s, seq, at, by, told, text(), d);
      case CONCERN -> new Event.ConcernRaised(s, seq, at, by, told, text(), d);
      case OFFER -> new Event.ReferralOffered(s, seq, at, by, told, id(), text(), d);
      case ACCEPT -> new Event.ReferralAccepted(s, seq, at, by, told, id(), d);
      case DECLINE -> new Event.ReferralDeclined(s, seq, at, by, told, id(), perhaps(), d);
      case CONNECT -> new Event.ReferralConnected(s, seq, at, by, told, id(), d);
      case COMPLETE -> new Event.ReferralCompleted(s, seq, at, by, told, id(), d);
      case WITHDRAW -> new Event.ReferralWithdrawn(s, seq, at, by, told, id(), d);
      case LAPSE -> new Event.ReferralLapsed(s, seq, at, by, told, id(), perhaps(), d);
      case THANK -> new Event.AppreciationExpressed(s, seq, at, by, told, appreciation(), d);
      case PAUSE -> new Event.SessionPaused(s, seq, at, by, told, d);
      case RESUME -> new Event.SessionResumed(s, seq, at, by, told, d);
      case TRANSFER -> new Event.SupporterChanged(s, seq, at, by, told, peer(), d);
      case CLOSE -> new Event.SessionClosed(s, seq, at, by, told, d);
      case END -> new Event.SessionEnded(s, seq, at, by, told, reason(), d);
      case CORRECT -> new Event.EventCorrected(s, seq, at, by, told, seq(), said(), d);
      case VOID -> new Event.SessionVoided(s, seq, at, by, told, text(), d);
    };
  }
}
