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
    var opened = Sessions.open(protocol, opening).orElseThrow();
    List<Event> history = new ArrayList<>(List.of(opened.event()));
    Session session = opened.session();
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
      var accepted = Sessions.decide(session, each).orElseThrow();
      history.add(accepted.event());
      session = accepted.session();
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
