package org.peersupport.workbench.books.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.ledger.CheckedLedger;
import org.peersupport.json.ledger.LedgerWriter;
import org.peersupport.protocol.Catalogue;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Sessions;

final class KeepingLedger {
  private KeepingLedger() {}

  static void run() throws IOException {
    Path folder = Files.createTempDirectory("books");
    Path file = folder.resolve("sessions.ledger");
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    var opening = me.open("ama-six-elements", Peer.of("sup-1"), Peer.of("peer-1"));
    var opened = Sessions.open(Catalogue.amaSixElements(), opening).orElseThrow();
    List<Event> events = List.of(opened.event());
    try {
      keep(file, events, Instant.parse("2026-03-02T18:00:00Z"));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder.resolve("sessions.ledger.lock"));
      Files.deleteIfExists(folder);
    }
  }

  private static void keep(Path file, List<Event> events, Instant now) throws IOException {
    // book:start
    try (LedgerWriter writer = LedgerWriter.open(file, new SecureRandom(), now)) {
      List<String> misfits = new ArrayList<>();
      for (Event event : events) {
        writer.add(event).ifPresent(misfits::add);
      }
      if (misfits.isEmpty()) {
        writer.commit(); // when it returns, the events are on the disk
      }
    }
    System.out.println(CheckedLedger.of(file).findings().isEmpty() ? "in order" : "changed");
    // book:end
  }
}
