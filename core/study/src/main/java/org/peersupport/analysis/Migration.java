package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.peersupport.internal.automaton.MinimalConflict;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.search.MigrationSearch;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.Status;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The migration of one session in the middle of a conversation: what is left to do before it may go
 * on under another protocol, and what of that protocol is in the way.
 */
final class Migration {
  private final ProtocolPair pair;
  private final List<Integer> done = new ArrayList<>();
  private final BitSet boundByFirst;
  private final BitSet boundBySecond;
  private final char[] position;
  private final int[] connected;

  Migration(ProtocolPair pair, List<? extends Event> history) {
    this.pair = pair;
    this.position = pair.product.first.start();
    this.connected = new int[pair.product.first.resources()];
    this.boundByFirst = (BitSet) pair.first.mandatory.clone();
    this.boundBySecond = pair.mandatoryOfSecond();
    follow(history);
  }

  private void follow(List<? extends Event> history) {
    Session last =
        Sessions.replay(
            reference -> {
              if (!reference.equals(pair.first.protocol.reference())) {
                throw new IllegalArgumentException("the session runs under " + reference);
              }
              return pair.first.protocol;
            },
            history);
    if (last.status() == Status.VOIDED) {
      throw new IllegalArgumentException("the session was entered in error");
    }
    if (last.status().isFinished()) {
      throw new IllegalArgumentException("the conversation is over");
    }
    List<Event> standing = HistoryReview.effective(history);
    Session session = HistoryReview.start(pair.first.protocol, standing.get(0));
    for (Event event : standing.subList(1, standing.size())) {
      for (Activity activity : HistoryReview.activities(session, event)) {
        int number = pair.first.protocol.activities().indexOf(activity);
        if (number < 0) {
          throw new IllegalArgumentException(
              "event "
                  + event.seq()
                  + " is about what "
                  + pair.first.protocol.reference()
                  + " does not have");
        }
        done.add(number);
        pair.product.first.moveRules(position, number, false);
      }
      event.deviations().forEach(this::depart);
      session = HistoryReview.evolveDeparting(session, event, rules(event));
    }
    last.referrals().forEach(this::place);
    departAsCorrected(history);
  }

  private static List<String> rules(Event event) {
    return event.deviations().stream().map(Deviation::rule).toList();
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
    for (int r = 0; r < pair.first.rules.rules(); r++) {
      departed = pair.first.rule(r).id().equals(deviation.rule()) ? r : departed;
    }
    if (departed < 0 || !pair.first.mandatory.get(departed)) {
      return;
    }
    boundByFirst.clear(departed);
    for (int r = 0; r < pair.second.rules.rules(); r++) {
      if (pair.second.rule(r).id().equals(deviation.rule()) && pair.second.rule(r).overridable()) {
        boundBySecond.clear(pair.first.rules.rules() + r);
      }
    }
  }

  private void place(Referral referral) {
    RuleSystem rules = pair.product.first;
    int offer = pair.first.find(ActivityKind.OFFER, referral.resource());
    int x = rules.resource(offer);
    if (referral.state() == ReferralState.CONNECTED) {
      connected[x]++;
    } else if (referral.state() == ReferralState.OFFERED) {
      rules.setLife(position, x, ReferralCells.of(ReferralCells.OFFERED, false));
    } else if (referral.state() == ReferralState.ACCEPTED) {
      rules.setLife(position, x, ReferralCells.of(ReferralCells.ACCEPTED, false));
    }
  }

  /** A shortest list of activities after which the session may go on; empty if there is none. */
  Optional<List<String>> shortestWay() {
    int[] way =
        MigrationSearch.shortest(
            pair.product,
            boundByFirst,
            boundBySecond,
            begins(),
            new MigrationSearch.StartingPoint(
                done.stream().mapToInt(Integer::intValue).toArray(), position, connected),
            Model.LIMIT);
    return Optional.ofNullable(way).map(pair.first::texts);
  }

  /** The ids of a smallest set of rules of the other protocol that cannot be satisfied any more. */
  List<String> conflict() {
    RuleSystem second = pair.product.second;
    BitSet dead = second.dead(position, boundBySecond);
    BitSet conflict = dead.isEmpty() ? MinimalConflict.find(second, boundBySecond, position) : dead;
    return pair.second.ids(pair.product.inSecond(conflict));
  }

  private BitSet begins() {
    BitSet begins = new BitSet();
    for (Element element : pair.first.protocol.elements()) {
      if (!element.isContinuous()) {
        begins.set(pair.first.find(ActivityKind.BEGIN, element.key()));
      }
    }
    return begins;
  }
}
