package org.peersupport.workbench.books.snippets;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;

final class RecordingStory {
  private RecordingStory() {}

  static void run() throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:books");
        Statement create = database.createStatement()) {
      create.execute(EventTable.TABLE);
      tell(new EventTable(database));
    }
  }

  private static void tell(EventTable events) throws SQLException {
    // book:start
    var recording = new Recording(events);
    var me = Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));
    recording.record(me.open("ama-six-elements", Peer.of("sup-1"), Peer.of("peer-1")));
    recording.record(me.begin("reach-out"));

    // Sent from a screen that shows the session as it was after event 1.
    var tooLate = recording.record(me.ifSeq(1).begin("invite-and-listen"));
    System.out.println(tooLate.refusal().orElseThrow());

    // The answer to the first of these got lost, so it is sent again.
    var begin = me.commandId("c-3").ifSeq(2).begin("invite-and-listen");
    System.out.println(recording.record(begin));
    System.out.println(recording.record(begin));
    // book:end
  }
}
