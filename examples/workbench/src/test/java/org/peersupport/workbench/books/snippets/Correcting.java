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
    var opened = Sessions.open(protocol, opening).orElseThrow();
    List<Event> history = new ArrayList<>(List.of(opened.event()));
    Session session = opened.session();
    for (Command each : List.of(me.begin("reach-out"), me.raiseConcern("elevated"))) {
      var accepted = Sessions.decide(session, each).orElseThrow();
      history.add(accepted.event());
      session = accepted.session();
    }
    // book:start
    var correct = me.correct(3, "meant another colleague");
    var corrected = Sessions.decide(session, correct, history).orElseThrow();
    history.add(corrected.event());
    session = corrected.session();
    System.out.println(session);
    System.out.println(Sessions.replay(id -> protocol, history).equals(session));
    // book:end
  }
}
