package org.peersupport.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A few hundred conversations that differ, all of their commands accepted, {@value #STEPS} commands
 * in all: nobody's branches can be foretold from the last round, and the situations of a session
 * are as many as in use.
 *
 * <p>Each is a random walk over what is permitted, drawn to a close by following the remedy every
 * other step; some end early, and some referrals are completed afterwards. The same seed gives the
 * same conversations. Pausing and transferring are left out, because no peer knows them.
 */
final class VariedConversations {
  /** How many commands they have in all. */
  static final int STEPS = 4096;

  private static final int LONGEST = 40;
  private static final int SHORTEST = 6;

  /** A length that many have, so that the last one can end the sum. */
  private static final int COMMON = 15;

  private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");

  private final Protocol protocol = Catalogue.amaSixElements();
  private final SplittableRandom random;
  private int number;

  private VariedConversations(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The conversations, each an array of commands that starts with an opening. */
  static Command[][] of(long seed) {
    VariedConversations varied = new VariedConversations(seed);
    List<Command[]> conversations = new ArrayList<>();
    int left = STEPS;
    while (left > 0) {
      Command[] next = varied.next();
      boolean fits = next.length == left || next.length <= left - COMMON;
      if (next.length >= SHORTEST && fits) {
        conversations.add(next);
        left -= next.length;
      }
    }
    return conversations.toArray(new Command[0][]);
  }

  /** A conversation; none if it does not come to an end. */
  private Command[] next() {
    number++;
    String id = "s-" + number;
    String supporter = "sup-" + number % 40;
    String peer = "peer-" + number;
    Commands opening = Commands.of(id, supporter, OPENED);
    Command.Open open =
        opening.open(
            protocol.id(), Peer.of(supporter).from("surgery"), Peer.of(peer).from("emergency"));
    List<Command> commands = new ArrayList<>(List.of(open));
    Session session = Sessions.open(protocol, open).orElseThrow().session();
    for (int step = 1; !isOver(session); step++) {
      if (step == LONGEST) {
        return new Command[0];
      }
      Instant at = OPENED.plus(Duration.ofMinutes(step));
      Command command = draw(session, Commands.of(id, supporter, at));
      Decision decision = Sessions.decide(session, command);
      commands.add(command);
      session = decision.orElseThrow().session();
    }
    return commands.toArray(new Command[0]);
  }

  /** Sometimes somebody cares what became of a referral, and sometimes nobody ever tells. */
  private boolean isOver(Session session) {
    return switch (session.status()) {
      case OPEN, PAUSED -> false;
      case CLOSED, ENDED -> session.isSettled() || random.nextInt(2) == 0;
      case VOIDED -> true;
    };
  }

  private Command draw(Session session, Commands by) {
    Decision close = Sessions.decide(session, by.close());
    if (random.nextBoolean()) {
      if (close.isAccepted()) {
        return by.close();
      }
      Optional<List<Activity>> remedy = close.refusal().flatMap(Refusal::remedy);
      if (remedy.isPresent() && !remedy.get().isEmpty()) {
        return command(session, by, remedy.get().get(0).text());
      }
    }
    List<String> permitted = new ArrayList<>(session.permitted());
    permitted.removeAll(List.of("pause", "resume", "transfer"));
    if (random.nextInt(8) > 0) {
      permitted.remove("end");
    }
    return command(session, by, permitted.get(random.nextInt(permitted.size())));
  }

  private Command command(Session session, Commands by, String act) {
    int colon = act.indexOf(':');
    String kind = colon < 0 ? act : act.substring(0, colon);
    // The constant, as an application has it that names keys in its code; see Strings for others.
    String key = act.substring(colon + 1).intern();
    return switch (kind) {
      case "begin" -> by.begin(key);
      case "concern" -> by.raiseConcern(key);
      case "offer" -> by.offer("r-" + (session.referrals().size() + 1), key);
      case "accept" -> by.accept(referral(session, key, ReferralState.OFFERED));
      case "decline" -> decline(by, referral(session, key, ReferralState.OFFERED));
      case "connect" ->
          by.connect(referral(session, key, ReferralState.ACCEPTED, ReferralState.OFFERED));
      case "complete" ->
          by.complete(referral(session, key, ReferralState.CONNECTED, ReferralState.ACCEPTED));
      case "withdraw" ->
          by.withdraw(referral(session, key, ReferralState.ACCEPTED, ReferralState.CONNECTED));
      case "lapse" ->
          by.lapse(
              referral(
                  session,
                  key,
                  ReferralState.OFFERED,
                  ReferralState.ACCEPTED,
                  ReferralState.CONNECTED));
      case "thank" -> random.nextBoolean() ? by.thank(key) : by.thank("work", "sharing");
      case "close" -> by.close();
      case "end" -> by.end(EndReason.INTERRUPTED);
      default -> throw new IllegalStateException("no command for " + act);
    };
  }

  /** Some say why. */
  private Command decline(Commands by, String referral) {
    return random.nextBoolean() ? by.decline(referral) : by.decline(referral, "not-now");
  }

  private static String referral(Session session, String resource, ReferralState... states) {
    for (ReferralState state : states) {
      for (Referral referral : session.referrals()) {
        if (referral.resource().equals(resource) && referral.state() == state) {
          return referral.id();
        }
      }
    }
    throw new IllegalStateException("no referral in " + Arrays.toString(states));
  }
}
