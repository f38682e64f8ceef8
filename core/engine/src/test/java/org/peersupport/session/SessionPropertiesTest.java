package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/** What holds in any conversation under any protocol: both are drawn at random. */
class SessionPropertiesTest {
  private static final int LENGTH = 25;

  private static final List<String> OUTCOMES =
      List.of(
          "actor.not-allowed",
          "actor.not-in-session",
          "ahead",
          "appreciation-expressed",
          "concern-raised",
          "departed",
          "element-begun",
          "late",
          "mended",
          "overridden",
          "override.no-reason",
          "override.not-allowed",
          "referral-accepted",
          "referral-completed",
          "referral-connected",
          "referral-declined",
          "referral-lapsed",
          "referral-offered",
          "referral-withdrawn",
          "referral.no-consent",
          "referral.pending",
          "referral.unknown",
          "referral.wrong-state",
          "rule.conflict",
          "rule.violated",
          "session-closed",
          "session-ended",
          "session-paused",
          "session-resumed",
          "session.changed",
          "session.finished",
          "session.not-paused",
          "session.paused",
          "supporter-changed",
          "time.in-future");

  @Provide
  Arbitrary<Tuple2<Protocol, RandomTalk>> talks() {
    return Arbitraries.randomValue(
        random -> {
          Protocol protocol = RandomProtocols.next(random);
          return Tuple.of(protocol, RandomTalk.of(protocol, random, LENGTH));
        });
  }

  @Provide
  Arbitrary<RandomTalk> shortTalks() {
    return Arbitraries.randomValue(
        random -> RandomTalk.of(RandomProtocols.next(random), random, 9));
  }

  /** So that nothing here is proved of conversations in which nothing happens. */
  @Example
  void what_is_drawn_meets_every_outcome() {
    Map<String, Integer> met = new TreeMap<>();
    Random random = new Random(20200401);
    for (int i = 0; i < 300; i++) {
      Protocol protocol = RandomProtocols.next(random);
      for (RandomTalk.Try each : RandomTalk.of(protocol, random, LENGTH).tries()) {
        count(met, each.decision());
      }
    }

    assertThat(met).containsOnlyKeys(OUTCOMES);
    assertThat(met.values()).allSatisfy(count -> assertThat(count).isGreaterThan(9));
  }

  private static void count(Map<String, Integer> met, Decision decision) {
    if (decision instanceof Decision.Accepted accepted) {
      Event event = accepted.event();
      met.merge(event.type().eventName(), 1, Integer::sum);
      for (Deviation deviation : event.deviations()) {
        met.merge(kind(deviation), 1, Integer::sum);
      }
    } else if (decision instanceof Refusal refusal) {
      refusal.violations().forEach(v -> met.merge(v.code().wireName(), 1, Integer::sum));
      refusal.remedy().ifPresent(remedy -> met.merge("mended", 1, Integer::sum));
    }
  }

  private static String kind(Deviation deviation) {
    if (deviation.aheadBy().isPresent()) {
      return "ahead";
    }
    if (deviation.lateBy().isPresent()) {
      return "late";
    }
    return deviation.reason().isPresent() ? "overridden" : "departed";
  }

  @Property(tries = 300)
  void deciding_is_deterministic_and_changes_nothing(
      @ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    for (RandomTalk.Try each : drawn.get2().tries()) {
      List<Event> told = drawn.get2().history().subList(0, each.told());
      assertThat(Sessions.decide(each.before(), each.command())).isEqualTo(each.decision());
      assertThat(each.before()).isEqualTo(Sessions.replay(r -> drawn.get1(), told));
    }
  }

  @Property(tries = 300)
  void a_protocol_made_anew_gives_the_same_answers(
      @ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    Protocol anew = Rebuilt.of(drawn.get1());
    List<Event> history = drawn.get2().history();
    for (RandomTalk.Try each : drawn.get2().tries()) {
      Session session = Sessions.replay(r -> anew, history.subList(0, each.told()));
      assertThat(Sessions.decide(session, each.command())).isEqualTo(each.decision());
    }
  }

  @Property(tries = 300)
  void replay_comes_to_the_live_session(@ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    RandomTalk talk = drawn.get2();

    Session replayed = Sessions.replay(r -> drawn.get1(), talk.history());

    assertThat(replayed).isEqualTo(talk.session()).hasSameHashCodeAs(talk.session());
    assertThat(replayed.permitted()).isEqualTo(talk.session().permitted());
    assertThat(replayed.referrals()).isEqualTo(talk.session().referrals());
    assertThat(replayed.due()).isEqualTo(talk.session().due());
    assertThat(talk.history()).extracting(Event::seq).isEqualTo(countedTo(talk.history().size()));
  }

  private static List<Integer> countedTo(int last) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= last; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  @Property(tries = 300)
  void what_is_not_remembered_is_answered_the_same(
      @ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    for (RandomTalk.Try each : drawn.get2().tries()) {
      Session forgetful = forgetful(each.before());

      Decision decision = Sessions.decide(forgetful, each.command());

      assertThat(decision).isEqualTo(each.decision());
      assertThat(forgetful.permitted()).isEqualTo(each.before().permitted());
      assertThat(forgetful.outstanding()).isEqualTo(each.before().outstanding());
      assertThat(forgetful.verdicts()).isEqualTo(each.before().verdicts());
    }
  }

  @Property(tries = 300)
  void the_session_of_an_accepted_command_is_what_its_event_evolves_to(
      @ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    for (RandomTalk.Try each : drawn.get2().tries()) {
      each.decision()
          .accepted()
          .ifPresent(
              accepted ->
                  assertThat(Sessions.evolve(each.before(), accepted.event()))
                      .isEqualTo(accepted.session()));
    }
  }

  /** The same session past the bound of what is remembered. */
  private static Session forgetful(Session session) {
    return session.next(
        session.state().forgotten(),
        session.seq(),
        session.at(),
        session.referralChain(),
        session.obligationChain());
  }

  @Property(tries = 300)
  void an_open_conversation_can_always_be_closed_and_ended(
      @ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    for (RandomTalk.Try each : drawn.get2().tries()) {
      Session session = each.before();
      Commands supporter = Commands.of("s-1", session.supporter().id(), session.at());
      if (!session.status().isFinished()) {
        Command.End end = supporter.end(EndReason.SAFETY);
        assertThat(Sessions.permits(session, end)).isTrue();
      }
      if (session.status() == Status.OPEN
          && Sessions.decide(session, supporter.close()) instanceof Refusal refusal) {
        assertThat(refusal.remedy()).isPresent();
      }
    }
  }

  @Property(tries = 300)
  void facts_are_never_refused_by_a_rule(@ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    for (RandomTalk.Try each : drawn.get2().tries()) {
      boolean fact =
          each.command() instanceof Command.RaiseConcern
              || each.command() instanceof Command.Accept
              || each.command() instanceof Command.Decline
              || each.command() instanceof Command.Complete
              || each.command() instanceof Command.Withdraw
              || each.command() instanceof Command.Lapse;
      if (fact && each.decision() instanceof Refusal refusal) {
        assertThat(refusal.code().isStructural()).isTrue();
      }
      if (fact
          && each.decision() instanceof Decision.Accepted accepted
          && each.before().state().departed().isEmpty()) {
        // While the conversation goes on a fact breaks nothing; afterwards only what holds always.
        boolean over = each.before().status().isFinished();
        assertThat(broken(drawn.get1(), accepted.event().deviations()))
            .allMatch(rule -> over && rule.holds() == Holds.ALWAYS);
      }
    }
  }

  /** The mandatory rules that are departed from. */
  private static List<ExpandedRule> broken(Protocol protocol, List<Deviation> deviations) {
    List<ExpandedRule> broken = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      for (Deviation deviation : deviations) {
        if (rule.isMandatory() && deviation.rule().equals(rule.id())) {
          broken.add(rule);
        }
      }
    }
    return broken;
  }

  @Property(tries = 300)
  void final_verdicts_stay(@ForAll("talks") Tuple2<Protocol, RandomTalk> drawn) {
    List<Verdict> before = drawn.get2().tries().get(0).before().verdicts();
    for (RandomTalk.Try each : drawn.get2().tries()) {
      List<Verdict> now = each.before().verdicts();
      for (int r = 0; r < now.size(); r++) {
        if (before.get(r) == Verdict.SATISFIED || before.get(r) == Verdict.VIOLATED) {
          assertThat(now.get(r)).isEqualTo(before.get(r));
        }
      }
      before = now;
    }
  }

  // --- witnesses

  @Property(tries = 500)
  void a_witness_is_the_latest_of_the_smallest_sets(@ForAll("shortTalks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      if (each.decision() instanceof Refusal refusal
          && refusal.code() == RefusalCode.RULE_VIOLATED) {
        List<Event> told = talk.history().subList(0, each.told());
        for (Violation violation : refusal.violations()) {
          violation
              .rule()
              .ifPresent(
                  rule ->
                      assertThat(refusal.witness(rule, told))
                          .as("%s %s", rule, each.command())
                          .isEqualTo(bruteWitness(each, rule, told)));
        }
      }
    }
  }

  private static List<Integer> bruteWitness(RandomTalk.Try each, String id, List<Event> told) {
    CompiledProtocol compiled = each.before().state().protocol();
    CompiledRule rule = compiled.rules().rule(compiled.ruleNumber(id));
    List<Event> events = new ArrayList<>();
    for (Event event : told) {
      if (!activities(told, event).isEmpty()) {
        events.add(event);
      }
    }
    List<Integer> best = null;
    for (int set = 0; set < 1 << events.size(); set++) {
      List<Integer> latestFirst = new ArrayList<>();
      int state = 0;
      for (int e = 0; e < events.size(); e++) {
        if ((set & (1 << e)) != 0) {
          latestFirst.add(0, events.get(e).seq());
          state = after(compiled, rule, state, activities(told, events.get(e)));
        }
      }
      List<String> acts = activities(told, each.command());
      state = after(compiled, rule, state, acts);
      boolean broken = acts.isEmpty() ? !rule.dfa().accepts(state) : !rule.dfa().live(state);
      if (broken && (best == null || isBetter(latestFirst, best))) {
        best = latestFirst;
      }
    }
    List<Integer> witness = new ArrayList<>();
    for (int seq : best == null ? List.<Integer>of() : best) {
      witness.add(0, seq);
    }
    return witness;
  }

  private static boolean isBetter(List<Integer> one, List<Integer> other) {
    if (one.size() != other.size()) {
      return one.size() < other.size();
    }
    return Arrays.compare(one.toArray(new Integer[0]), other.toArray(new Integer[0])) > 0;
  }

  private static int after(
      CompiledProtocol compiled, CompiledRule rule, int state, List<String> acts) {
    int after = state;
    for (String act : acts) {
      for (int a = 0; a < compiled.rules().activities(); a++) {
        if (compiled.activity(a).text().equals(act)) {
          after = rule.after(after, a);
        }
      }
    }
    return after;
  }

  private static List<String> activities(List<Event> told, Event event) {
    if (event instanceof Event.ElementBegun e) {
      return List.of("begin:" + e.element());
    } else if (event instanceof Event.ConcernRaised e) {
      return List.of("concern:" + e.level());
    } else if (event instanceof Event.AppreciationExpressed e) {
      return thanks(e.appreciation());
    } else if (event instanceof Event.ReferralOffered e) {
      return List.of("offer:" + e.resource());
    } else if (event instanceof Event.ReferralAccepted e) {
      return List.of("accept:" + resource(told, e.referral()));
    } else if (event instanceof Event.ReferralDeclined e) {
      return List.of("decline:" + resource(told, e.referral()));
    } else if (event instanceof Event.ReferralConnected e) {
      return List.of("connect:" + resource(told, e.referral()));
    } else if (event instanceof Event.ReferralCompleted e) {
      return List.of("complete:" + resource(told, e.referral()));
    } else if (event instanceof Event.ReferralWithdrawn e) {
      return List.of("withdraw:" + resource(told, e.referral()));
    } else if (event instanceof Event.ReferralLapsed e) {
      return List.of("lapse:" + resource(told, e.referral()));
    }
    return List.of();
  }

  private static List<String> activities(List<Event> told, Command command) {
    if (command instanceof Command.Begin c) {
      return List.of("begin:" + c.element());
    } else if (command instanceof Command.Thank c) {
      return thanks(c.appreciation());
    } else if (command instanceof Command.Offer c) {
      return List.of("offer:" + c.resource());
    } else if (command instanceof Command.Connect c) {
      return List.of("connect:" + resource(told, c.referral()));
    }
    return List.of();
  }

  private static List<String> thanks(Appreciation appreciation) {
    List<String> acts = new ArrayList<>();
    appreciation.facets().forEach(facet -> acts.add("thank:" + facet));
    return acts;
  }

  private static String resource(List<Event> told, String referral) {
    for (Event event : told) {
      if (event instanceof Event.ReferralOffered e && e.referral().equals(referral)) {
        return e.resource();
      }
    }
    throw new IllegalArgumentException("no such referral");
  }

  // --- remedies

  @Property(tries = 500)
  void a_remedy_is_the_first_of_the_safest_of_the_shortest_continuations(
      @ForAll("shortTalks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      boolean ruled =
          each.decision() instanceof Refusal refusal
              && !refusal.code().isStructural()
              && each.command().terms().equals(Terms.NONE);
      if (ruled) {
        Refusal refusal = (Refusal) each.decision();
        List<String> remedy = new ArrayList<>();
        refusal.remedy().orElse(List.of()).forEach(activity -> remedy.add(activity.text()));
        List<String> expected = bruteRemedy(each.before(), each.command());
        assertThat(refusal.remedy().isPresent())
            .as("%s", each.command())
            .isEqualTo(expected != null);
        assertThat(remedy)
            .as("%s", each.command())
            .isEqualTo(expected == null ? List.of() : expected);
      }
    }
  }

  /** Nobody is advised to wait for an answer that breaks a rule, so that it binds no more. */
  private static boolean keepsTheRules(Event event, Protocol protocol) {
    return event.deviations().stream()
        .noneMatch(
            deviation ->
                protocol.expandedRules().stream()
                    .anyMatch(rule -> rule.isMandatory() && rule.id().equals(deviation.rule())));
  }

  private record Seen(EngineState state, List<Referral> referrals) {}

  /**
   * A way to a session.
   *
   * @param safeAfter the steps after which someone in danger was safe for the first time
   */
  private record Way(Session session, List<String> steps, int safeAfter) {}

  /** Ways that go on alike. */
  private record Alike(Seen seen, int safeAfter) {}

  /**
   * Breadth first, in the protocol's own order, by really recording each step; of all shortest ways
   * the first of those that are safe earliest. In a pause that of the conversation that goes on.
   */
  private static @Nullable List<String> bruteRemedy(Session asked, Command refused) {
    Session from = goingOn(asked);
    Map<Seen, Integer> depth = new HashMap<>(Map.of(seen(from), 0));
    List<Way> layer = List.of(new Way(from, List.of(), isSafe(from) ? 0 : Integer.MAX_VALUE));
    for (int steps = 1; !layer.isEmpty(); steps++) {
      Optional<Way> found =
          layer.stream()
              .filter(way -> Sessions.permits(way.session(), refused))
              .min(Comparator.comparingInt(Way::safeAfter));
      if (found.isPresent()) {
        return found.get().steps();
      }
      Map<Alike, Way> next = new LinkedHashMap<>();
      for (Way way : layer) {
        for (Way on : onwards(way)) {
          if (depth.computeIfAbsent(seen(on.session()), key -> on.steps().size()) == steps) {
            next.putIfAbsent(new Alike(seen(on.session()), on.safeAfter()), on);
          }
        }
      }
      layer = List.copyOf(next.values());
    }
    return null;
  }

  private static List<Way> onwards(Way way) {
    List<Way> onwards = new ArrayList<>();
    Protocol protocol = way.session().protocol();
    for (String move : moves(protocol)) {
      Command command = pending(way.session(), move);
      if (command != null
          && Sessions.decide(way.session(), command) instanceof Decision.Accepted accepted
          && keepsTheRules(accepted.event(), protocol)) {
        List<String> steps = new ArrayList<>(way.steps());
        steps.add(move);
        boolean safe = way.safeAfter() == Integer.MAX_VALUE && isSafe(accepted.session());
        onwards.add(new Way(accepted.session(), steps, safe ? steps.size() : way.safeAfter()));
      }
    }
    return onwards;
  }

  private static Session goingOn(Session session) {
    Command resume = Commands.of("s-1", session.supporter().id(), session.at()).resume();
    return session.status() == Status.PAUSED
        ? Sessions.decide(session, resume).orElseThrow().session()
        : session;
  }

  /** Whether every mandatory rule that holds always and still binds is satisfied. */
  private static boolean isSafe(Session session) {
    RuleSystem rules = session.state().protocol().rules();
    for (int r = 0; r < rules.rules(); r++) {
      CompiledRule rule = rules.rule(r);
      boolean binds = rule.mandatory() && rule.always() && !session.state().departed().get(r);
      if (binds && !rule.dfa().accepts(session.state().position()[r])) {
        return false;
      }
    }
    return true;
  }

  private static Seen seen(Session session) {
    return new Seen(session.state(), open(session));
  }

  private static List<Referral> open(Session session) {
    List<Referral> open = new ArrayList<>();
    for (Referral referral : session.referrals()) {
      if (referral.state().isPending()) {
        // Their ids are numbered along the way and say nothing, but for those that were there.
        String id = referral.id().startsWith("way-") ? "way" : referral.id();
        open.add(Referral.of(id, referral.resource(), referral.state()));
      }
    }
    return open;
  }

  private static List<String> moves(Protocol protocol) {
    List<String> moves = new ArrayList<>();
    protocol.elements().forEach(element -> moves.add("begin:" + element.key()));
    for (ActivityKind kind :
        List.of(
            ActivityKind.OFFER, ActivityKind.ACCEPT, ActivityKind.DECLINE, ActivityKind.CONNECT)) {
      for (Resource resource : protocol.resources()) {
        moves.add(new Activity(kind, resource.key()).text());
      }
    }
    protocol.appreciation().forEach(facet -> moves.add("thank:" + facet));
    return moves;
  }

  /** The move as a command, an act of a referral being that of the pending one. */
  private static @Nullable Command pending(Session session, String move) {
    Commands from = Commands.of("s-1", session.supporter().id(), session.at());
    String kind = move.substring(0, move.indexOf(':'));
    String key = move.substring(move.indexOf(':') + 1);
    String referral =
        session.referrals().stream()
            .filter(each -> each.resource().equals(key) && each.state().isPending())
            .map(Referral::id)
            .findFirst()
            .orElse(null);
    return switch (kind) {
      case "begin" -> from.begin(key);
      case "thank" -> from.thank(key);
      case "offer" -> from.offer("way-" + session.seq(), key);
      case "accept" -> referral == null ? null : from.accept(referral);
      case "decline" -> referral == null ? null : from.decline(referral);
      case "connect" -> referral == null ? null : from.connect(referral);
      default -> throw new IllegalArgumentException(move);
    };
  }
}
