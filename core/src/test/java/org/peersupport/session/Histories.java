package org.peersupport.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.peersupport.protocol.Protocol;

/** Histories for the tests of those who read them. */
public final class Histories {
  private Histories() {}

  /** What happened, act by act as {@link Talk} tells it; {@code +PT3M} lets time pass. */
  public static List<Event> told(Protocol protocol, String... acts) {
    Talk talk = Talk.under(protocol);
    for (String act : acts) {
      if (act.startsWith("+")) {
        talk.after(Duration.parse(act.substring(1)));
      } else if (act.startsWith("!")) {
        talk.record(talk.command(talk.supporter().overriding("marked-secret"), act.substring(1)));
      } else {
        talk.then(act);
      }
    }
    return List.copyOf(talk.history());
  }

  /** A random conversation, as it was recorded. */
  public static List<Event> random(Protocol protocol, Random random, int length) {
    return List.copyOf(RandomTalk.of(protocol, random, length).history());
  }

  /** The same, in which events are corrected and sessions voided too. */
  public static List<Event> correcting(Protocol protocol, Random random, int length) {
    return List.copyOf(RandomTalk.correcting(protocol, random, length).history());
  }

  /** A small protocol of any kind. */
  public static Protocol protocol(Random random) {
    return RandomProtocols.next(random);
  }

  /** The same history of another session. */
  public static List<Event> of(String session, List<Event> history) {
    List<Event> renamed = new ArrayList<>();
    for (Event event : history) {
      renamed.add(copy(event, session, event.seq(), event.at(), event.by(), event.deviations()));
    }
    return renamed;
  }

  /** The event with another seq. */
  public static Event at(int seq, Event event) {
    return copy(event, event.session(), seq, event.at(), event.by(), event.deviations());
  }

  /** The event at another instant. */
  public static Event at(Instant at, Event event) {
    return copy(event, event.session(), event.seq(), at, event.by(), event.deviations());
  }

  /** The event as somebody else has recorded it. */
  public static Event by(String by, Event event) {
    return copy(event, event.session(), event.seq(), event.at(), by, event.deviations());
  }

  /** The event with other departures. */
  public static Event departing(List<Deviation> deviations, Event event) {
    return copy(event, event.session(), event.seq(), event.at(), event.by(), deviations);
  }

  /** The events numbered anew from 1. */
  public static List<Event> numbered(List<Event> events) {
    List<Event> numbered = new ArrayList<>();
    for (Event event : events) {
      numbered.add(at(numbered.size() + 1, event));
    }
    return numbered;
  }

  private static Event copy(
      Event event, String session, int seq, Instant at, String by, List<Deviation> deviations) {
    Metadata m = event.metadata();
    List<Deviation> plain = List.copyOf(new ArrayList<>(deviations));
    if (event instanceof Event.SessionOpened e) {
      return new Event.SessionOpened(
          session,
          seq,
          at,
          by,
          m,
          e.protocol(),
          e.fingerprint(),
          e.supporter(),
          e.peer(),
          e.followUpOf(),
          plain);
    } else if (event instanceof Event.ElementBegun e) {
      return new Event.ElementBegun(session, seq, at, by, m, e.element(), plain);
    } else if (event instanceof Event.ConcernRaised e) {
      return new Event.ConcernRaised(session, seq, at, by, m, e.level(), plain);
    } else if (event instanceof Event.ReferralOffered e) {
      return new Event.ReferralOffered(session, seq, at, by, m, e.referral(), e.resource(), plain);
    } else if (event instanceof Event.ReferralAccepted e) {
      return new Event.ReferralAccepted(session, seq, at, by, m, e.referral(), plain);
    } else if (event instanceof Event.ReferralDeclined e) {
      return new Event.ReferralDeclined(session, seq, at, by, m, e.referral(), e.reason(), plain);
    } else if (event instanceof Event.ReferralConnected e) {
      return new Event.ReferralConnected(session, seq, at, by, m, e.referral(), plain);
    } else if (event instanceof Event.ReferralCompleted e) {
      return new Event.ReferralCompleted(session, seq, at, by, m, e.referral(), plain);
    } else if (event instanceof Event.ReferralWithdrawn e) {
      return new Event.ReferralWithdrawn(session, seq, at, by, m, e.referral(), plain);
    } else if (event instanceof Event.ReferralLapsed e) {
      return new Event.ReferralLapsed(session, seq, at, by, m, e.referral(), e.reason(), plain);
    } else if (event instanceof Event.AppreciationExpressed e) {
      return new Event.AppreciationExpressed(session, seq, at, by, m, e.appreciation(), plain);
    } else if (event instanceof Event.SessionPaused) {
      return new Event.SessionPaused(session, seq, at, by, m, plain);
    } else if (event instanceof Event.SessionResumed) {
      return new Event.SessionResumed(session, seq, at, by, m, plain);
    } else if (event instanceof Event.SupporterChanged e) {
      return new Event.SupporterChanged(session, seq, at, by, m, e.supporter(), plain);
    } else if (event instanceof Event.SessionClosed) {
      return new Event.SessionClosed(session, seq, at, by, m, plain);
    } else if (event instanceof Event.SessionEnded e) {
      return new Event.SessionEnded(session, seq, at, by, m, e.reason(), plain);
    } else if (event instanceof Event.EventCorrected e) {
      return new Event.EventCorrected(session, seq, at, by, m, e.corrects(), e.reason(), plain);
    } else if (event instanceof Event.SessionVoided e) {
      return new Event.SessionVoided(session, seq, at, by, m, e.reason(), plain);
    }
    throw new AssertionError(event.type().eventName());
  }
}
