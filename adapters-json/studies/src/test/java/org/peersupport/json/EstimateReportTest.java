package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Catalogue;
import org.peersupport.simulation.estimation.BehaviourEstimation;
import org.peersupport.simulation.estimation.EstimatedBehaviour;
import org.peersupport.simulation.estimation.ObservedConversation;

class EstimateReportTest {
  private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

  /** Of the two, that of s-2 is held out. */
  private static EstimatedBehaviour estimated(double smoothing) {
    BehaviourEstimation estimation =
        BehaviourEstimation.holdingOut(Catalogue.amaSixElements(), 0.3);
    ObservedConversation one = estimation.conversation("s-1");
    one.next("begin:reach-out", AT);
    one.next("thank:work", AT.plusSeconds(90));
    one.next("close", AT.plusSeconds(90));
    ObservedConversation two = estimation.conversation("s-2");
    two.next("begin:reach-out", AT);
    two.next("end:declined", AT);
    return estimation.estimate("ours", smoothing);
  }

  @Test
  void says_what_stands_behind_every_row() {
    String report = StudyJson.writeEstimate(estimated(0), Layout.LINE);

    assertThat(Validator.errors("estimate", report)).isEmpty();
    assertThat(report)
        .startsWith(
            Json.of(
                "{'protocol':'ama-six-elements@1.0.0','behaviour':'ours','smoothing':0,"
                    + "'sessions':1,'unfinished':0,"
                    + "'start':{'observations':1,'counts':{'begin:reach-out':1}},"
                    + "'after':{'begin:reach-out':{'observations':1,'counts':{'thank:work':1}},"
                    + "'thank:work':{'observations':1,'counts':{'close':1}}},"
                    + "'durations':{'begin:reach-out':{'observations':1,'withoutTime':0,'unknown':0,"
                    + "'median':'PT1M30S','sigma':0},"
                    + "'thank:work':{'observations':0,'withoutTime':1,'unknown':0}},"
                    + "'warnings':[{'code':'estimate.few-observations','pointer':'/start',"
                    + "'observations':1,'explanation':'"))
        .endsWith(
            Json.of(
                "'heldOut':{'share':0.3,'sessions':1,'activities':2,'impossible':1,"
                    + "'logLikelihoodPerActivity':null,'perplexity':null,"
                    + "'evenly':{'choices':4,'logLikelihoodPerActivity':-1.09861,"
                    + "'perplexity':3}}}"));
  }

  @Test
  void likelihoods_have_six_digits() {
    String report = StudyJson.writeEstimate(estimated(0.5), Layout.LINE);

    // Reaching out, thanking and ending were permitted, each time: ln(1.5 / 2.5), ln(0.5 / 2.5).
    assertThat(report)
        .contains(
            Json.of("'impossible':0,'logLikelihoodPerActivity':-1.06013,'perplexity':2.88675"));
    assertThat(Validator.errors("estimate", report)).isEmpty();
  }

  @Test
  void says_how_often_it_is_not_known_how_long_something_took() {
    BehaviourEstimation estimation = BehaviourEstimation.of(Catalogue.amaSixElements());
    ObservedConversation back = estimation.conversation("s-1");
    back.next("begin:reach-out", AT);
    back.next("begin:invite-and-listen", AT.minusSeconds(90));
    back.next("end:stopped", AT);

    String report = StudyJson.writeEstimate(estimation.estimate("ours", 0), Layout.LINE);

    assertThat(report)
        .contains(
            Json.of("'begin:reach-out':{'observations':0,'withoutTime':0,'unknown':1}"),
            Json.of("'code':'estimate.unknown-times','pointer':'/durations/begin:reach-out'"));
    assertThat(Validator.errors("estimate", report)).isEmpty();
  }

  @Test
  void the_behaviour_can_be_read_again() {
    EstimatedBehaviour estimated = estimated(0.01);
    String document = StudyJson.writeBehaviour(estimated.behaviour(), Layout.INDENTED);

    assertThat(Validator.errors("behaviour", document)).isEmpty();
    assertThat(StudyJson.readBehaviour(document).orElseThrow()).isEqualTo(estimated.behaviour());
  }
}
