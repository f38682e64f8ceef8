package org.peersupport.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.TitledKey;
import org.peersupport.protocol.VoidReason;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** What happens in a session in which anything is tried, also what is refused. */
final class RandomTalk {
  private final RandomGenerator random;
  private final List<Event> history = new ArrayList<>();
  private Session session;
  private Instant at;

  private RandomTalk(Protocol protocol, Command.Open opening, RandomGenerator random) {
    this.random = random;
    this.at = opening.at();
    Decision.Accepted opened = Sessions.open(protocol, opening).orElseThrow();
    this.session = opened.session();
    history.add(opened.event());
  }

  /**
   * The events of a session.
   *
   * @param secret what every override and every correction gives as its reason, and what the ids of
   *     commands begin with
   */
  private static List<Event> history(
      Protocol protocol, Command.Open opening, String secret, RandomGenerator random) {
    RandomTalk talk = new RandomTalk(protocol, opening, random);
    for (int i = 5 + random.nextInt(40); i > 0; i--) {
      talk.attempt(secret);
    }
    return talk.history;
  }

  /**
   * The events of a session of one of the protocols, somewhere in these years, with the secret in
   * every id and text of its opening as well.
   */
  static List<Event> history(List<Protocol> protocols, String secret, RandomGenerator random) {
    Protocol protocol = protocols.get(random.nextInt(protocols.size()));
    Instant at = Instant.ofEpochMilli(random.nextLong(1_600_000_000_000L, 1_800_000_000_000L));
    Command.Open opening =
        Commands.of("s-" + secret, secret, at)
            .openFollowUp(
                protocol.id(),
                Peer.of(secret).as(secret).from("icu"),
                Peer.of(secret + "-peer").from("icu"),
                "before-" + secret);
    return history(protocol, opening, secret, random);
  }

  private void attempt(String secret) {
    at = at.plus(gap());
    Commands by = told(Commands.of(session.id(), session.supporter().id(), at), secret);
    Command command =
        random.nextInt(10) == 0
            ? by.correct(1 + random.nextInt(session.seq()), secret)
            : command(random.nextInt(3) == 0 ? overriding(by, secret) : by);
    if (Sessions.decide(session, command, history) instanceof Decision.Accepted accepted) {
      session = accepted.session();
      history.add(accepted.event());
    }
  }

  /** Some tell under which id, some when they tell it, and then now and then before it happened. */
  private Commands told(Commands by, String secret) {
    Commands named =
        random.nextInt(3) == 0 ? by.commandId(secret + "-" + random.nextInt(1_000_000)) : by;
    long ago = random.nextInt(4) == 0 ? -random.nextInt(10_000_000) : random.nextInt(100_000);
    return random.nextInt(3) == 0 ? named.recordedAt(at.plusMillis(ago)) : named;
  }

  private Commands overriding(Commands by, String secret) {
    List<TitledKey> codes = session.protocol().reasons().override();
    return codes.isEmpty() || random.nextBoolean()
        ? by.overriding(secret)
        : by.overriding(any(codes).key(), secret);
  }

  private Duration gap() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> Duration.ZERO;
      case 2 -> Duration.ofDays(random.nextInt(6));
      case 3 -> Duration.ofMillis(-random.nextInt(5_000_000));
      default -> Duration.ofMillis(random.nextInt(2_000_000));
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Command command(Commands by) {
    Protocol protocol = session.protocol();
    String next = "r-" + (session.referrals().size() + 1);
    return switch (random.nextInt(15)) {
      case 0 -> protocol.concerns().isEmpty() ? by.pause() : by.raiseConcern(concern());
      case 1, 2 -> by.offer(next, any(protocol.resources().stream().map(Resource::key).toList()));
      case 3, 4, 5, 6 -> ofReferral(by);
      case 7 -> by.thank(protocol.appreciation().toArray(String[]::new));
      case 8 -> random.nextBoolean() ? by.pause() : by.resume();
      case 9 -> random.nextInt(3) > 0 ? by.close() : by.resume();
      case 10 -> random.nextInt(10) == 0 ? by.end(endReason()) : by.resume();
      case 14 ->
          random.nextInt(12) == 0 ? by.voidSession(any(List.of(VoidReason.values()))) : by.resume();
      case 11 ->
          by.transfer(Peer.of("sup-" + random.nextInt(9)).from("icu").as("what one works as"));
      default -> by.begin(any(protocol.elements().stream().map(Element::key).toList()));
    };
  }

  private EndReason endReason() {
    List<EndReason> reasons = new ArrayList<>(EndReason.builtIn());
    session.protocol().reasons().end().forEach(own -> reasons.add(new EndReason(own.key())));
    return any(reasons);
  }

  private String concern() {
    return any(session.protocol().concerns());
  }

  private Command ofReferral(Commands by) {
    List<Referral> referrals = session.referrals();
    String id = referrals.isEmpty() ? "none" : any(referrals).id();
    List<TitledKey> declining = session.protocol().reasons().decline();
    List<TitledKey> lapsing = session.protocol().reasons().lapse();
    return switch (random.nextInt(8)) {
      case 0, 1 -> by.accept(id);
      case 2 -> declining.isEmpty() ? by.decline(id) : by.decline(id, any(declining).key());
      case 3 -> by.connect(id);
      case 4 -> by.complete(id);
      case 5 -> by.withdraw(id);
      case 6 -> lapsing.isEmpty() ? by.lapse(id) : by.lapse(id, any(lapsing).key());
      default -> random.nextBoolean() ? by.decline(id) : by.lapse(id);
    };
  }
}
