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
  private static final List<EndReason> REASONS = List.of(EndReason.builtIn());

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
   * @param secret what every override and every correction gives as its reason
   */
  static List<Event> history(
      Protocol protocol, Command.Open opening, String secret, RandomGenerator random) {
    RandomTalk talk = new RandomTalk(protocol, opening, random);
    for (int i = 5 + random.nextInt(40); i > 0; i--) {
      talk.attempt(secret);
    }
    return talk.history;
  }

  private void attempt(String secret) {
    at = at.plus(gap());
    Commands by = Commands.of(session.id(), session.supporter().id(), at);
    Command command =
        random.nextInt(10) == 0
            ? by.correct(1 + random.nextInt(session.seq()), secret)
            : command(random.nextInt(3) == 0 ? by.overriding(secret) : by);
    if (Sessions.decide(session, command, history) instanceof Decision.Accepted accepted) {
      session = accepted.session();
      history.add(accepted.event());
    }
  }

  private Duration gap() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> Duration.ZERO;
      case 2 -> Duration.ofDays(random.nextInt(6));
      default -> Duration.ofMillis(random.nextInt(2_000_000));
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Command command(Commands by) {
    Protocol protocol = session.protocol();
    String next = "r-" + (session.referrals().size() + 1);
    return switch (random.nextInt(14)) {
      case 0 -> protocol.concerns().isEmpty() ? by.pause() : by.raiseConcern(concern());
      case 1, 2 -> by.offer(next, any(protocol.resources().stream().map(Resource::key).toList()));
      case 3, 4, 5, 6 -> ofReferral(by);
      case 7 -> by.thank(protocol.appreciation().toArray(String[]::new));
      case 8 -> random.nextBoolean() ? by.pause() : by.resume();
      case 9 -> random.nextInt(3) > 0 ? by.close() : by.resume();
      case 10 -> random.nextInt(10) == 0 ? by.end(any(REASONS)) : by.resume();
      case 11 ->
          by.transfer(Peer.of("sup-" + random.nextInt(9)).from("icu").as("what one works as"));
      default -> by.begin(any(protocol.elements().stream().map(Element::key).toList()));
    };
  }

  private String concern() {
    return any(session.protocol().concerns());
  }

  private Command ofReferral(Commands by) {
    List<Referral> referrals = session.referrals();
    String id = referrals.isEmpty() ? "none" : any(referrals).id();
    return switch (random.nextInt(5)) {
      case 0 -> by.accept(id);
      case 1 -> by.decline(id);
      case 2 -> by.connect(id);
      case 3 -> by.complete(id);
      default -> by.lapse(id);
    };
  }
}
