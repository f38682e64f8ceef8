package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.VoidReason;

/**
 * A conversation as the tests tell it, act by act. An act is the text of an activity, several
 * facets in one breath joined by {@code +}; or {@code close}, {@code end:<reason>}, {@code pause},
 * {@code resume}, {@code transfer:<supporter>}, {@code correct:<seq>}, {@code void:<reason>}. An
 * act of a referral means the oldest one of the resource that it fits, or else the latest.
 */
final class Talk {
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  static final Peer SUPPORTER = Peer.of("sup-1").from("surgery");
  static final Peer PEER = Peer.of("peer-1").from("emergency");

  private final List<Event> history = new ArrayList<>();
  private Session session;
  private Instant now = START;

  private Talk(Protocol protocol) {
    Command.Open open =
        Commands.of("s-1", SUPPORTER.id(), now).open(protocol.reference(), SUPPORTER, PEER);
    Event event = Sessions.open(protocol, open).orElseThrow().event();
    history.add(event);
    session = Sessions.start(protocol, (Event.SessionOpened) event);
  }

  static Talk under(Protocol protocol) {
    return new Talk(protocol);
  }

  /** Lets time pass. */
  Talk after(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** Records the acts, each of which must be accepted. */
  Talk then(String... acts) {
    for (String act : acts) {
      record(command(act));
    }
    return this;
  }

  Event record(Command command) {
    Decision decision = Sessions.decide(session, command, history);
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
    Decision.Accepted accepted = (Decision.Accepted) decision;
    session = accepted.session();
    history.add(accepted.event());
    return accepted.event();
  }

  /** What becomes of the act, without recording it. */
  Decision trying(String act) {
    return Sessions.decide(session, command(act), history);
  }

  /** The refusal of the act, which must be refused. */
  Refusal refused(String act) {
    return refused(command(act));
  }

  Refusal refused(Command command) {
    Decision decision = Sessions.decide(session, command, history);
    assertThat(decision).as("%s", command).isInstanceOf(Refusal.class);
    return (Refusal) decision;
  }

  boolean permits(String act) {
    return trying(act).isAccepted();
  }

  /** The commands of the current supporter at this moment. */
  Commands supporter() {
    return by(session.supporter().id());
  }

  Commands peer() {
    return by(PEER.id());
  }

  Commands by(String participant) {
    return Commands.of(session.id(), participant, now);
  }

  Command command(String act) {
    return command(supporter(), act);
  }

  Command command(Commands from, String act) {
    int colon = act.indexOf(':');
    String kind = colon < 0 ? act : act.substring(0, colon);
    String key = act.substring(colon + 1);
    return switch (kind) {
      case "begin" -> from.begin(key);
      case "concern" -> from.raiseConcern(key);
      case "offer" -> from.offer("r-" + (session.referrals().size() + 1), key);
      case "accept" -> from.accept(referral(kind, key));
      case "decline" -> from.decline(referral(kind, key));
      case "connect" -> from.connect(referral(kind, key));
      case "complete" -> from.complete(referral(kind, key));
      case "withdraw" -> from.withdraw(referral(kind, key));
      case "lapse" -> from.lapse(referral(kind, key));
      case "thank" -> from.thank(key.split("\\+", -1));
      case "close" -> from.close();
      case "end" -> from.end(new EndReason(key));
      case "pause" -> from.pause();
      case "resume" -> from.resume();
      case "transfer" -> from.transfer(Peer.of(key).from("surgery"));
      case "correct" -> from.correct(Integer.parseInt(key), "entered in error");
      case "void" -> from.voidSession(voidReason(key));
      default -> throw new IllegalArgumentException(act);
    };
  }

  private static VoidReason voidReason(String word) {
    return Stream.of(VoidReason.values())
        .filter(reason -> reason.wireName().equals(word))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The oldest referral of the resource that the act fits, or else the latest; {@code r-0} when
   * there is none.
   */
  private String referral(String kind, String resource) {
    String found = "r-0";
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(resource)) {
        found = referral.id();
        if (fits(kind, referral.state())) {
          return found;
        }
      }
    }
    return found;
  }

  private static boolean fits(String kind, ReferralState state) {
    return switch (kind) {
      case "complete", "withdraw" ->
          state == ReferralState.ACCEPTED || state == ReferralState.CONNECTED;
      case "lapse" -> !state.isFinal();
      default -> state.isPending();
    };
  }

  Session session() {
    return session;
  }

  /** The instant of what is told next. */
  Instant now() {
    return now;
  }

  List<Event> history() {
    return List.copyOf(history);
  }

  Event last() {
    return history.get(history.size() - 1);
  }
}
