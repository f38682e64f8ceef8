package org.peersupport.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;

/**
 * The functions for those who judge a history afterwards, such as auditors. Who records events
 * needs {@link Sessions} only.
 *
 * <p>Pure functions, safe to use from many threads at once. No argument may be null.
 */
public final class HistoryReview {
  private HistoryReview() {}

  /**
   * The decision of what an event records, as if the same act were asked for now. Departures
   * recorded in the event are treated as overridden, as far as rules can be; a departure that it
   * does not record is refused.
   *
   * @param before the session as it was before the event
   * @return the event as it would be recorded today, with what it departs from; or the refusal
   * @throws IllegalArgumentException if the event is another session's, or a correction
   */
  public static Decision redecide(Session before, Event event) {
    return Redecision.decide(before, event);
  }

  /**
   * The session that an opening begins under a protocol, which need not be the one that the event
   * names: what it would have made of the same history.
   *
   * @throws IllegalArgumentException if the event is no {@link Event.SessionOpened}
   */
  public static Session start(Protocol protocol, Event event) {
    return EventFold.start(protocol, event);
  }

  /**
   * The session after an event, wherever in the history it stands: for those who leave out what was
   * taken back.
   *
   * @throws IllegalArgumentException if the event is another session's, opens one, or is a
   *     correction
   */
  public static Session evolve(Session session, Event event) {
    return EventFold.evolve(session, event);
  }

  /**
   * The decision whether a session may be opened, under the protocol that the event names or under
   * another one.
   *
   * @return the event as it would be recorded today; or the refusal
   */
  public static Decision redecide(Protocol protocol, Event.SessionOpened event) {
    return Redecision.opening(protocol, event);
  }

  /**
   * The session after an event that departs from these rules, whatever it records itself: they bind
   * the session no more, so that a rule is not found violated twice.
   *
   * @param rules the ids of rules; others are passed over
   * @throws IllegalArgumentException if the event is another session's, opens one, or is a
   *     correction
   */
  public static Session evolveDeparting(Session session, Event event, Collection<String> rules) {
    return EventFold.evolveDeparting(session, event, rules);
  }

  /**
   * The effective events of a history: all but the corrections and the events that they correct.
   *
   * @param history a session's events, oldest first
   * @return in the same order, each with the seq that it has
   */
  public static List<Event> effective(List<? extends Event> history) {
    return List.copyOf(EffectiveHistory.of(history));
  }

  /**
   * The activities that an event is to the rules: one, or several thanks in the order said; none
   * for an act that rules do not see, such as a pause.
   *
   * @param before the session as it was before the event, which knows the referrals
   */
  public static List<Activity> activities(Session before, Event event) {
    return activities(event, id -> before.referral(id).map(Referral::resource));
  }

  /**
   * The same for those who keep the referrals themselves.
   *
   * @param resources the resource of a referral by the id of the referral; empty for an unknown
   *     one, whose acts are no activities
   */
  public static List<Activity> activities(
      Event event, Function<String, Optional<String>> resources) {
    return EventActivities.of(event, resources);
  }
}
