package org.peersupport.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** A session as it stands, with its history: witnesses, corrections and repeats need both. */
final class KeptSession {
  private final Protocol protocol;
  private final List<Event> events = new ArrayList<>();

  /** Null after a correction that was restored: a log with many costs one replay and not many. */
  private @Nullable Session session;

  KeptSession(Session session, Event opened) {
    this.protocol = session.protocol();
    this.session = session;
    events.add(opened);
  }

  Session session() {
    Session now = session;
    if (now == null) {
      now = Sessions.replay(name -> protocol, events);
      session = now;
    }
    return now;
  }

  /** The place of the next event. */
  int nextSeq() {
    return events.size() + 1;
  }

  /** The events so far, oldest first; a view. */
  List<Event> history() {
    return Collections.unmodifiableList(events);
  }

  /** Decides the command; nothing changes. */
  Decision decide(Command command) {
    return Sessions.decide(session(), command, history());
  }

  /** Goes on with what was accepted. */
  void add(Decision.Accepted accepted) {
    session = accepted.session();
    events.add(accepted.event());
  }

  /** Goes on with a recorded event. */
  void add(Event event) {
    session =
        session == null || event instanceof Event.EventCorrected
            ? null
            : Sessions.evolve(session, event);
    events.add(event);
  }
}
