package org.peersupport.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Deadline;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Obligation;
import org.peersupport.session.Session;

/** The counts of what the events of one session have activated and opened. */
final class Tally {
  private final Tables tables;
  private final long[] activated;
  private final int[] opened;
  private final int[] late;
  private int events = 1;

  /** Of a session that was opened just now. */
  Tally(Tables tables) {
    this.tables = tables;
    this.activated = tables.always.clone();
    this.opened = new int[tables.deadlines.size()];
    this.late = new int[opened.length];
    count(tables.opens("open"));
  }

  /**
   * Counts an event that has changed the session.
   *
   * @param before the session before it, which knows the referrals
   */
  void add(Session before, Event event) {
    events++;
    for (Activity activity : HistoryReview.activities(before, event)) {
      effect(tables.effect(activity.kind(), activity.qualifier()));
    }
    if (event.type() == ActType.CLOSE || event.type() == ActType.END) {
      count(tables.opens(event.type().commandName()));
    }
  }

  private void effect(Tables.@Nullable Effect effect) {
    if (effect != null) {
      effect.addTo(activated);
      count(effect.opens());
    }
  }

  private void count(int[] deadlines) {
    for (int d : deadlines) {
      opened[d]++;
    }
  }

  /** Counts an obligation of the deadline as met too late. */
  void addLate(String deadline) {
    for (int d = 0; d < late.length; d++) {
      late[d] += tables.deadlines.get(d).id().equals(deadline) ? 1 : 0;
    }
  }

  /** How many events were counted. */
  int events() {
    return events;
  }

  /** Whether each rule was activated. */
  List<Boolean> activated() {
    return tables.activated(activated);
  }

  /** What became of the obligations of each deadline, as the session stands. */
  List<DeadlineCount> deadlines(Session now) {
    if (opened.length == 0) {
      return List.of();
    }
    List<Obligation> due = now.due();
    List<DeadlineCount> counts = new ArrayList<>();
    for (int d = 0; d < opened.length; d++) {
      Deadline deadline = tables.deadlines.get(d);
      int open = 0;
      for (Obligation obligation : due) {
        open += obligation.deadline().equals(deadline.id()) ? 1 : 0;
      }
      counts.add(new DeadlineCount(opened[d] - late[d] - open, late[d], open));
    }
    return counts;
  }
}
