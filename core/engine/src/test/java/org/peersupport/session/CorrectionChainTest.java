package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;

/** Corrections of corrections: what was taken back stands again, however long the chain is. */
class CorrectionChainTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private final Talk talk =
      Talk.under(AMA).then("begin:reach-out", "offer:emergency-care", "accept:emergency-care");

  private ReferralState state() {
    return talk.session().referral("r-1").orElseThrow().state();
  }

  @Test
  void the_correction_of_a_correction_gives_back_what_it_took() {
    talk.then("correct:4");
    assertThat(state()).isEqualTo(ReferralState.OFFERED);

    talk.then("correct:5");

    assertThat(state()).isEqualTo(ReferralState.ACCEPTED);
    assertThat(talk.session().due()).hasSize(1);
    assertThat(HistoryReview.effective(talk.history()))
        .extracting(Event::seq)
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void the_correction_of_a_correction_of_a_correction_takes_it_again() {
    talk.then("correct:4", "correct:5", "correct:6");

    assertThat(state()).isEqualTo(ReferralState.OFFERED);
    assertThat(Sessions.replay(reference -> AMA, talk.history())).isEqualTo(talk.session());
  }

  @Test
  void what_stands_again_may_be_corrected_again() {
    talk.then("correct:4", "correct:5", "correct:4");

    assertThat(state()).isEqualTo(ReferralState.OFFERED);
    assertThat(talk.refused("correct:5").code()).isEqualTo(RefusalCode.CORRECTION_NOT_ALLOWED);
    talk.then("correct:7");
    assertThat(state()).isEqualTo(ReferralState.ACCEPTED);
  }

  @Test
  void a_correction_that_is_taken_back_is_not_corrected_once_more() {
    talk.then("correct:4", "correct:5");

    assertThat(talk.refused("correct:5").code()).isEqualTo(RefusalCode.CORRECTION_NOT_ALLOWED);
  }

  @Test
  void what_came_in_between_may_keep_it_from_standing_again() {
    talk.then("correct:4", "decline:emergency-care");

    Refusal refusal = talk.refused("correct:5");

    assertThat(refusal.code()).isEqualTo(RefusalCode.CORRECTION_IMPOSSIBLE);
    assertThat(refusal.inTheWay()).hasValue(6);
  }

  @Test
  void a_correction_is_corrected_by_who_made_it_or_the_supporter() {
    talk.record(talk.by("clinic-1").raiseConcern("elevated"));
    talk.record(talk.by("clinic-1").correct(5, "the wrong ward"));

    assertThat(talk.refused(talk.by("sup-9").correct(6, "x")).code())
        .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    assertThat(talk.refused(talk.peer().correct(6, "x")).code())
        .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
    assertThat(talk.permits("correct:6")).isTrue();
    talk.record(talk.by("clinic-1").correct(6, "it was the right one"));
    assertThat(HistoryReview.effective(talk.history())).extracting(Event::seq).contains(5);
  }

  @Test
  void the_supporter_does_not_take_back_the_correction_that_the_peer_made() {
    talk.record(talk.peer().withdraw("r-1"));
    talk.record(talk.peer().correct(5, "I still want it"));

    assertThat(talk.refused("correct:6").code()).isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
    talk.record(talk.peer().correct(6, "I do not"));
    assertThat(state()).isEqualTo(ReferralState.WITHDRAWN);
  }

  /**
   * A thousand corrections, each of the one before it: one more looks at each event a fixed number
   * of times, and so does a replay.
   */
  @Test
  void a_thousand_corrections_are_read_in_one_pass_over_the_history() {
    List<Event> history = new ArrayList<>(talk.history());
    Session session = talk.session();
    for (int seq = 4; history.size() < 1_004; seq++) {
      Command correct = talk.supporter().correct(seq, "once more");
      Event event = Sessions.decide(session, correct, history).orElseThrow().event();
      session = Sessions.evolve(session, event, history);
      history.add(event);
    }

    assertThat(session.referral("r-1").orElseThrow().state()).isEqualTo(ReferralState.ACCEPTED);
    assertThat(HistoryReview.effective(history)).extracting(Event::seq).containsExactly(1, 2, 3, 4);
    for (int length : new int[] {254, 504, 1_004}) {
      Counted counted = new Counted(history.subList(0, length));
      Session now = Corrections.replay(AMA, counted);
      int replayed = counted.looks;
      Command correct = talk.supporter().correct(length, "once more");
      Decision decision = Sessions.decide(now, correct, counted);

      assertThat(decision.isAccepted()).isTrue();
      assertThat(replayed).as("looks of a replay of %s", length).isLessThanOrEqualTo(4 * length);
      assertThat(counted.looks - replayed)
          .as("looks of a correction after %s", length)
          .isLessThanOrEqualTo(12 * length);
    }
  }

  /** A history that counts how often one of its events is looked at. */
  private static final class Counted extends AbstractList<Event> {
    private final List<Event> events;
    private int looks;

    Counted(List<Event> events) {
      this.events = List.copyOf(events);
    }

    @Override
    public Event get(int index) {
      looks++;
      return events.get(index);
    }

    @Override
    public int size() {
      return events.size();
    }
  }
}
