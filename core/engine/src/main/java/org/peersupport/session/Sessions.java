package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;

/**
 * The rules of a session as pure functions: the same arguments give the same answer, on any
 * machine, at any time.
 *
 * <pre>{@code
 * Decision decision = Sessions.decide(session, command);
 * if (decision instanceof Event event) {
 *   session = Sessions.evolve(session, event);   // after the event has been stored
 * } else if (decision instanceof Refusal refusal) {
 *   show(refusal.explanation());
 * }
 * }</pre>
 *
 * <p>What a protocol leads to is remembered with it: at most {@value #REMEMBERED} situations, and a
 * bounded number of distances to a close. Past the bound answers are worked out anew; they stay the
 * same. Safe to use from many threads at once.
 */
public final class Sessions {
  /** How many situations of one protocol are remembered. */
  public static final int REMEMBERED = 1 << 16;

  private Sessions() {}

  /**
   * Decides whether a session may be opened.
   *
   * <p>Refused as {@link RefusalCode#PROTOCOL_UNKNOWN} when the command names another protocol, and
   * as {@link RefusalCode#PAIRING_NOT_ALLOWED} when the two may not meet.
   *
   * @throws NullPointerException if an argument is null
   */
  public static Decision open(Protocol protocol, Command.Open command) {
    return Deciding.open(protocol, command);
  }

  /**
   * The session that an opening begins.
   *
   * @param protocol the one that the event names, unless the question is what another one would
   *     have made of the same history
   * @param event what {@link #open} has accepted
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is no {@link Event.SessionOpened}
   */
  public static Session start(Protocol protocol, Event event) {
    if (event instanceof Event.SessionOpened opened) {
      return Evolving.start(protocol, opened);
    }
    throw new IllegalArgumentException("a session starts with a session-opened event");
  }

  /**
   * Decides what the command leads to, without changing anything.
   *
   * <p>The first refusal in the order of {@link RefusalCode} stands; an act against the rules names
   * every rule it violates.
   *
   * @param session the session as it is now
   * @param command what is asked
   * @return the event to record, or the refusal; never null
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the command is meant for another session, or is a {@link
   *     Command.Correct}, which needs the history
   */
  public static Decision decide(Session session, Command command) {
    return Deciding.decide(session, command);
  }

  /**
   * The same with the history, which a {@link Command.Correct} needs; for any other command it
   * makes no difference.
   *
   * <p>A correction is refused as {@link RefusalCode#CORRECTION_UNKNOWN_EVENT} when there is no
   * such event yet; as {@link RefusalCode#CORRECTION_NOT_ALLOWED} for the opening, a correction,
   * and what is corrected already; and as {@link RefusalCode#CORRECTION_IMPOSSIBLE} when without
   * the event a later one could not have happened, which {@link Refusal#inTheWay()} tells.
   * Everything that is left is decided again for that, what an event departed from being granted to
   * it. The current supporter may correct any event, and everybody what they recorded themselves,
   * whatever the status.
   *
   * @param history the session's events so far, all of them, oldest first
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the command is meant for another session, or a correction
   *     is given another history
   */
  public static Decision decide(Session session, Command command, List<? extends Event> history) {
    Objects.requireNonNull(history, "history");
    return command instanceof Command.Correct correct
        ? Correcting.decide(session, correct, history)
        : Deciding.decide(session, command);
  }

  /**
   * Decides again what an event records, as if the same act were asked for now: for those who judge
   * a history afterwards. What the event records as departed from counts as departed from with
   * leave, as far as rules can be overridden; a departure that it does not record is refused.
   *
   * @param before the session as it was before the event
   * @return the event as it would be recorded today, with what it departs from; or the refusal
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is another session's
   */
  public static Decision redecide(Session before, Event event) {
    return Hindsight.decide(before, event);
  }

  /**
   * The session after an event that nothing can be said against: it would be accepted today, and
   * recorded as it is, without a departure. Comes to the same as {@link #redecide} and {@link
   * #evolve}, in less time.
   *
   * @param before the session as it was before the event
   * @return the session after it; null when there is something to be said, or when that has to be
   *     asked of {@link #redecide}
   * @throws NullPointerException if an argument is null
   */
  public static @Nullable Session follow(Session before, Event event) {
    return Following.follow(before, event);
  }

  /**
   * Decides again whether a session may be opened, under the protocol that the event names or under
   * another one.
   *
   * @return the event as it would be recorded today; or the refusal
   * @throws NullPointerException if an argument is null
   */
  public static Decision redecide(Protocol protocol, Event.SessionOpened event) {
    return Hindsight.opening(protocol, event);
  }

  /**
   * The session after an event that departs from these rules, whatever it records itself: they bind
   * the session no more, so that a rule is not found violated twice.
   *
   * @param rules the ids of rules; others are passed over
   * @throws IllegalArgumentException if the event is another session's, or opens one
   */
  public static Session evolveDeparting(Session session, Event event, Collection<String> rules) {
    return Evolving.evolve(session, Hindsight.departing(event, rules));
  }

  /**
   * The session after an event. Never refuses: an event has happened, also where the rules would
   * decide otherwise today, so that every history replays. It trusts that the event is the next one
   * of this session; {@link #replay} makes sure of that.
   *
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is another session's, opens one, or is an {@link
   *     Event.EventCorrected}, which needs the history
   */
  public static Session evolve(Session session, Event event) {
    return Evolving.evolve(session, event);
  }

  /**
   * The same with the history, which an {@link Event.EventCorrected} needs; for any other event it
   * makes no difference. After a correction the session is what the history without the corrected
   * event makes it; only {@link Session#seq()} and {@link Session#at()} go on. A correction of what
   * cannot be corrected, such as the opening, changes nothing else.
   *
   * @param history the session's events before this one, all of them, oldest first
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is another session's or opens one, or a
   *     correction is given another history
   */
  public static Session evolve(Session session, Event event, List<? extends Event> history) {
    Objects.requireNonNull(history, "history");
    return event instanceof Event.EventCorrected correction
        ? Correcting.evolve(session, correction, history)
        : Evolving.evolve(session, event);
  }

  /**
   * What of a history stands: its events without the corrections and without what they correct. For
   * those who go through a history and want to know what happened, not what was recorded.
   *
   * @param history a session's events, oldest first
   * @return in the same order, each with the seq that it has
   * @throws NullPointerException if an argument or an event is null
   */
  public static List<Event> standing(List<? extends Event> history) {
    return List.copyOf(Standing.of(history));
  }

  /**
   * The session that a whole history comes to, its corrections heeded:
   *
   * <pre>{@code
   * Session session = Sessions.replay(id -> Catalogue.find(id).orElseThrow(), history);
   * }</pre>
   *
   * @param protocols gives the protocol for the {@code id@release} that the first event names
   * @param history the session's events, oldest first
   * @throws NullPointerException if an argument or an event is null
   * @throws IllegalArgumentException if the history does not start with an opening, an event is
   *     missing, repeated or another session's, or there is no such protocol
   */
  public static Session replay(
      Function<String, Protocol> protocols, Iterable<? extends Event> history) {
    Iterator<? extends Event> events = history.iterator();
    if (!events.hasNext() || !(events.next() instanceof Event.SessionOpened opened)) {
      throw new IllegalArgumentException("a history starts with a session-opened event");
    }
    Protocol protocol = protocols.apply(opened.protocol());
    if (protocol == null) {
      throw new IllegalArgumentException("there is no protocol " + opened.protocol());
    }
    List<Event> whole = new ArrayList<>(List.of(opened));
    while (events.hasNext()) {
      Event event = events.next();
      check(opened, event, whole.size() + 1);
      whole.add(event);
    }
    return Correcting.replay(protocol, whole);
  }

  private static void check(Event.SessionOpened opened, Event event, int expected) {
    if (event.seq() != expected) {
      throw new IllegalArgumentException(
          "event " + event.seq() + " comes where " + expected + " is expected");
    }
    if (!event.session().equals(opened.session())) {
      throw new IllegalArgumentException("the event is another session's");
    }
    if (event instanceof Event.SessionOpened) {
      throw new IllegalArgumentException("the session is open already");
    }
  }

  /**
   * The activities that an event is, as the rules see it: one, or several thanks in the order said;
   * none for what is no activity, such as the opening, a pause or a correction.
   *
   * @param before the session as it was before the event, which knows the referrals
   */
  public static List<Activity> activities(Session before, Event event) {
    return Activities.of(before, event);
  }

  /**
   * What may happen in the session and why not, how its rules stand, and what is due.
   *
   * @param now the instant that tells what is overdue
   */
  public static Options options(Session session, Instant now) {
    return Options.of(session, now);
  }

  /** The same as {@code decide(session, command).isAccepted()}. */
  public static boolean permits(Session session, Command command) {
    return decide(session, command).isAccepted();
  }

  /**
   * How many situations of the protocol are remembered at this moment, for those who watch memory.
   */
  public static int remembered(Protocol protocol) {
    return Script.of(protocol).remembered();
  }
}
