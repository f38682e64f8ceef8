package org.peersupport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Status;
import org.peersupport.session.Command;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.simulation.SimulationSummary;

/** Every benchmark measures what it says: one call of each, with a look at what comes out. */
class BenchmarksTest {
  private static final Blackhole NOBODY =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  @Test
  void theWholeConversationIsAcceptedStepByStep() {
    StepBenchmark steps = new StepBenchmark();
    for (Session session : new Session[] {steps.session(NOBODY), steps.sessionOwnStrings(NOBODY)}) {
      assertThat(session.seq()).isEqualTo(WholeConversation.STEPS);
      assertThat(session.status()).isEqualTo(Status.CLOSED);
      assertThat(session.isSettled()).isTrue();
      assertThat(session.due()).isEmpty();
    }
    assertThat(steps.record().state()).isEqualTo(OrderState.OVER);
    assertThat(steps.switched(NOBODY)).isEqualTo(OrderState.OVER);
    steps.sessionVaried(NOBODY);
    steps.sessionVariedOwnStrings(NOBODY);
    steps.recordVaried(NOBODY);
    steps.switchedVaried(NOBODY);
  }

  @Test
  void thePeersGoThroughTheSameConversation() {
    PeerStepBenchmark steps = new PeerStepBenchmark();
    assertThat(steps.cola()).isEqualTo(OrderState.OVER);
    steps.stateless4j(NOBODY);
    steps.squirrel(NOBODY);
    steps.spring(NOBODY);
  }

  @Test
  void theAuditsJudgeEveryEventOfTheLog() throws IOException {
    AuditBenchmark audits = new AuditBenchmark();
    long judged = audits.audit();

    assertThat(judged).isGreaterThan(AuditBenchmark.EVENTS).isEqualTo(audits.events());
    assertThat(audits.read()).isEqualTo(AuditBenchmark.EVENTS * (AuditBenchmark.EVENTS + 1L) / 2);
    assertThat(audits.jackson()).isPositive();
    assertThat(AuditMeasure.of(20_000, 100))
        .startsWith("20,000 events of ")
        .contains(" 0 deviating, 0 unreadable;");
  }

  @Test
  void whatIsDrawnByHandAndBySsjIsWhatIsDrawnHere() {
    SimulationBenchmark drawn = new SimulationBenchmark();
    SimulationSummary here = drawn.timed();
    drawn.end();
    double closed = here.closed().share();
    double millis = here.duration().orElseThrow().mean();

    assertThat(here.activities().mean()).isBetween(12.5, 13.5);
    assertThat(drawn.counted().closed()).isEqualTo(here.closed());
    assertThat(share(drawn.bare())).isCloseTo(closed, within(0.002));
    assertThat(share(drawn.bareInFlight())).isCloseTo(closed, within(0.002));
    assertThat(drawn.bareTimed() / SimulationBenchmark.SESSIONS)
        .isCloseTo(millis, withinPercentage(0.5));
    assertThat((double) drawn.ssj() / SimulationBenchmark.SSJ_SESSIONS)
        .isCloseTo(closed, within(0.01));
  }

  private static double share(long closed) {
    return (double) closed / SimulationBenchmark.SESSIONS;
  }

  @Test
  void theDenseSolveFindsWhatTheExactAnalysisFinds() {
    ExactBenchmark.Small small = new ExactBenchmark.Small();

    assertThat(small.dense()).isCloseTo(small.here().mean(), withinPercentage(1e-7));
    assertThat(small.chain.states()).isEqualTo(276);
    assertThat(new ExactBenchmark.Large().chain.states()).isEqualTo(11_725);
  }

  @Test
  void theVariedConversationsAreManyAndDiffer() {
    Command[][] varied = VariedConversations.of(1);
    assertThat(Stream.of(varied).mapToInt(commands -> commands.length).sum())
        .isEqualTo(VariedConversations.STEPS);
    assertThat(Stream.of(varied).map(Act::of).map(Arrays::toString).distinct().count())
        .isGreaterThan(150);
    assertThat(Stream.of(varied).flatMap(Stream::of).map(Act::of).distinct())
        .containsExactlyInAnyOrder(Act.values());
    assertThat(VariedConversations.of(1)).isDeepEqualTo(varied);
  }

  @Test
  void commandsWithStringsOfTheirOwnAreEqual() {
    Command[][] varied = VariedConversations.of(1);
    assertThat(Strings.own(varied)).isDeepEqualTo(varied);
  }

  @Test
  void whatIsRefusedIsRefusedByARule() {
    RefusalBenchmark refusals = new RefusalBenchmark();
    assertThat(refusals.session()).isInstanceOf(Refusal.class);
    assertThat(refusals.cola()).isEqualTo(OrderState.LISTENING);
    refusals.sessionVaried(NOBODY);
  }

  @Test
  void manyRefusalsAreExplained() {
    ExplanationBenchmark explanations = new ExplanationBenchmark();
    assertThat(explanations.sizes()[0]).isGreaterThan(1000);
    assertThat(explanations.sizes()[1]).isGreaterThan(1000);
    assertThat(explanations.explanation()).isNotBlank();
    assertThat(explanations.remedy()).isNotNull();
    assertThat(explanations.remedyAfterOverride()).isNotNull();
    assertThat(explanations.witness()).isNotNull();
  }

  @Test
  void theRebuiltProtocolIsTheOneOfTheCatalogue() {
    assertThat(new BuildBenchmark.WarmBuild().build()).isEqualTo(Catalogue.amaSixElements());
    BuildBenchmark.FirstRemedy first = new BuildBenchmark.FirstRemedy();
    first.depart();
    assertThat(first.remedy()).isPresent();
  }

  @Test
  void nothingIsFoundInWhatIsVerified() {
    VerificationBenchmark.WarmVerification warm = new VerificationBenchmark.WarmVerification();
    assertThat(warm.sixElements().findings()).isEmpty();
    assertThat(warm.fortyRules().findings()).isEmpty();
    assertThat(VerificationBenchmark.large().expandedRules()).hasSize(40);
    assertThat(VerificationBenchmark.large().activities()).hasSize(35);
    VerificationBenchmark.ColdVerification cold = new VerificationBenchmark.ColdVerification();
    assertThat(cold.sixElements()).isEqualTo(warm.sixElements());
    assertThat(cold.fortyRules()).isEqualTo(warm.fortyRules());
  }

  @Test
  void theCodecsAgree() throws IOException {
    JsonBenchmark json = new JsonBenchmark();
    for (int i = 0; i < JsonBenchmark.EVENTS; i++) {
      assertThat(json.streaming.read(json.written[i])).isEqualTo(json.events[i]);
      assertThat(json.streaming.write(json.events[i])).isEqualTo(json.written[i]);
      assertThat(json.databind.read(json.written[i])).isEqualTo(json.events[i]);
      assertThat(json.databind.read(json.databind.write(json.events[i]))).isEqualTo(json.events[i]);
    }
    json.readHere(NOBODY);
    json.writeHere(NOBODY);
  }
}
