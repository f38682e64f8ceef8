package org.peersupport.workbench.books.snippets;

import java.time.Instant;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class Screen {
  private Screen() {}

  static void run() {
    var protocol = Catalogue.amaSixElements();
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var opening = me.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    Session session = Sessions.open(protocol, opening).orElseThrow().session();
    // book:start
    var now = Instant.parse("2026-03-02T09:01:00Z");
    for (var option : Sessions.options(session, now).options()) {
      if (option.activity().startsWith("begin:")) {
        String why = option.refusal().map(refusal -> refusal.explanation()).orElse("may begin now");
        System.out.println(option.activity() + ": " + why);
      }
    }
    // book:end
  }
}
