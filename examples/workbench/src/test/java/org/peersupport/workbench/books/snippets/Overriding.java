package org.peersupport.workbench.books.snippets;

import java.time.Instant;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class Overriding {
  private Overriding() {}

  static void run() {
    var protocol = Catalogue.amaSixElements();
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var opening = me.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    Session session = Sessions.open(protocol, opening).orElseThrow().session();
    // book:start
    var offer = me.offer("r-1", "chaplaincy");
    System.out.println(Sessions.decide(session, offer).refusal().orElseThrow().explanation());

    var anyway = me.overriding("asked for it at once").offer("r-1", "chaplaincy");
    System.out.println(Sessions.decide(session, anyway).orElseThrow().event().deviations());
    // book:end
  }
}
