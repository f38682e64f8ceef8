package org.peersupport.workbench.books.snippets;

import java.time.Instant;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class Embedding {
  private Embedding() {}

  static void run() {
    // book:start
    var protocol = Catalogue.amaSixElements();
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var opening = me.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    var opened = Sessions.open(protocol, opening).orElseThrow(); // store opened.event()

    var accepted = Sessions.decide(opened.session(), me.begin("reach-out")).orElseThrow();
    Session session = accepted.session(); // once accepted.event() is stored

    var tooEarly = Sessions.decide(session, me.begin("offer-resources")).refusal().orElseThrow();
    System.out.println(tooEarly.explanation());
    System.out.println("Remedy: " + tooEarly.remedy().orElseThrow());
    System.out.println("Permitted now: " + session.permitted());
    // book:end
  }
}
