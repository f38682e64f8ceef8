package org.peersupport.workbench;

import java.util.List;
import org.peersupport.session.Event;
import org.peersupport.session.Refusal;
import org.peersupport.session.RefusalCode;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Status;

/** One session as it stands, and what its refusals may have to point back to. */
final class Conversation {
  private final Trace trace = new Trace();
  private Session session;

  Conversation(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  /** Takes the session on by one event. */
  void add(Event event) {
    boolean wasOn = isOn();
    if (wasOn) {
      trace.add(session, event);
    }
    session = Sessions.evolve(session, event);
    if (wasOn && !isOn()) {
      trace.clear();
    }
  }

  private boolean isOn() {
    return session.status() == Status.OPEN || session.status() == Status.PAUSED;
  }

  /** The activities that the refusal's witnesses are found among. */
  List<Event> history(Refusal refusal) {
    return refusal.code() == RefusalCode.RULE_VIOLATED ? history() : List.of();
  }

  /** The activities so far. */
  List<Event> history() {
    return trace.events(session);
  }
}
