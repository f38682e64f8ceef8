package org.peersupport.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The bare limit: what the rules of the default protocol say, as one {@code int[]}, for the
 * conversations that are measured with. It knows no referral, no person, no time and no reason why.
 */
final class AuditTable {
  private static final int WIDTH = 64;

  private final Map<String, Integer> letters = new HashMap<>();
  private final int[] table;

  AuditTable(long seed) {
    Protocol protocol = Catalogue.amaSixElements();
    Map<Object, Integer> states = new HashMap<>();
    List<int[]> rows = new ArrayList<>();
    for (Command[] commands : VariedConversations.of(seed)) {
      Session session = Sessions.open(protocol, (Command.Open) commands[0]).orElseThrow().session();
      int state = state(states, rows, session);
      for (int i = 1; i < commands.length; i++) {
        Decision.Accepted accepted = Sessions.decide(session, commands[i]).orElseThrow();
        int letter = letter(letter(session, accepted.event()));
        session = accepted.session();
        int next = state(states, rows, session);
        rows.get(state)[letter] = next;
        state = next;
      }
    }
    table = new int[rows.size() * WIDTH];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, table, i * WIDTH, WIDTH);
    }
  }

  private static int state(Map<Object, Integer> states, List<int[]> rows, Session session) {
    Object key = List.of(session.verdicts(), session.status());
    Integer known = states.putIfAbsent(key, rows.size());
    if (known == null) {
      rows.add(new int[WIDTH]);
      return rows.size() - 1;
    }
    return known;
  }

  private static String letter(Session before, Event event) {
    List<Activity> activities = HistoryReview.activities(before, event);
    return activities.isEmpty() ? event.type().eventName() : activities.get(0).text();
  }

  /** The number of what happens; the same for the same word. */
  int letter(String word) {
    return letters.computeIfAbsent(word, key -> letters.size() % WIDTH);
  }

  /** The state after it. */
  int next(int state, int letter) {
    return table[state * WIDTH + letter];
  }
}
