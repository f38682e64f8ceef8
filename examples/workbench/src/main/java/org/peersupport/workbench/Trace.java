package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.peersupport.protocol.Activity;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The activities of a conversation so far: what a refusal needs to name its witnesses, in two bytes
 * an event. Who did what when is not kept; the log has it.
 *
 * <p>A code is the number of an activity in the protocol. One that continues the event before it,
 * for thanks with several facets, is marked; an event that is no activity keeps its place empty.
 */
final class Trace {
  private static final char NONE = 0x7fff;
  private static final int CONTINUED = 0x8000;
  private static final char[] EMPTY = {};

  private char[] codes = EMPTY;
  private int length;

  /** Adds what comes after the opening; the session is the one before the event. */
  void add(Session session, Event event) {
    List<Activity> activities = Sessions.activities(session, event);
    List<Activity> known = session.protocol().activities();
    boolean first = true;
    for (Activity activity : activities) {
      int number = Collections.binarySearch(known, activity);
      if (number >= 0) {
        add((char) (first ? number : number | CONTINUED));
        first = false;
      }
    }
    if (first) {
      add(NONE);
    }
  }

  private void add(char code) {
    if (length == codes.length) {
      codes = Arrays.copyOf(codes, length < 16 ? length + 8 : length + length / 2);
    }
    codes[length++] = code;
  }

  /** Forgets everything: after the end of a conversation no rule refuses an act any more. */
  void clear() {
    codes = EMPTY;
    length = 0;
  }

  /** The activities again, as events with their places in the history of the session. */
  List<Event> events(Session session) {
    List<Event> events = new ArrayList<>();
    int seq = 1;
    for (int i = 0; i < length; ) {
      int next = i + 1;
      while (next < length && (codes[next] & CONTINUED) != 0) {
        next++;
      }
      seq++;
      if (codes[i] != NONE) {
        events.add(event(session, seq, i, next));
      }
      i = next;
    }
    return events;
  }

  private Event event(Session s, int seq, int from, int to) {
    List<Activity> known = s.protocol().activities();
    Activity activity = known.get(codes[from]);
    String what = activity.qualifier();
    String by = s.supporter().id();
    // Every referral goes by the key of its resource: a witness names places, not referrals.
    return switch (activity.kind()) {
      case BEGIN -> new Event.ElementBegun(s.id(), seq, s.at(), by, what, List.of());
      case CONCERN -> new Event.ConcernRaised(s.id(), seq, s.at(), by, what, List.of());
      case OFFER -> new Event.ReferralOffered(s.id(), seq, s.at(), by, what, what, List.of());
      case ACCEPT -> new Event.ReferralAccepted(s.id(), seq, s.at(), by, what, List.of());
      case DECLINE -> new Event.ReferralDeclined(s.id(), seq, s.at(), by, what, List.of());
      case CONNECT -> new Event.ReferralConnected(s.id(), seq, s.at(), by, what, List.of());
      case COMPLETE -> new Event.ReferralCompleted(s.id(), seq, s.at(), by, what, List.of());
      case LAPSE -> new Event.ReferralLapsed(s.id(), seq, s.at(), by, what, List.of());
      case THANK -> {
        List<String> facets = new ArrayList<>();
        for (int i = from; i < to; i++) {
          facets.add(known.get(codes[i] & ~CONTINUED).qualifier());
        }
        yield new Event.AppreciationExpressed(
            s.id(), seq, s.at(), by, Appreciation.of(facets), List.of());
      }
    };
  }
}
