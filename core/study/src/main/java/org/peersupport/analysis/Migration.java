package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.peersupport.analysis.Continuation.Verdict;
import org.peersupport.internal.automaton.Clash;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.search.Passage;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ReferralState;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** One session in the middle of a conversation, seen by the protocol it might go on under. */
final class Migration {
  private final Meeting meeting;
  private final List<Integer> done = new ArrayList<>();
  private final BitSet boundByFirst;
  private final BitSet boundBySecond;
  private final char[] position;
  private final int[] connected;

  Migration(Meeting meeting, List<? extends Event> history) {
    this.meeting = meeting;
    this.position = meeting.pair.first.start();
    this.connected = new int[meeting.pair.first.resources()];
    this.boundByFirst = (BitSet) meeting.first.mandatory.clone();
    this.boundBySecond = meeting.mandatoryOfSecond();
    follow(history);
  }

  private void follow(List<? extends Event> history) {
    Session last =
        Sessions.replay(
            reference -> {
              if (!reference.equals(meeting.first.protocol.reference())) {
                throw new IllegalArgumentException("the session runs under " + reference);
              }
              return meeting.first.protocol;
            },
            history);
    if (last.status().isFinished()) {
      throw new IllegalArgumentException("the conversation is over");
    }
    List<Event> standing = HistoryReview.effective(history);
    Session session = Sessions.start(meeting.first.protocol, standing.get(0));
    for (Event event : standing.subList(1, standing.size())) {
      for (Activity activity : HistoryReview.activities(session, event)) {
        int number = meeting.first.protocol.activities().indexOf(activity);
        if (number < 0) {
          throw new IllegalArgumentException(
              "event "
                  + event.seq()
                  + " is about what "
                  + meeting.first.protocol.reference()
                  + " does not have");
        }
        done.add(number);
        meeting.pair.first.moveRules(position, number, false);
      }
      event.deviations().forEach(this::depart);
      session = Sessions.evolve(session, event);
    }
    last.referrals().forEach(this::place);
    departAsCorrected(history);
  }

  /** What a fact broke once another event was taken out stands on the latest correction. */
  private void departAsCorrected(List<? extends Event> history) {
    List<Deviation> deviations = List.of();
    for (Event event : history) {
      deviations = event instanceof Event.EventCorrected ? event.deviations() : deviations;
    }
    deviations.forEach(this::depart);
  }

  /** What departs from advice or misses a deadline takes no rule out of force. */
  private void depart(Deviation deviation) {
    int departed = -1;
    for (int r = 0; r < meeting.first.rules.rules(); r++) {
      departed = meeting.first.rule(r).id().equals(deviation.rule()) ? r : departed;
    }
    if (departed < 0 || !meeting.first.mandatory.get(departed)) {
      return;
    }
    boundByFirst.clear(departed);
    for (int r = 0; r < meeting.second.rules.rules(); r++) {
      if (meeting.second.rule(r).id().equals(deviation.rule())
          && meeting.second.rule(r).overridable()) {
        boundBySecond.clear(meeting.first.rules.rules() + r);
      }
    }
  }

  private void place(Referral referral) {
    RuleSystem rules = meeting.pair.first;
    int offer = meeting.first.find(ActivityKind.OFFER, referral.resource());
    int x = rules.resource(offer);
    if (referral.state() == ReferralState.CONNECTED) {
      connected[x]++;
    } else if (referral.state() == ReferralState.OFFERED) {
      rules.setLife(position, x, ReferralCells.of(ReferralCells.OFFERED, false));
    } else if (referral.state() == ReferralState.ACCEPTED) {
      rules.setLife(position, x, ReferralCells.of(ReferralCells.ACCEPTED, false));
    }
  }

  Continuation continuation() {
    int[] way =
        Passage.shortest(
            meeting.pair,
            boundByFirst,
            boundBySecond,
            begins(),
            new Passage.Here(
                done.stream().mapToInt(Integer::intValue).toArray(), position, connected),
            Model.LIMIT);
    String there = meeting.second.protocol.reference();
    if (way == null) {
      return impossible(there);
    }
    List<String> after = meeting.first.texts(way);
    Speech speech = new Speech(meeting.first.protocol, Locale.ROOT);
    List<String> steps = new ArrayList<>();
    after.forEach(act -> steps.add(speech.step(act)));
    return after.isEmpty()
        ? new Continuation(
            Verdict.SAFE, after, List.of(), "The session may go on under " + there + ".")
        : new Continuation(
            Verdict.SAFE_AFTER,
            after,
            List.of(),
            "The session may go on under " + there + " after " + String.join(", ", steps) + ".");
  }

  private Continuation impossible(String there) {
    RuleSystem second = meeting.pair.second;
    BitSet dead = second.dead(position, boundBySecond);
    BitSet clash = dead.isEmpty() ? Clash.smallest(second, boundBySecond, position) : dead;
    List<String> rules = meeting.second.ids(meeting.pair.inSecond(clash));
    return new Continuation(
        Verdict.IMPOSSIBLE,
        List.of(),
        rules,
        (rules.isEmpty()
                ? "What is open in the session cannot be brought to an end that " + there + " knows"
                : "What has happened leaves no way to satisfy "
                    + Sentences.rules(rules)
                    + " of "
                    + there)
            + ". Finish it under "
            + meeting.first.protocol.reference()
            + ".");
  }

  private BitSet begins() {
    BitSet begins = new BitSet();
    for (Element element : meeting.first.protocol.elements()) {
      if (!element.isContinuous()) {
        begins.set(meeting.first.find(ActivityKind.BEGIN, element.key()));
      }
    }
    return begins;
  }
}
