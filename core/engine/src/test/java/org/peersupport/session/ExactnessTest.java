package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Strength;

/** What is refused is what must be, no more and no less: compared with trying everything. */
class ExactnessTest {
  @Provide
  Arbitrary<RandomTalk> talks() {
    return Arbitraries.randomValue(
        random -> RandomTalk.of(RandomProtocols.next(random), random, 20));
  }

  @Property(tries = 600)
  void an_act_is_refused_exactly_when_it_leaves_no_way_to_a_close(
      @ForAll("talks") RandomTalk talk) {
    Exhaustive exhaustive = new Exhaustive(talk.session().protocol());
    for (RandomTalk.Try each : talk.tries()) {
      List<Activity> acts = acts(each.before(), each.command());
      boolean structural =
          each.decision() instanceof Refusal refusal && refusal.code().isStructural();
      if (each.before().status() == Status.OPEN && !acts.isEmpty() && !structural) {
        List<String> expected = refusing(exhaustive, each.before(), acts);
        assertThat(refusing(each)).as("%s %s", each.command(), acts).isEqualTo(expected);
      }
    }
  }

  /** The code and the rules that refuse the act; empty when it is accepted. */
  private static List<String> refusing(RandomTalk.Try each) {
    List<String> refusing = new ArrayList<>();
    if (each.decision() instanceof Decision.Accepted accepted) {
      for (Deviation deviation : accepted.event().deviations()) {
        if (deviation.reason().isPresent()) {
          refusing.add("rule.violated");
          refusing.add(deviation.rule());
        }
      }
    } else if (each.decision() instanceof Refusal refusal) {
      for (Violation violation : refusal.violations()) {
        if (violation.code() == RefusalCode.RULE_CONFLICT) {
          refusing.add(violation.code().wireName());
          refusing.addAll(violation.rules());
        } else if (violation.code() == RefusalCode.RULE_VIOLATED) {
          refusing.add(violation.code().wireName());
          refusing.add(violation.rule().orElseThrow());
        }
      }
    }
    return refusing;
  }

  private static List<String> refusing(
      Exhaustive exhaustive, Session session, List<Activity> acts) {
    BitSet bound = session.state().bound();
    int[] after = exhaustive.of(session);
    for (Activity act : acts) {
      after = exhaustive.after(after, act).get(0);
    }
    List<String> refusing = new ArrayList<>();
    CompiledProtocol compiled = session.state().protocol();
    BitSet dead = exhaustive.dead(after, bound);
    for (String id : compiled.ids(dead)) {
      refusing.add("rule.violated");
      refusing.add(id);
    }
    if (dead.isEmpty() && !exhaustive.closes(after, bound)) {
      refusing.add("rule.conflict");
      refusing.addAll(compiled.ids(exhaustive.clash(after, bound)));
    }
    return refusing;
  }

  private static List<Activity> acts(Session session, Command command) {
    List<Activity> acts = new ArrayList<>();
    if (command instanceof Command.Begin c) {
      acts.add(new Activity(ActivityKind.BEGIN, c.element()));
    } else if (command instanceof Command.Offer c) {
      acts.add(new Activity(ActivityKind.OFFER, c.resource()));
    } else if (command instanceof Command.Thank c) {
      c.appreciation().facets().forEach(f -> acts.add(new Activity(ActivityKind.THANK, f)));
    } else if (command instanceof Command.Connect c) {
      for (Referral referral : session.referrals()) {
        if (referral.id().equals(c.referral())) {
          acts.add(new Activity(ActivityKind.CONNECT, referral.resource()));
        }
      }
    }
    return acts;
  }

  @Property(tries = 400, seed = "20200401")
  void a_protocol_builds_exactly_when_it_can_close_and_never_refuses_the_peer(@ForAll long seed) {
    Exhaustive exhaustive = new Exhaustive(RandomProtocols.advising(seed));
    Problem problem = problem(seed);
    BitSet mandatory = mandatory(seed);

    boolean closes = exhaustive.closes(exhaustive.start(), mandatory);
    Integer refused = closes ? exhaustive.refusedFact(mandatory) : null;

    assertThat(outcome(problem)).isEqualTo(outcome(closes, refused));
    if (problem != null && problem.code() == ProblemCode.CANNOT_CLOSE) {
      CompiledProtocol compiled = CompiledProtocol.of(RandomProtocols.advising(seed));
      assertThat(problem.rules())
          .isEqualTo(compiled.ids(exhaustive.clash(exhaustive.start(), mandatory)));
    }
  }

  private static String outcome(@Nullable Problem problem) {
    return problem == null
        ? "builds"
        : problem.code().wireName() + " " + problem.conversation().size();
  }

  private static String outcome(boolean closes, @Nullable Integer refused) {
    if (!closes) {
      return ProblemCode.CANNOT_CLOSE.wireName() + " 0";
    }
    return refused == null ? "builds" : ProblemCode.REFUSES_THE_PEER.wireName() + " " + refused;
  }

  private static @Nullable Problem problem(long seed) {
    try {
      RandomProtocols.defined(seed).build();
      return null;
    } catch (InvalidProtocolException e) {
      return e.problems().get(0);
    }
  }

  /** The mandatory rules of the definition, by their numbers, which advice does not change. */
  private static BitSet mandatory(long seed) {
    BitSet mandatory = new BitSet();
    Protocol advising = RandomProtocols.advising(seed);
    List<Boolean> own = RandomProtocols.mandatory(seed);
    int ordered = advising.expandedRules().size() - own.size();
    for (int r = 0; r < advising.expandedRules().size(); r++) {
      boolean order =
          r < ordered && advising.expandedRules().get(r).strength() == Strength.MANDATORY;
      mandatory.set(r, order || (r >= ordered && own.get(r - ordered)));
    }
    return mandatory;
  }
}
