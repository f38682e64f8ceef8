package org.peersupport.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;

/**
 * The commands that an input of the enforced machine stands for in a session. Ids and instants
 * follow from the session alone.
 *
 * <p>An act of a referral means the resource's pending one, or else one that nobody knows. What is
 * connected is completed at once, so that no referral outlives its hand-off. {@code transfer} is to
 * the one of two supporters who is not the current one.
 */
final class InputCommands {
  static final String TRANSFER = "transfer";
  static final String PAUSE = "pause";
  static final String RESUME = "resume";
  static final String CLOSE = "close";
  static final String END = "end";

  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final String NOBODY_KNOWS = "r-0";

  private InputCommands() {}

  /** The commands that the input is in this session, and what comes of each. */
  static List<ConformanceStep> act(Session session, String input) {
    List<ConformanceStep> steps = new ArrayList<>();
    ConformanceStep step = ConformanceStep.of(session, command(session, input));
    steps.add(step);
    if (step.command() instanceof Command.Connect connected && step.decision().isAccepted()) {
      Session after = step.after();
      steps.add(ConformanceStep.of(after, commands(after).complete(connected.referral())));
    }
    return steps;
  }

  /** The session after the steps. */
  static Session after(List<ConformanceStep> steps) {
    return steps.get(steps.size() - 1).after();
  }

  private static Commands commands(Session session) {
    Instant at = session.at().plus(BETWEEN);
    return Commands.of(session.id(), session.supporter().id(), at);
  }

  private static Command command(Session session, String input) {
    Commands commands = commands(session);
    int colon = input.indexOf(':');
    String about = input.substring(colon + 1);
    ActType type =
        ActType.ofCommand(colon < 0 ? input : input.substring(0, colon))
            .orElseThrow(InputCommands::unknown);
    return switch (type) {
      case BEGIN -> commands.begin(about);
      case CONCERN -> commands.raiseConcern(about);
      case OFFER -> commands.offer("r-" + (session.referrals().size() + 1), about);
      case ACCEPT -> commands.accept(pending(session, about));
      case DECLINE -> commands.decline(pending(session, about));
      case CONNECT -> commands.connect(pending(session, about));
      case COMPLETE -> commands.complete(pending(session, about));
      case WITHDRAW -> commands.withdraw(pending(session, about));
      case LAPSE -> commands.lapse(pending(session, about));
      case THANK -> commands.thank(about.split("\\+", -1));
      case TRANSFER -> commands.transfer(other(session.supporter()));
      case PAUSE -> commands.pause();
      case RESUME -> commands.resume();
      case CLOSE -> commands.close();
      case END -> commands.end(EndReason.STOPPED);
      case OPEN, CORRECT, VOID -> throw unknown();
    };
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("no input of the machine");
  }

  private static String pending(Session session, String resource) {
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(resource) && referral.state().isPending()) {
        return referral.id();
      }
    }
    return NOBODY_KNOWS;
  }

  /** The other one of two supporters, from the same department. */
  private static Peer other(Peer supporter) {
    Peer other = Peer.of(supporter.id().equals("sup-1") ? "sup-2" : "sup-1");
    Optional<String> department = supporter.department();
    return department.isPresent() ? other.from(department.get()) : other;
  }
}
