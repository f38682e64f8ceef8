package org.peersupport.workbench.books.snippets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.analysis.Continuation;
import org.peersupport.analysis.Matching;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class Upgrading {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private Upgrading() {}

  static void run() {
    var today = Catalogue.amaSixElements();
    String document =
        """
        {"id":"our-ward","release":"1.0.0","extends":"ama-six-elements@1.0.0","title":"No way back",
         "order":{"mode":"strict"}}
        """;
    var me = Commands.of("s-1", "sup-1", START);
    var opening = me.open(today.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    var opened = Sessions.open(today, opening).orElseThrow();
    List<Event> history = new ArrayList<>(List.of(opened.event()));
    Session session = opened.session();
    for (String element :
        List.of("reach-out", "invite-and-listen", "reflect-and-reframe", "invite-and-listen")) {
      Instant at = session.at().plus(Duration.ofMinutes(5));
      var accepted = Sessions.decide(session, me.at(at).begin(element)).orElseThrow();
      history.add(accepted.event());
      session = accepted.session();
    }
    // book:start
    var tomorrow = PeerSupportJson.readProtocol(document).orElseThrow();
    var may = Continuation.of(today, tomorrow, Matching.byKey(), history);
    System.out.println(may.explanation());
    // book:end
  }
}
