package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.internal.EngineLog;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;

/**
 * The rules of a session as pure functions: the same arguments give the same answer, on any
 * machine, at any time.
 *
 * <pre>{@code
 * Decision decision = Sessions.decide(session, command);
 * if (decision instanceof Decision.Accepted accepted) {
 *   store(accepted.event());
 *   session = accepted.session();
 * } else if (decision instanceof Refusal refusal) {
 *   show(refusal.explanation());
 * }
 * }</pre>
 *
 * <p>What a protocol leads to is remembered with it: at most {@value #REMEMBERED} states, and a
 * bounded number of distances to a close. Past the bound answers are worked out anew; they stay the
 * same. Safe to use from many threads at once.
 */
public final class Sessions {
  /** How many states of one protocol are remembered. */
  public static final int REMEMBERED = CompiledProtocol.REMEMBERED;

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
    return CommandHandler.open(protocol, command);
  }

  /**
   * The session that an opening begins. What another protocol would have made of the same history
   * is asked of {@link HistoryReview#start}.
   *
   * @param protocol the one that the event names
   * @param event what {@link #open} has accepted
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is no {@link Event.SessionOpened}, or was
   *     recorded under a protocol of another name or one that demanded something else, see {@link
   *     Protocol#fingerprint()}
   */
  public static Session start(Protocol protocol, Event event) {
    if (event instanceof Event.SessionOpened opened) {
      check(protocol, opened);
    }
    return EventFold.start(protocol, event);
  }

  private static void check(Protocol protocol, Event.SessionOpened opened) {
    if (!opened.protocol().equals(protocol.reference())) {
      throw refused("other-protocol", 1, "the session was opened under another protocol");
    }
    if (opened.fingerprint().isPresent()
        && !opened.fingerprint().get().equals(protocol.fingerprint())) {
      throw refused(
          "protocol-differs",
          1,
          "the session was opened under a protocol of this name that demanded something else");
    }
  }

  /**
   * Decides what the command leads to, without changing anything. Whether the command was sent
   * before only the history tells: see {@link #decide(Session, Command, List)}.
   *
   * <p>The first refusal in the order of {@link RefusalCode} stands; an act against the rules names
   * every rule it violates.
   *
   * @param session the session as it is now
   * @param command what is asked
   * @return the event to record with the session after it, or the refusal; never null
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the command is meant for another session, or is a {@link
   *     Command.Correct}, which needs the history
   */
  public static Decision decide(Session session, Command command) {
    return CommandHandler.decide(session, command);
  }

  /**
   * The same with the history, which a {@link Command.Correct} needs, and any command that may be
   * sent twice.
   *
   * <p>A command with a {@link Metadata#commandId()} that the history knows is answered as {@link
   * Decision.Repeated} when it is the same command, before anything else is looked at, and refused
   * as {@link RefusalCode#COMMAND_ID_REUSED} when it is another one. The same is one of the same
   * type, person and members; when it was told, on which terms, and confidential texts do not
   * count.
   *
   * <p>A correction is refused as {@link RefusalCode#CORRECTION_UNKNOWN_EVENT} when there is no
   * such event yet; as {@link RefusalCode#CORRECTION_NOT_ALLOWED} for the opening and for what does
   * not stand any more; and as {@link RefusalCode#CORRECTION_IMPOSSIBLE} when without the event a
   * later one could not have happened, which {@link Refusal#inTheWay()} tells. Everything that
   * stands then is decided again for that, what an event departed from being granted to it. A
   * correction can be corrected: then what it took back stands again. What the peer recorded, and
   * any concern, only who recorded it may correct; anything else the current supporter, and
   * everybody what they recorded themselves, whatever the status. The work is linear in the
   * history.
   *
   * @param history the session's events so far, all of them, oldest first
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the command is meant for another session, or a correction
   *     or a command with an id is given another history
   */
  public static Decision decide(Session session, Command command, List<? extends Event> history) {
    Objects.requireNonNull(history, "history");
    Optional<Decision> repeated = Repeats.find(session, command, history);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    return command instanceof Command.Correct correct
        ? Corrections.decide(session, correct, history)
        : CommandHandler.decide(session, command);
  }

  /**
   * The session after its next event. Never refuses what happened: not even where the rules would
   * decide otherwise today, so that every history replays. Only an {@link Event.SessionVoided} that
   * no decision gives voids nothing, so that nobody in danger gets out of sight.
   *
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is not the next one, is another session's, opens
   *     one, or is an {@link Event.EventCorrected}, which needs the history. So a message that is
   *     delivered twice cannot count twice
   */
  public static Session evolve(Session session, Event event) {
    return EventFold.evolveNext(session, event);
  }

  /**
   * The same with the history, which an {@link Event.EventCorrected} needs; for any other event it
   * makes no difference. After a correction the session is what the history without the corrected
   * event makes it; only {@link Session#seq()} and {@link Session#at()} go on. A correction of what
   * cannot be corrected, such as the opening, changes nothing else.
   *
   * @param history the session's events before this one, all of them, oldest first
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the event is not the next one, is another session's or
   *     opens one, or a correction is given another history
   */
  public static Session evolve(Session session, Event event, List<? extends Event> history) {
    Objects.requireNonNull(history, "history");
    return event instanceof Event.EventCorrected correction
        ? Corrections.evolve(session, correction, history)
        : EventFold.evolveNext(session, event);
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
   *     missing, repeated or another session's, there is no such protocol, or it demands something
   *     else than when the session was opened
   */
  public static Session replay(
      Function<String, Protocol> protocols, Iterable<? extends Event> history) {
    Iterator<? extends Event> events = history.iterator();
    if (!events.hasNext() || !(events.next() instanceof Event.SessionOpened opened)) {
      throw refused("no-opening", 1, "a history starts with a session-opened event");
    }
    Protocol protocol = protocols.apply(opened.protocol());
    if (protocol == null) {
      throw refused("unknown-protocol", 1, "there is no protocol " + opened.protocol());
    }
    check(protocol, opened);
    List<Event> whole = new ArrayList<>(List.of(opened));
    while (events.hasNext()) {
      Event event = events.next();
      check(opened, event, whole.size() + 1);
      whole.add(event);
    }
    return Corrections.replay(protocol, whole);
  }

  private static void check(Event.SessionOpened opened, Event event, int expected) {
    if (event.seq() != expected) {
      throw refused(
          "wrong-seq",
          expected,
          "event " + event.seq() + " comes where " + expected + " is expected");
    }
    if (!event.session().equals(opened.session())) {
      throw refused("another-session", expected, "the event is another session's");
    }
    if (event instanceof Event.SessionOpened) {
      throw refused("second-opening", expected, "the session is open already");
    }
  }

  private static IllegalArgumentException refused(String code, int seq, String why) {
    EngineLog.historyRefused(code, seq);
    return new IllegalArgumentException(why);
  }

  /**
   * What the current supporter may record in the session and why not, how its rules stand, and what
   * is due.
   *
   * @param now the instant that tells what is overdue
   */
  public static Options options(Session session, Instant now) {
    return OptionList.options(session, session.supporter().id(), now);
  }

  /**
   * The same for another person: what they may not record is refused as {@link
   * RefusalCode#ACTOR_NOT_IN_SESSION} or {@link RefusalCode#ACTOR_NOT_ALLOWED}.
   *
   * @param by the id of the person who asks
   */
  public static Options options(Session session, String by, Instant now) {
    return OptionList.options(session, by, now);
  }

  /** The same as {@code decide(session, command).isAccepted()}. */
  public static boolean permits(Session session, Command command) {
    return decide(session, command).isAccepted();
  }
}
