package org.peersupport.workbench.books.snippets;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.SessionDesk;
import org.peersupport.json.Variants;
import org.peersupport.session.Event;

final class Desk {
  private Desk() {}

  static void run() {
    // book:start
    List<Event> stored = new ArrayList<>();
    var desk = new SessionDesk(Variants::find, stored::add);
    String open =
        """
        {"session":"s-1","at":"2026-03-02T09:00:00Z","by":"sup-1","do":"open",\
        "protocol":"ama-six-elements","supporter":{"id":"sup-1"},"peer":{"id":"peer-1"}}""";
    System.out.println(desk.answer(open, 1).outcome());
    System.out.println(desk.answer("nonsense", 2).line());

    var later = new SessionDesk(Variants::find, stored::add);
    stored.forEach(event -> later.restore(event, event.seq()));
    System.out.println(later.sessions());
    // book:end
  }
}
