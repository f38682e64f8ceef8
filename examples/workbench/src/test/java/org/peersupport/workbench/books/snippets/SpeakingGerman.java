package org.peersupport.workbench.books.snippets;

import java.time.Instant;
import java.util.Locale;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class SpeakingGerman {
  private SpeakingGerman() {}

  static void run() {
    Commands supporter = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var open = supporter.open("ama-six-elements", Peer.of("sup-1"), Peer.of("peer-1"));
    Session session = Sessions.open(Catalogue.amaSixElements(), open).orElseThrow().session();
    // book:start
    Decision decision = Sessions.decide(session, supporter.begin("offer-resources"));
    if (decision instanceof Refusal refusal) {
      System.out.println(refusal.explanation(Locale.GERMAN, session.urgency()));
    }
    // book:end
  }
}
