package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.ActType;

/** The activities of the effective events of a conversation, by number, up to its end. */
final class ActivityHistory {
  private final CompiledProtocol protocol;
  private final List<int[]> activities = new ArrayList<>();
  private final List<Integer> seqs = new ArrayList<>();
  private final Map<String, String> resources = new HashMap<>();

  private ActivityHistory(CompiledProtocol protocol) {
    this.protocol = protocol;
  }

  static ActivityHistory of(CompiledProtocol protocol, List<Event> events) {
    ActivityHistory history = new ActivityHistory(protocol);
    for (Event event : EffectiveHistory.of(events)) {
      if (event.type() == ActType.CLOSE || event.type() == ActType.END) {
        return history;
      }
      history.add(event);
    }
    return history;
  }

  private void add(Event event) {
    if (event instanceof Event.ReferralOffered offered) {
      resources.put(offered.referral(), offered.resource());
    }
    int[] known =
        EventActivities.of(event, id -> Optional.ofNullable(resources.get(id))).stream()
            .mapToInt(protocol::number)
            .filter(number -> number >= 0)
            .toArray();
    if (known.length > 0) {
      activities.add(known);
      seqs.add(event.seq());
    }
  }

  int[][] activities() {
    return activities.toArray(new int[0][]);
  }

  int seq(int place) {
    return seqs.get(place);
  }
}
