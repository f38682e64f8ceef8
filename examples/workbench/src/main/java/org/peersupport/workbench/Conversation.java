package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** One session as it stands, and its history: for witnesses, and for corrections. */
final class Conversation {
  private final List<Event> history = new ArrayList<>();
  private Session session;

  Conversation(Session session, Event opened) {
    this.session = session;
    history.add(opened);
  }

  Session session() {
    return session;
  }

  /** What the command leads to. */
  Decision decide(Command command) {
    return Sessions.decide(session, command, history);
  }

  /** Goes on with what was accepted. */
  void add(Decision.Accepted accepted) {
    session = accepted.session();
    history.add(accepted.event());
  }

  /** Takes the session on by one event. */
  void add(Event event) {
    session = Sessions.evolve(session, event, history);
    history.add(event);
  }

  /** The events so far. */
  List<Event> history() {
    return history;
  }
}
