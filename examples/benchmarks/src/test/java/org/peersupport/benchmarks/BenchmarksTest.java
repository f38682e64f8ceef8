package org.peersupport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;
import org.peersupport.analysis.Finding;
import org.peersupport.analysis.FindingKind;
import org.peersupport.analysis.Verification;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Status;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Command;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;
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
    assertThat(new ExactBenchmark.Large().chain.states()).isEqualTo(16_635);
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
    assertThat(refusals.cola()).isEqualTo(OrderState.REACHING_OUT);
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
  void nothingElseIsFoundInWhatIsVerified() {
    VerificationBenchmark.WarmVerification warm = new VerificationBenchmark.WarmVerification();
    // That a worry binds nobody after the end is meant so; the protocol says why.
    for (Verification verified : List.of(warm.sixElements(), warm.fortyRules())) {
      assertThat(verified.findings())
          .extracting(Finding::kind)
          .containsOnly(FindingKind.CONCERN_UNANSWERED);
    }
    assertThat(VerificationBenchmark.large().expandedRules()).hasSize(40);
    assertThat(VerificationBenchmark.large().activities()).hasSize(39);
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

  @Test
  void theCodecsByHandKnowEveryMember() throws IOException {
    StreamingCodec streaming = new StreamingCodec();
    DatabindCodec databind = new DatabindCodec();
    for (Event event : withRareMembers()) {
      byte[] written = PeerSupportJson.writeEventBytes(event, Reasons.LEFT_OUT);
      assertThat(streaming.write(event)).isEqualTo(written);
      assertThat(streaming.read(written)).isEqualTo(event);
      assertThat(databind.read(written)).isEqualTo(event);
      assertThat(databind.read(databind.write(event))).isEqualTo(event);
    }
  }

  /** What the measured conversations hold seldom or never. */
  private static List<Event> withRareMembers() {
    Instant at = Instant.parse("2026-03-02T09:00:00.250Z");
    Metadata whole = new Metadata(Optional.of(at.plusSeconds(2)), Optional.of("c-1"));
    Metadata timed = Metadata.NONE.recordedAt(at);
    Metadata named = Metadata.NONE.commandId("c-2");
    Optional<String> reason = Optional.of("not-now");
    Deviation overridden =
        new Deviation(
            "offers-in-their-place",
            Optional.of("asked-for"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Deviation late = Deviation.late("connect-in-time", Duration.ofHours(5));
    Deviation ahead = Deviation.inFuture(Duration.ofMinutes(6));
    return List.of(
        new Event.SessionOpened(
            "s-1",
            1,
            at,
            "sup-1",
            whole,
            "ama-six-elements@1.0.0",
            Optional.of(Catalogue.amaSixElements().fingerprint()),
            Peer.of("sup-1").as("nurse").from("surgery"),
            Peer.of("peer-1"),
            Optional.of("s-0"),
            List.of()),
        new Event.ElementBegun("s-1", 2, at, "sup-1", timed, "reach-out", List.of()),
        new Event.ConcernRaised("s-1", 3, at, "peer-1", named, "elevated", List.of(ahead)),
        new Event.ReferralOffered(
            "s-1", 4, at, "sup-1", whole, "r-1", "chaplaincy", List.of(overridden)),
        new Event.ReferralDeclined("s-1", 5, at, "peer-1", whole, "r-1", reason, List.of()),
        new Event.ReferralAccepted("s-1", 6, at, "peer-1", whole, "r-2", List.of()),
        new Event.ReferralConnected("s-1", 7, at, "sup-1", whole, "r-2", List.of(late, ahead)),
        new Event.ReferralCompleted("s-1", 8, at, "sup-1", whole, "r-2", List.of()),
        new Event.ReferralWithdrawn("s-1", 9, at, "peer-1", whole, "r-3", List.of()),
        new Event.ReferralLapsed("s-1", 10, at, "sup-1", whole, "r-4", reason, List.of()),
        new Event.AppreciationExpressed(
            "s-1", 11, at, "sup-1", whole, Appreciation.of("work", "sharing"), List.of()),
        new Event.SessionClosed("s-1", 12, at, "sup-1", whole, List.of()),
        new Event.SessionEnded(
            "s-1", 13, at, "sup-1", whole, new EndReason("shift-ended"), List.of()));
  }
}
