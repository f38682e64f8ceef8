package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;
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

/**
 * Confirms witnesses through sessions, as anybody could: the acts are sent as commands, one a
 * second. Where an act may be of several referrals, each of them is tried.
 */
final class Replay {
  private static final Peer SUPPORTER = Peer.of("sup-1").from("surgery");
  private static final Peer PEER = Peer.of("peer-1").from("emergency");
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** A session after some acts, with the rules that were departed from on the way. */
  private record Stage(Session session, Set<String> departed) {}

  private final Protocol protocol;
  private final Set<String> mandatory = new TreeSet<>();

  private Replay(Protocol protocol) {
    this.protocol = protocol;
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (rule.isMandatory()) {
        mandatory.add(rule.id());
      }
    }
  }

  static Replay under(Protocol protocol) {
    return new Replay(protocol);
  }

  /** Whether all acts are accepted and no mandatory rule is departed from. */
  boolean accepts(List<String> acts) {
    return !stages(acts).isEmpty();
  }

  /** Whether all acts but the last are accepted, and the rules refuse that. */
  boolean refusesLast(List<String> acts) {
    String last = acts.get(acts.size() - 1);
    boolean refused = false;
    for (Stage stage : stages(acts.subList(0, acts.size() - 1))) {
      for (Command command : commands(stage.session, last)) {
        Decision decision = Sessions.decide(stage.session, command);
        if (!(decision instanceof Refusal refusal)) {
          return false;
        }
        refused |= refusal.code().wireName().startsWith("rule.");
      }
    }
    return refused;
  }

  /** Whether the acts are accepted and the rule is departed from on the way. */
  boolean departs(List<String> acts, String rule) {
    return stages(acts).stream().anyMatch(stage -> stage.departed.contains(rule));
  }

  /** By how much the last of the acts makes the remedy for a close longer, at the most. */
  int lengthening(List<String> acts) {
    int most = Integer.MIN_VALUE;
    for (Stage before : stages(acts.subList(0, acts.size() - 1))) {
      for (Stage after : next(before, acts.get(acts.size() - 1))) {
        most = Math.max(most, wayToClose(after.session) - wayToClose(before.session));
      }
    }
    return most;
  }

  /** How many acts the remedy for a close has; 0 when it may come at once. */
  private static int wayToClose(Session session) {
    Decision decision = Sessions.decide(session, commands(session, "close").get(0));
    return decision instanceof Refusal refusal ? refusal.remedy().orElseThrow().size() : 0;
  }

  /** What is left to do after acts that can be of no several referrals. */
  List<String> outstanding(List<String> acts) {
    List<Stage> stages = stages(acts);
    assertThat(stages).hasSize(1);
    return stages.get(0).session.outstanding();
  }

  /** Whether the acts are accepted, and nothing is left to do after them. */
  boolean isSettledBy(List<String> acts) {
    List<Stage> stages = stages(acts);
    return !stages.isEmpty() && stages.stream().allMatch(stage -> stage.session.isSettled());
  }

  /**
   * Whether the last of the acts leaves the deadline open that it has opened. A settled session
   * lists none, so it is asked of one that a further referral keeps from being settled.
   */
  boolean owes(List<String> acts, String deadline) {
    if (isSettledBy(acts)) {
      List<String> more = new ArrayList<>(List.of("offer:" + SmallProtocols.KEEPER));
      more.addAll(acts);
      return SmallProtocols.keptOpen(protocol).stream()
          .anyMatch(open -> under(open).owesOpenly(more, deadline));
    }
    return owesOpenly(acts, deadline);
  }

  private boolean owesOpenly(List<String> acts, String deadline) {
    for (Stage stage : stages(acts)) {
      Instant last = stage.session.at();
      if (stage.session.due().stream()
          .anyMatch(due -> due.deadline().equals(deadline) && due.since().equals(last))) {
        return true;
      }
    }
    return false;
  }

  private List<Stage> stages(List<String> acts) {
    Command.Open open =
        Commands.of("s-1", SUPPORTER.id(), START).open(protocol.reference(), SUPPORTER, PEER);
    Event opened = Sessions.open(protocol, open).orElseThrow().event();
    List<Stage> stages = List.of(new Stage(Sessions.start(protocol, opened), Set.of()));
    for (String act : acts) {
      List<Stage> next = new ArrayList<>();
      for (Stage stage : stages) {
        next.addAll(next(stage, act));
      }
      stages = next;
    }
    return stages;
  }

  private List<Stage> next(Stage stage, String act) {
    List<Stage> next = new ArrayList<>();
    for (Command command : commands(stage.session, act)) {
      Decision decision = Sessions.decide(stage.session, command);
      if (decision instanceof Decision.Accepted accepted && !breaks(accepted.event())) {
        Set<String> departed = new TreeSet<>(stage.departed);
        accepted.event().deviations().forEach(deviation -> departed.add(deviation.rule()));
        next.add(new Stage(accepted.session(), departed));
      }
    }
    return next;
  }

  private boolean breaks(Event event) {
    for (Deviation deviation : event.deviations()) {
      if (mandatory.contains(deviation.rule())) {
        return true;
      }
    }
    return false;
  }

  private static List<Command> commands(Session session, String act) {
    Commands by = Commands.of(session.id(), session.supporter().id(), session.at().plusSeconds(1));
    int colon = act.indexOf(':');
    String kind = colon < 0 ? act : act.substring(0, colon);
    String key = act.substring(colon + 1);
    return switch (kind) {
      case "begin" -> List.of(by.begin(key));
      case "concern" -> List.of(by.raiseConcern(key));
      case "offer" -> List.of(by.offer("r-" + (session.referrals().size() + 1), key));
      case "thank" -> List.of(by.thank(key));
      case "close" -> List.of(by.close());
      case "end" -> List.of(by.end(new EndReason(key)));
      default -> {
        List<Command> commands = new ArrayList<>();
        for (Referral referral : session.referrals()) {
          if (referral.resource().equals(key)) {
            commands.add(ofReferral(by, kind, referral.id()));
          }
        }
        yield commands;
      }
    };
  }

  private static Command ofReferral(Commands by, String kind, String referral) {
    return switch (kind) {
      case "accept" -> by.accept(referral);
      case "decline" -> by.decline(referral);
      case "connect" -> by.connect(referral);
      case "complete" -> by.complete(referral);
      case "withdraw" -> by.withdraw(referral);
      case "lapse" -> by.lapse(referral);
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
