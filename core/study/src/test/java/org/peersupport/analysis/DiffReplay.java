package org.peersupport.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Violation;

/**
 * Plays conversations in sessions of one protocol and of another at once, as anybody could. Where
 * an act may be of several referrals, each of them is tried.
 */
final class DiffReplay {
  private static final Peer SUPPORTER = Peer.of("sup-1").from("surgery");
  private static final Peer PEER = Peer.of("peer-1").from("emergency");
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** Where and by which rules the second protocol refuses. */
  record Refused(int at, List<String> rules) {}

  private final Protocol first;
  private final Protocol second;
  private final Function<Activity, Optional<Activity>> inSecond;
  private final Set<Refused> refusals = new LinkedHashSet<>();
  private boolean accepted;

  private DiffReplay(
      Protocol first, Protocol second, Function<Activity, Optional<Activity>> inSecond) {
    this.first = first;
    this.second = second;
    this.inSecond = inSecond;
  }

  /**
   * What the second protocol says to a conversation that ends with a close and that the first
   * accepts, for every way in which it can be understood; empty when the first one refuses it.
   */
  static Set<Refused> of(
      Protocol first,
      Protocol second,
      Function<Activity, Optional<Activity>> inSecond,
      List<String> conversation) {
    DiffReplay replay = new DiffReplay(first, second, inSecond);
    replay.play(opened(first), opened(second), conversation, 0, null);
    return replay.refusals;
  }

  /** Whether the second protocol lets the conversation pass in every way the first one does. */
  static boolean passes(
      Protocol first,
      Protocol second,
      Function<Activity, Optional<Activity>> inSecond,
      List<String> conversation) {
    DiffReplay replay = new DiffReplay(first, second, inSecond);
    replay.play(opened(first), opened(second), conversation, 0, null);
    return replay.accepted && replay.refusals.isEmpty();
  }

  static Session opened(Protocol protocol) {
    Command.Open open =
        Commands.of("s-1", SUPPORTER.id(), START).open(protocol.reference(), SUPPORTER, PEER);
    return Sessions.start(protocol, Sessions.open(protocol, open).orElseThrow().event());
  }

  private void play(Session p, Session q, List<String> acts, int at, @Nullable Refused refused) {
    if (at == acts.size()) {
      accepted |= refused == null;
      if (refused != null) {
        refusals.add(refused);
      }
      return;
    }
    for (Command command : commands(p, acts.get(at))) {
      if (!(Sessions.decide(p, command) instanceof Decision.Accepted here)
          || breaks(first, here.event())) {
        continue;
      }
      Session next = here.session();
      Optional<Command> other = inSecond(q, acts.get(at), command);
      if (refused != null) {
        play(next, q, acts, at + 1, refused);
      } else if (other.isEmpty()) {
        play(next, q, acts, at + 1, new Refused(at + 1, List.of()));
      } else {
        Decision decision = Sessions.decide(q, other.get());
        if (decision instanceof Decision.Accepted there && !breaks(second, there.event())) {
          play(next, there.session(), acts, at + 1, null);
        } else {
          play(next, q, acts, at + 1, new Refused(at + 1, rules(decision)));
        }
      }
    }
  }

  private static List<String> rules(Decision decision) {
    if (!(decision instanceof Refusal refusal)) {
      throw new AssertionError("a fact departs from a mandatory rule");
    }
    Set<String> rules = new LinkedHashSet<>();
    for (Violation violation : refusal.violations()) {
      violation.rule().ifPresent(rules::add);
      rules.addAll(violation.rules());
    }
    return List.copyOf(rules);
  }

  private Optional<Command> inSecond(Session q, String act, Command command) {
    Commands by = by(q);
    if (act.equals("close")) {
      return Optional.of(by.close());
    }
    Activity activity = activity(first, act);
    return inSecond.apply(activity).map(there -> command(by, there, referral(command)));
  }

  private static Activity activity(Protocol protocol, String act) {
    return protocol.activities().stream()
        .filter(each -> each.text().equals(act))
        .findFirst()
        .orElseThrow();
  }

  private static String referral(Command command) {
    if (command instanceof Command.Offer each) {
      return each.referral();
    } else if (command instanceof Command.Accept each) {
      return each.referral();
    } else if (command instanceof Command.Decline each) {
      return each.referral();
    } else if (command instanceof Command.Connect each) {
      return each.referral();
    } else if (command instanceof Command.Complete each) {
      return each.referral();
    } else if (command instanceof Command.Withdraw each) {
      return each.referral();
    } else if (command instanceof Command.Lapse each) {
      return each.referral();
    }
    return "";
  }

  static boolean breaks(Protocol protocol, Event event) {
    for (Deviation deviation : event.deviations()) {
      if (protocol.expandedRules().stream()
          .anyMatch(rule -> rule.isMandatory() && rule.id().equals(deviation.rule()))) {
        return true;
      }
    }
    return false;
  }

  private static Commands by(Session session) {
    return Commands.of(session.id(), session.supporter().id(), session.at().plusSeconds(1));
  }

  /** The commands that the act may be. */
  static List<Command> commands(Session session, String act) {
    Commands by = by(session);
    if (act.equals("close")) {
      return List.of(by.close());
    }
    Activity activity = activity(session.protocol(), act);
    if (!act.startsWith("offer") && activity.kind().isReferral()) {
      List<Command> commands = new ArrayList<>();
      for (Referral referral : session.referrals()) {
        if (referral.resource().equals(activity.qualifier())) {
          commands.add(command(by, activity, referral.id()));
        }
      }
      return commands;
    }
    return List.of(command(by, activity, "r-" + (session.referrals().size() + 1)));
  }

  private static Command command(Commands by, Activity activity, String referral) {
    String key = activity.qualifier();
    return switch (activity.kind()) {
      case BEGIN -> by.begin(key);
      case CONCERN -> by.raiseConcern(key);
      case OFFER -> by.offer(referral, key);
      case ACCEPT -> by.accept(referral);
      case DECLINE -> by.decline(referral);
      case CONNECT -> by.connect(referral);
      case COMPLETE -> by.complete(referral);
      case WITHDRAW -> by.withdraw(referral);
      case LAPSE -> by.lapse(referral);
      case THANK -> by.thank(key);
    };
  }
}
