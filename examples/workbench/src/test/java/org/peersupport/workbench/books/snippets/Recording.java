package org.peersupport.workbench.books.snippets;

import java.sql.SQLException;
import java.util.List;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

// book:start
final class Recording {
  private final EventTable events;

  Recording(EventTable events) {
    this.events = events;
  }

  /** Decides the command, and stores the event when it is accepted. */
  Decision record(Command command) throws SQLException {
    while (true) {
      List<Event> history = events.history(command.session());
      Decision decision = decide(history, command);
      if (!(decision instanceof Decision.Accepted accepted) || events.append(accepted.event())) {
        return decision;
      }
      // Another event took this place in the meantime: decide again with it in the history.
    }
  }

  private static Decision decide(List<Event> history, Command command) {
    if (!history.isEmpty()) {
      return Sessions.decide(replay(history), command, history);
    }
    return command instanceof Command.Open open
        ? Variants.find(open.protocol())
            .map(protocol -> Sessions.open(protocol, open))
            .orElse(Refusal.of(RefusalCode.PROTOCOL_UNKNOWN))
        : Refusal.of(RefusalCode.SESSION_UNKNOWN);
  }

  static Session replay(List<Event> history) {
    return Sessions.replay(Recording::protocol, history);
  }

  private static Protocol protocol(String reference) {
    return Variants.find(reference)
        .orElseThrow(() -> new IllegalStateException("no protocol " + reference));
  }
}
// book:end
