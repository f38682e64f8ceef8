package org.peersupport.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.session.Event;
import org.peersupport.session.Obligation;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;

/** What the events of one session have activated and opened, counted. */
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
    if (event instanceof Event.ElementBegun e) {
      effect(tables.effect(ActivityKind.BEGIN, e.element()));
    } else if (event instanceof Event.ReferralOffered e) {
      effect(tables.effect(ActivityKind.OFFER, e.resource()));
    } else if (event instanceof Event.ConcernRaised e) {
      effect(tables.effect(ActivityKind.CONCERN, e.level()));
    } else if (event instanceof Event.AppreciationExpressed e) {
      for (String facet : e.appreciation().facets()) {
        effect(tables.effect(ActivityKind.THANK, facet));
      }
    } else if (event instanceof Event.ReferralAccepted e) {
      effect(before, ActivityKind.ACCEPT, e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      effect(before, ActivityKind.DECLINE, e.referral());
    } else if (event instanceof Event.ReferralConnected e) {
      effect(before, ActivityKind.CONNECT, e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      effect(before, ActivityKind.COMPLETE, e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      effect(before, ActivityKind.LAPSE, e.referral());
    } else if (event instanceof Event.SessionClosed) {
      count(tables.opens("close"));
    } else if (event instanceof Event.SessionEnded) {
      count(tables.opens("end"));
    }
  }

  private void effect(Session before, ActivityKind kind, String referral) {
    Optional<Referral> found = before.referral(referral);
    if (found.isPresent()) {
      effect(tables.effect(kind, found.get().resource()));
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
