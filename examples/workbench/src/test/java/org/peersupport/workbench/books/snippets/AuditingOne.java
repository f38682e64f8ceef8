package org.peersupport.workbench.books.snippets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.audit.SessionAudit;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;
import org.peersupport.session.Sessions;

final class AuditingOne {
  private AuditingOne() {}

  static void run() {
    var protocol = Catalogue.amaSixElements();
    var at = Instant.parse("2026-03-02T09:00:00Z");
    var me = Commands.of("s-1", "sup-1", at);
    var opening = me.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    var opened = Sessions.open(protocol, opening).orElseThrow();
    List<Event> history = new ArrayList<>(List.of(opened.event()));
    Instant later = at.plus(Duration.ofMinutes(5));
    history.add(
        new Event.ElementBegun(
            "s-1", 2, later, "sup-1", Metadata.NONE, "offer-resources", List.of()));
    // book:start
    var report = SessionAudit.of(protocol, history);
    System.out.println(report.verdict());
    for (var violation : report.violations()) {
      System.out.println(violation.seq() + " " + violation.explanation());
    }
    // book:end
  }
}
