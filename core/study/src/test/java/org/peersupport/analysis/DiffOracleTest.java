package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A direct search over all conversations, which shares no code with the library, confirms how pairs
 * of small random protocols differ and whether sessions may change over from one to the other.
 */
class DiffOracleTest {
  private static final int PAIRS = 3_000;

  @Test
  void what_one_allows_and_the_other_refuses_is_found_and_nothing_else() {
    Map<String, Integer> told = new TreeMap<>();
    for (long seed = 0; seed < PAIRS; seed++) {
      DiffPairs.Pair pair = DiffPairs.of(seed, 2);
      Difference difference = Difference.between(pair.first(), pair.second(), pair.matching());
      List<Disagreement> expected = new ArrayList<>(difference.disagreements());
      confirm(pair, expected, told);
      confirm(pair.swapped(), expected, told);
      assertThat(expected).as("%s", pair).isEmpty();
    }
    assertThat(told).hasSizeGreaterThan(8); // refused at many a place, and allowed by both
  }

  private static void confirm(
      DiffPairs.Pair pair, List<Disagreement> found, Map<String, Integer> told) {
    DiffWorld world = new DiffWorld(pair.first(), pair.second(), pair.matching());
    Optional<List<String>> shortest = world.shortestRefused();
    boolean mine = !found.isEmpty() && found.get(0).allowedBy().equals(pair.first().reference());
    Disagreement disagreement = mine ? found.remove(0) : null;
    if (shortest.isEmpty() || disagreement == null) {
      assertThat(disagreement).as("%s", pair).isNull();
      assertThat(shortest).as("%s", pair).isEmpty();
      told.merge("same", 1, Integer::sum);
      return;
    }
    assertThat(disagreement.conversation())
        .as("%s: %s", pair, shortest.get())
        .hasSize(shortest.get().size() + 1);
    Set<DiffReplay.Refused> refusals =
        DiffReplay.of(
            pair.first(),
            pair.second(),
            activity -> world.inSecond(activity.text()),
            disagreement.conversation());
    assertThat(refusals)
        .as("%s: %s", pair, disagreement)
        .contains(new DiffReplay.Refused(disagreement.at(), disagreement.rules()));
    int left = disagreement.conversation().size() - disagreement.at();
    told.merge("refused with " + left + " to come", 1, Integer::sum);
  }

  @Test
  void sessions_may_go_on_exactly_where_the_other_rules_can_still_be_satisfied() {
    Map<String, Integer> told = new TreeMap<>();
    for (long seed = 0; seed < PAIRS; seed++) {
      DiffPairs.Pair pair = DiffPairs.of(seed, 2);
      Random random = new Random(seed);
      for (int i = 0; i < 2; i++) {
        DiffPairs.Pair way = i == 0 ? pair : pair.swapped();
        List<Event> history = history(way.first(), random);
        confirm_running(way, history, told);
      }
    }
    assertThat(told).containsKeys("safe 0", "safe-after 1", "safe-after 2", "impossible 0");
    assertThat(told).containsKeys("against 0", "against 1", "against 2");
  }

  private static void confirm_running(
      DiffPairs.Pair pair, List<Event> history, Map<String, Integer> told) {
    Continuation found = Continuation.of(pair.first(), pair.second(), pair.matching(), history);
    DiffWorld world = null;
    DiffWorld.Running running;
    Session session = Sessions.replay(reference -> pair.first(), history);
    {
      Set<String> departed = departed(pair.first(), history);
      Set<String> departedThere = new HashSet<>(departed);
      departedThere.removeIf(
          id ->
              pair.second().expandedRules().stream()
                  .noneMatch(rule -> rule.id().equals(id) && rule.overridable()));
      world =
          new DiffWorld(pair.first(), pair.second(), pair.matching(), departed, departedThere, 6);
      running = running(world, pair.first(), history, session);
    }
    Optional<List<String>> way = running.way();
    Supplier<String> about = () -> pair + "\n" + history + "\n" + found + "\nexpected " + way;
    Continuation.MigrationVerdict verdict =
        way.isEmpty()
            ? Continuation.MigrationVerdict.IMPOSSIBLE
            : way.get().isEmpty()
                ? Continuation.MigrationVerdict.SAFE
                : Continuation.MigrationVerdict.SAFE_AFTER;
    assertThat(found.verdict()).as(about).isEqualTo(verdict);
    told.merge(verdict.wireName() + " " + found.after().size(), 1, Integer::sum);
    if (verdict == Continuation.MigrationVerdict.IMPOSSIBLE) {
      assertThat(found.rules()).as(about).isEqualTo(running.against());
      told.merge("against " + found.rules().size(), 1, Integer::sum);
    } else {
      assertThat(found.after()).as(about).hasSize(way.get().size());
      assertThat(leads(world, pair.first(), session, history, found.after())).as(about).isTrue();
    }
  }

  /** Whether the acts are accepted and the session may then go on. */
  private static boolean leads(
      DiffWorld world, Protocol from, Session session, List<Event> history, List<String> acts) {
    if (acts.isEmpty()) {
      return running(world, from, history, session).way().equals(Optional.of(List.of()));
    }
    Session awake = session;
    List<Event> more = new ArrayList<>(history);
    if (session.status() == org.peersupport.protocol.Status.PAUSED) {
      Event resumed =
          Sessions.decide(
                  session, Commands.of("s-1", session.supporter().id(), session.at()).resume())
              .orElseThrow()
              .event();
      awake = Sessions.evolve(session, resumed);
      more.add(resumed);
    }
    for (Command command : DiffReplay.commands(awake, acts.get(0))) {
      if (Sessions.decide(awake, command) instanceof Decision.Accepted accepted
          && !DiffReplay.breaks(from, accepted.event())) {
        List<Event> then = new ArrayList<>(more);
        then.add(accepted.event());
        if (leads(world, from, accepted.session(), then, acts.subList(1, acts.size()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static DiffWorld.Running running(
      DiffWorld world, Protocol from, List<Event> history, Session session) {
    List<String> done = new ArrayList<>();
    Session before = Sessions.start(from, history.get(0));
    for (Event event : history.subList(1, history.size())) {
      HistoryReview.activities(before, event).forEach(activity -> done.add(activity.text()));
      before = Sessions.evolve(before, event);
    }
    Map<String, Integer> pending = new HashMap<>();
    Map<String, Integer> connected = new HashMap<>();
    for (Referral referral : session.referrals()) {
      switch (referral.state()) {
        case OFFERED -> pending.put(referral.resource(), 1);
        case ACCEPTED -> pending.put(referral.resource(), 2);
        case CONNECTED -> connected.merge(referral.resource(), 1, Integer::sum);
        default -> {
          // it is over
        }
      }
    }
    return world.new Running(done, pending, connected);
  }

  /** The mandatory rules that were departed from. */
  private static Set<String> departed(Protocol protocol, List<Event> history) {
    Set<String> departed = new HashSet<>();
    for (Event event : history) {
      for (Deviation deviation : event.deviations()) {
        for (ExpandedRule rule : protocol.expandedRules()) {
          if (rule.isMandatory() && rule.id().equals(deviation.rule())) {
            departed.add(rule.id());
          }
        }
      }
    }
    return departed;
  }

  /** An unfinished session, with overrides, pauses and transfers. */
  private static List<Event> history(Protocol protocol, Random random) {
    Session session = DiffReplay.opened(protocol);
    List<Event> history = new ArrayList<>();
    Command.Open open =
        Commands.of("s-1", session.supporter().id(), session.at())
            .open(protocol.reference(), session.supporter(), session.peer());
    history.add(Sessions.open(protocol, open).orElseThrow().event());
    for (int tries = random.nextInt(25); tries > 0; tries--) {
      Commands by = Commands.of("s-1", session.supporter().id(), session.at());
      Command command;
      int drawn = random.nextInt(100);
      if (drawn < 3) {
        command = by.pause();
      } else if (drawn < 10) {
        command = by.resume();
      } else if (drawn < 13) {
        command = by.transfer(Peer.of("sup-" + random.nextInt(3)).from("surgery"));
      } else {
        List<Activity> words = protocol.activities();
        String word = words.get(random.nextInt(words.size())).text();
        List<Command> commands = DiffReplay.commands(session, word);
        if (commands.isEmpty()) {
          continue;
        }
        command = commands.get(random.nextInt(commands.size()));
        if (random.nextInt(100) < 40) {
          command = overriding(session, command);
        }
      }
      if (Sessions.decide(session, command) instanceof Decision.Accepted accepted) {
        session = accepted.session();
        history.add(accepted.event());
      }
    }
    return history;
  }

  private static Command overriding(Session session, Command command) {
    Commands by = Commands.of("s-1", session.supporter().id(), session.at()).overriding("a reason");
    if (command instanceof Command.Begin each) {
      return by.begin(each.element());
    } else if (command instanceof Command.Offer each) {
      return by.offer(each.referral(), each.resource());
    } else if (command instanceof Command.Connect each) {
      return by.connect(each.referral());
    } else if (command instanceof Command.Thank) {
      return by.thank(session.protocol().appreciation().toArray(String[]::new));
    }
    return command;
  }
}
