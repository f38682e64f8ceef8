package org.peersupport.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.internal.engine.Denial;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

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
   * Why no way is left to satisfy the rules that bind: violations as of an act that leaves none.
   * First the rules that nothing can satisfy any more, then those that clash. Empty while there is
   * a way, and that is always so where every event was accepted.
   *
   * <p>An auditor asks after an act that would have been refused, and departs from these rules too,
   * so that no later act is blamed for it.
   */
  public static List<Violation> deadEnds(Session session) {
    return deadEnds(session, Locale.ROOT);
  }

  /** The same in the language of the locale, where there is one. */
  public static List<Violation> deadEnds(Session session, Locale locale) {
    List<Violation> why = new ArrayList<>();
    for (Denial denial : session.state().deadEnds()) {
      why.addAll(Refusal.of(denial).inHindsight(locale));
    }
    return List.copyOf(why);
  }

  /**
   * Whether the event is an act of the supporter that was said to lie in the future, by more than
   * {@link Metadata#TOLERANCE}: such an act is refused as {@link RefusalCode#TIME_IN_FUTURE}.
   */
  public static boolean isInFuture(Event event) {
    return Guards.isOfSupporter(event.type()) && !event.metadata().ahead(event.at()).isZero();
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
   * Whether a history comes to a session that was entered in error as a whole, under a protocol
   * that need not be the one that it names. A void that no decision gives voids nothing.
   *
   * @param history a session's events, oldest first
   * @throws IllegalArgumentException if it does not start with an opening
   */
  public static boolean isVoided(Protocol protocol, List<? extends Event> history) {
    return history.stream().anyMatch(Event.SessionVoided.class::isInstance)
        && Corrections.replay(protocol, history).status() == Status.VOIDED;
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
