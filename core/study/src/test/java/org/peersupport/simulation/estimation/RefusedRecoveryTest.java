package org.peersupport.simulation.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Conversations;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactMean;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.PlainBehaviour;
import org.peersupport.simulation.UsualTalk;

/**
 * What is estimated from 100,000 simulated conversations comes to the same as what they were drawn
 * from, also where the protocol refuses much: worked out exactly, each figure is within five
 * standard errors of a sample of so many, and the little that smoothing moves.
 */
class RefusedRecoveryTest {
  private static final Protocol SIX = Catalogue.amaSixElements();
  private static final int SESSIONS = 100_000;
  private static final double SCALE = 5 / Math.sqrt(SESSIONS);
  private static final double SLACK = 20.0 / SESSIONS;

  /** Everything is tried everywhere, so most attempts are refused. */
  private static Behaviour hasty() {
    Map<String, Double> row = new TreeMap<>();
    SIX.elements().forEach(each -> row.put("begin:" + each.key(), 1.0 + each.key().length() % 3));
    row.put("offer:chaplaincy", 2.0);
    row.put("accept:chaplaincy", 1.0);
    row.put("decline:chaplaincy", 1.5);
    row.put("thank:work", 0.7);
    row.put("thank:sharing", 1.2);
    row.put("close", 4.0);
    row.put("end:stopped", 0.05);
    Behaviour hasty = Behaviour.of("hasty", row);
    for (String activity : row.keySet()) {
      if (activity.contains(":") && !activity.startsWith("end:")) {
        Map<String, Double> after = new TreeMap<>(row);
        after.merge("close", (double) activity.length() % 7, Double::sum);
        after.merge("thank:work", activity.startsWith("thank") ? 2.0 : 0.1, Double::sum);
        hasty = hasty.after(activity, after);
      }
    }
    return hasty.lasting("begin:invite-and-listen", Lognormal.of(Duration.ofMinutes(8), 0.5));
  }

  private static ExactAnalysis estimated(ExactAnalysis source, double smoothing) {
    Conversations drawn = Conversations.of(source.chain());
    BehaviourEstimation estimation = BehaviourEstimation.of(source.chain().protocol());
    for (int number = 0; number < SESSIONS; number++) {
      EstimationRecoveryTest.observe(estimation, drawn, number);
    }
    EstimatedBehaviour found = estimation.estimate("again", smoothing);
    assertThat(found.warnings())
        .noneMatch(each -> each.code() == EstimationWarningCode.UNSETTLED_WEIGHTS);
    return ExactAnalysis.of(ConversationChain.of(source.chain().protocol(), found.behaviour()));
  }

  private static void assertSame(ExactAnalysis again, ExactAnalysis source) {
    share("closed", again.closed(), source.closed());
    for (EndReason reason : EndReason.builtIn()) {
      share(reason.wireName(), again.ended(reason), source.ended(reason));
    }
    mean("activities", again.activities(), source.activities());
    mean("time", again.duration().orElseThrow(), source.duration().orElseThrow());
    source
        .probabilities()
        .forEach((act, share) -> share(act, again.probabilities().getOrDefault(act, 0.0), share));
  }

  private static void share(String what, double again, double source) {
    double error = Math.sqrt(Math.max(0, source * (1 - source)));
    assertThat(again).as(what).isCloseTo(source, within(SCALE * error + SLACK));
  }

  private static void mean(String what, ExactMean again, ExactMean source) {
    double spread = source.standardDeviation();
    assertThat(again.mean())
        .as(what)
        .isCloseTo(source.mean(), within(SCALE * spread + SLACK * (1 + spread)));
  }

  @Test
  void usual_talk_is_given_back() {
    ExactAnalysis source = ExactAnalysis.of(UsualTalk.chain());

    assertSame(estimated(source, BehaviourEstimation.SMOOTHING), source);
  }

  /** With smoothing its chain would have more states than one may have. */
  @Test
  void plain_is_given_back() {
    ExactAnalysis source = ExactAnalysis.of(ConversationChain.of(SIX, PlainBehaviour.of(SIX)));

    assertThat(source.refused()).isGreaterThan(0.4);
    assertSame(estimated(source, 0), source);
  }

  @Test
  void conversations_of_which_most_attempts_were_refused_are_given_back() {
    ExactAnalysis source = ExactAnalysis.of(ConversationChain.of(SIX, hasty()));
    ExactAnalysis again = estimated(source, BehaviourEstimation.SMOOTHING);

    assertThat(source.refused()).isGreaterThan(10);
    assertSame(again, source);
    // Attempts that are refused after an activity in every state leave no trace.
    assertThat(again.refused()).isBetween(5.0, source.refused());
  }

  @Test
  void attempts_are_given_back_where_what_is_refused_is_permitted_at_other_times() {
    ProtocolBuilder ordered = ProtocolBuilder.of("abc", "1.0.0").title("Abc").source("A test");
    for (String key : List.of("a", "b", "c")) {
      ordered.element(Element.optional(key, key, "To talk.").asRepeatable());
    }
    ordered.rule(Rule.of("b-first", Template.PRECEDENCE, List.of("begin:b"), List.of("begin:c")));
    Map<String, Double> row =
        Map.of("begin:a", 1.0, "begin:b", 1.0, "begin:c", 5.0, "close", 1.5, "end:stopped", 0.1);
    Behaviour early =
        Behaviour.of("early", Map.of("begin:a", 1.0))
            .otherwise(row)
            .lasting("begin:a", Lognormal.of(Duration.ofMinutes(8), 0.5));
    ExactAnalysis source = ExactAnalysis.of(ConversationChain.of(ordered.build(), early));
    ExactAnalysis again = estimated(source, BehaviourEstimation.SMOOTHING);

    assertSame(again, source);
    assertThat(source.refused()).isGreaterThan(0.5);
    assertThat(again.refused()).isCloseTo(source.refused(), withinPercentage(2));
  }
}
