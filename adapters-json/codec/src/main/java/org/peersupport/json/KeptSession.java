package org.peersupport.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** A session as it stands, with its history: witnesses and corrections need both. */
final class KeptSession {
  private final List<Event> events = new ArrayList<>();
  private Session session;

  KeptSession(Session session, Event opened) {
    this.session = session;
    events.add(opened);
  }

  Session session() {
    return session;
  }

  /** The events so far, oldest first; a view. */
  List<Event> history() {
    return Collections.unmodifiableList(events);
  }

  /** Decides the command; nothing changes. */
  Decision decide(Command command) {
    return Sessions.decide(session, command, history());
  }

  /** Goes on with what was accepted. */
  void add(Decision.Accepted accepted) {
    session = accepted.session();
    events.add(accepted.event());
  }

  /** Goes on with a recorded event. */
  void add(Event event) {
    session = Sessions.evolve(session, event, history());
    events.add(event);
  }
}
