package org.peersupport.workbench.books.snippets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;

// book:start
final class EventTable {
  static final String TABLE =
      """
      create table event (
        session varchar(64) not null,
        seq integer not null,
        json text not null,
        primary key (session, seq)
      )
      """;

  private final Connection database;

  EventTable(Connection database) {
    this.database = database;
  }

  /** All events of a session, oldest first. */
  List<Event> history(String session) throws SQLException {
    String sql = "select json from event where session = ? order by seq";
    try (PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, session);
      List<Event> history = new ArrayList<>();
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        history.add(PeerSupportJson.readEvent(rows.getString(1), history.size() + 1).orElseThrow());
      }
      return history;
    }
  }

  /** Stores the event, unless the session has one with this seq already. */
  boolean append(Event event) throws SQLException {
    String sql = "insert into event (session, seq, json) values (?, ?, ?)";
    try (PreparedStatement insert = database.prepareStatement(sql)) {
      insert.setString(1, event.session());
      insert.setInt(2, event.seq());
      insert.setString(3, PeerSupportJson.writeEvent(event, Reasons.WRITTEN));
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (e.getSQLState().startsWith("23")) { // the primary key: somebody else was first
        return false;
      }
      throw e;
    }
  }
}
// book:end
