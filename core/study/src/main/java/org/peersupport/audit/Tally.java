package org.peersupport.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Deadline;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Obligation;
import org.peersupport.session.Session;
import org.peersupport.session.Urgency;

/** The counts of what the events of one session have activated, opened and said. */
final class Tally {
  private final Tables tables;
  private final long[] activated;
  private final int[] opened;
  private final int[] late;
  private int[] referralActs = {};
  private Map<String, Integer> reasons = Map.of();
  private int events = 1;
  private int stepsBack;

  /** Of a session that was opened just now. */
  Tally(Tables tables) {
    this.tables = tables;
    this.activated = tables.always.clone();
    this.opened = new int[tables.deadlines.size()];
    this.late = new int[opened.length];
    count(tables.opens("open"), false);
  }

  /**
   * Counts an event that has changed the session.
   *
   * @param before the session before it, which knows the referrals
   */
  void add(Session before, Event event) {
    events++;
    stepsBack += event.at().isBefore(before.at()) ? 1 : 0;
    count(event);
    boolean finished = before.status().isFinished();
    for (Activity activity : HistoryReview.activities(before, event)) {
      effect(tables.effect(activity.kind(), activity.qualifier()), finished);
    }
    if (event.type() == ActType.CLOSE || event.type() == ActType.END) {
      count(tables.opens(event.type().commandName()), true);
    }
  }

  private void effect(Tables.@Nullable Effect effect, boolean finished) {
    if (effect != null) {
      effect.addTo(activated);
      count(effect.opens(), finished);
      if (effect.referralAct() >= 0) {
        referralActs =
            referralActs.length == 0 ? new int[tables.referralActs.size()] : referralActs;
        referralActs[effect.referralAct()]++;
      }
    }
  }

  /** Counts the reasons that an event gives. */
  private void count(Event event) {
    if (event instanceof Event.SessionEnded ended) {
      count("end:" + ended.reason().wireName());
    } else if (event instanceof Event.ReferralDeclined declined) {
      declined.reason().ifPresent(reason -> count("decline:" + reason));
    } else if (event instanceof Event.ReferralLapsed lapsed) {
      lapsed.reason().ifPresent(reason -> count("lapse:" + reason));
    }
    for (Deviation deviation : event.deviations()) {
      deviation.code().ifPresent(code -> count("override:" + code));
    }
  }

  /** What the protocol does not list may be anybody's words, which are not repeated. */
  private void count(String reason) {
    if (!tables.hasReason(reason)) {
      return;
    }
    reasons = reasons.isEmpty() ? new HashMap<>() : reasons;
    reasons.merge(reason, 1, Integer::sum);
  }

  private void count(int[] deadlines, boolean finished) {
    for (int d : deadlines) {
      opened[d] += finished && tables.isOverAtTheEnd(d) ? 0 : 1;
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

  /** How the session came out beside its rules. */
  SessionCourse course(Session now) {
    SortedMap<String, Integer> referrals = new TreeMap<>();
    for (int act = 0; act < referralActs.length; act++) {
      if (referralActs[act] > 0) {
        referrals.put(tables.referralActs.get(act), referralActs[act]);
      }
    }
    List<String> urgent = now.urgency().map(Urgency::rules).orElse(List.of());
    return new SessionCourse(now.status(), urgent, referrals, new TreeMap<>(reasons), stepsBack);
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
