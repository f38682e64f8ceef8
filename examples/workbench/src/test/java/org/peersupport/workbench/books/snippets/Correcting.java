package org.peersupport.workbench.books.snippets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class Correcting {
  private Correcting() {}

  static void run() {
    var protocol = Catalogue.amaSixElements();
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var opening = me.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    List<Event> history = new ArrayList<>(List.of(Sessions.open(protocol, opening).orElseThrow()));
    Session session = Sessions.start(protocol, history.get(0));
    for (Command each : List.of(me.begin("reach-out"), me.raiseConcern("elevated"))) {
      Event event = Sessions.decide(session, each).orElseThrow();
      history.add(event);
      session = Sessions.evolve(session, event);
    }
    // book:start
    var correct = me.correct(3, "meant another colleague");
    Event corrected = Sessions.decide(session, correct, history).orElseThrow();
    session = Sessions.evolve(session, corrected, history);
    history.add(corrected);
    System.out.println(session);
    System.out.println(Sessions.replay(id -> protocol, history).equals(session));
    // book:end
  }
}
