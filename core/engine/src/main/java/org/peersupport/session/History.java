package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.automaton.Life;

/** The events of a conversation that stand, as the activities they are, up to its end. */
final class History {
  private final Script script;
  private final List<int[]> acts = new ArrayList<>();
  private final List<Integer> seqs = new ArrayList<>();
  private final Map<String, Integer> resources = new HashMap<>();
  private boolean over;

  private History(Script script) {
    this.script = script;
  }

  static History of(Script script, List<Event> events) {
    History history = new History(script);
    for (Event event : Standing.of(events)) {
      if (!history.over) {
        history.add(event);
      }
    }
    return history;
  }

  private void add(Event event) {
    if (event instanceof Event.SessionClosed || event instanceof Event.SessionEnded) {
      over = true;
    } else if (event instanceof Event.ElementBegun e) {
      add(e, script.begin(e.element()));
    } else if (event instanceof Event.ConcernRaised e) {
      add(e, script.concern(e.level()));
    } else if (event instanceof Event.ReferralOffered e) {
      int resource = script.resources.find(e.resource());
      if (resource >= 0) {
        resources.put(e.referral(), resource);
        add(e, script.ofReferral(Life.OFFER, resource));
      }
    } else if (event instanceof Event.ReferralAccepted e) {
      addReferral(e, Life.ACCEPT, e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      addReferral(e, Life.DECLINE, e.referral());
    } else if (event instanceof Event.ReferralConnected e) {
      addReferral(e, Life.CONNECT, e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      addReferral(e, Life.COMPLETE, e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      addReferral(e, Life.LAPSE, e.referral());
    } else if (event instanceof Event.AppreciationExpressed e) {
      int[] known = script.thanks(e.appreciation().facets());
      acts.add(known);
      seqs.add(e.seq());
    }
  }

  private void addReferral(Event event, int act, String referral) {
    Integer resource = resources.get(referral);
    if (resource != null) {
      add(event, script.ofReferral(act, resource));
    }
  }

  private void add(Event event, int activity) {
    if (activity >= 0) {
      acts.add(new int[] {activity});
      seqs.add(event.seq());
    }
  }

  int[][] acts() {
    return acts.toArray(new int[0][]);
  }

  int seq(int place) {
    return seqs.get(place);
  }
}
