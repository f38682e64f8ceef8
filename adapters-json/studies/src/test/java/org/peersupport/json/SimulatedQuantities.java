package org.peersupport.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.peersupport.json.studies.Behaviours;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactMean;
import org.peersupport.simulation.PlainBehaviour;
import org.peersupport.simulation.SampleMean;
import org.peersupport.simulation.SampleShare;
import org.peersupport.simulation.Simulation;
import org.peersupport.simulation.SimulationSummary;

/**
 * The quantities of simulated sessions beside those that are worked out, for every protocol that
 * ships under the plain behaviour, and for the usual talk.
 *
 * <p>Every quantity of every chain must lie within so many standard errors of its exact value that
 * a right simulation stays within all of them together with a probability of 0.999, before the seed
 * is chosen: by Bonferroni each may be outside with the probability 0.001 divided by their number,
 * some 1,800, which makes 5.0 standard errors. What happens seldom is not normally distributed; so
 * a few occurrences more or less are let pass, as in Bernstein's inequality for what happens once
 * or not at all. What cannot happen must not.
 *
 * <p>Standard errors are those of the exact values. Where no variance is worked out, of refusals
 * and of times in elements, they are those of the sessions.
 */
final class SimulatedQuantities {
  /** With so many sessions, what happens most seldom is compared too. */
  static final long ENOUGH = 10_000_000;

  private static final int OFTEN = 1_000;
  private static final long SEED = 20_261_101;
  private static final double WRONG_ALARM = 1e-3;
  private static final int WORKERS = 2;

  private static final ExecutorService THREADS =
      Executors.newFixedThreadPool(WORKERS, SimulatedQuantities::daemon);
  private static final double CRITICAL = critical();

  private SimulatedQuantities() {}

  static List<ConversationChain> chains() {
    List<ConversationChain> chains = new ArrayList<>();
    for (Protocol protocol : Variants.all()) {
      chains.add(ConversationChain.of(protocol, PlainBehaviour.of(protocol)));
    }
    Behaviours.ids().forEach(id -> chains.add(chain(Behaviours.find(id).orElseThrow())));
    return chains;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  static ConversationChain usual() {
    return chain(Behaviours.find("usual-talk").orElseThrow());
  }

  static ConversationChain chain(Behaviour behaviour) {
    return ConversationChain.of(Catalogue.amaSixElements(), behaviour);
  }

  /** How many standard errors; the tail of the normal distribution is less than density(z) / z. */
  private static double critical() {
    int quantities = 0;
    for (ConversationChain chain : chains()) {
      quantities += quantities(Simulation.of(chain, SEED).run(2), ExactAnalysis.of(chain)).size();
    }
    double z = 1;
    while (2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / z > WRONG_ALARM / quantities) {
      z += 0.001;
    }
    return z;
  }

  /**
   * One quantity: its mean over the sessions, drawn and exact, and the deviation of one session,
   * worked out or estimated.
   */
  record Quantity(String name, double drawn, double exact, double deviation, boolean isEstimated) {
    static Quantity of(String name, SampleShare drawn, double exact) {
      return new Quantity(
          name, drawn.share(), exact, Math.sqrt(Math.max(0, exact * (1 - exact))), false);
    }

    static Quantity of(String name, SampleMean drawn, ExactMean exact) {
      return new Quantity(name, drawn.mean(), exact.mean(), exact.standardDeviation(), false);
    }

    static Quantity of(String name, SampleMean drawn, double exact) {
      return new Quantity(name, drawn.mean(), exact, drawn.standardDeviation(), true);
    }

    boolean agrees(long sessions) {
      double few = CRITICAL * CRITICAL / 3;
      double off = sessions * Math.abs(drawn - exact);
      return exact == 0
          ? drawn == 0
          : isLeftToMore(sessions)
              || off <= CRITICAL * deviation * Math.sqrt((double) sessions) + few;
    }

    /** Whether it happens so seldom, and in few sessions many times, that these say too little. */
    private boolean isLeftToMore(long sessions) {
      return isEstimated && sessions < ENOUGH && exact * sessions < OFTEN;
    }
  }

  private static List<Quantity> quantities(SimulationSummary drawn, ExactAnalysis exact) {
    List<Quantity> all = new ArrayList<>();
    all.add(Quantity.of("closed", drawn.closed(), exact.closed()));
    List<EndReason> reasons = new ArrayList<>(EndReason.builtIn());
    drawn.chain().protocol().reasons().end().forEach(own -> reasons.add(new EndReason(own.key())));
    for (EndReason reason : reasons) {
      all.add(Quantity.of("end:" + reason.wireName(), drawn.ended(reason), exact.ended(reason)));
    }
    all.add(Quantity.of("activities", drawn.activities(), exact.activities()));
    all.add(Quantity.of("time", drawn.duration().orElseThrow(), exact.duration().orElseThrow()));
    all.add(Quantity.of("refused", drawn.refused(), exact.refused()));
    all.add(Quantity.of("with refusal", drawn.withRefusal(), exact.withRefusal()));
    all.add(Quantity.of("with even draw", drawn.withEvenDraw(), exact.withEvenDraw()));
    exact
        .endedIn()
        .forEach(
            (element, share) ->
                all.add(
                    Quantity.of(
                        "ended in " + element,
                        requireNonNull(drawn.endedIn().get(element)),
                        share)));
    // In units of a long conversation, so that one that is met or not counts as one.
    ExactMean whole = exact.duration().orElseThrow();
    double unit = whole.mean() + 3 * whole.standardDeviation();
    exact
        .timeInElements()
        .forEach(
            (element, mean) -> {
              SampleMean time = requireNonNull(drawn.timeInElements().get(element));
              all.add(
                  new Quantity(
                      "time in " + element,
                      time.mean() / unit,
                      mean / unit,
                      time.standardDeviation() / unit,
                      true));
            });
    exact
        .happened()
        .forEach(
            (activity, mean) ->
                all.add(
                    Quantity.of(activity, requireNonNull(drawn.happened().get(activity)), mean)));
    exact
        .probabilities()
        .forEach(
            (activity, share) ->
                all.add(
                    Quantity.of(
                        "any " + activity,
                        requireNonNull(drawn.sessionsWith().get(activity)),
                        share)));
    List<ExpandedRule> rules = drawn.chain().protocol().expandedRules();
    for (int r = 0; r < rules.size(); r++) {
      all.add(
          Quantity.of(
              "refused by " + rules.get(r).id(),
              drawn.refusedByRule().get(r),
              exact.refusedByRule().get(r)));
    }
    return all;
  }

  /** The quantities that lie too far from what is worked out. */
  static List<Quantity> disagreements(
      ConversationChain drawn, ConversationChain exact, long sessions) {
    SimulationSummary summary = Simulation.of(drawn, SEED).run(sessions, WORKERS, THREADS);
    assertThat(summary.sessions()).isEqualTo(sessions);
    List<Quantity> off = new ArrayList<>(quantities(summary, ExactAnalysis.of(exact)));
    off.removeIf(quantity -> quantity.agrees(sessions));
    return off;
  }
}
