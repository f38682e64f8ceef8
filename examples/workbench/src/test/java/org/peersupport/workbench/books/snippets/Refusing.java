package org.peersupport.workbench.books.snippets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

final class Refusing {
  private Refusing() {}

  static void run() {
    var protocol = Catalogue.amaSixElements();
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var opening = me.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    List<Event> history = new ArrayList<>(List.of(Sessions.open(protocol, opening).orElseThrow()));
    Session session = Sessions.start(protocol, history.get(0));
    for (Command each :
        List.of(
            me.begin("reach-out"),
            me.begin("invite-and-listen"),
            me.begin("offer-resources"),
            me.offer("r-1", "chaplaincy"),
            me.accept("r-1"),
            me.begin("close-with-thank-you"),
            me.raiseConcern("imminent"),
            me.thank("work"))) {
      Event event = Sessions.decide(session, each).orElseThrow();
      history.add(event);
      session = Sessions.evolve(session, event);
    }
    // book:start
    Refusal refusal = Sessions.decide(session, me.close()).refusal().orElseThrow();
    for (var violation : refusal.violations()) {
      String rule = violation.rule().orElseThrow();
      System.out.println(rule + " " + refusal.witness(rule, history));
      System.out.println("  " + violation.explanation());
    }
    System.out.println("Remedy: " + refusal.remedy().orElseThrow());
    // book:end
  }
}
