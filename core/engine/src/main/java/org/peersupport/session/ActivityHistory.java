package org.peersupport.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;

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
    List<Activity> said = EventActivities.of(event, this::resource);
    int[] known = new int[said.size()];
    int count = 0;
    for (Activity activity : said) {
      int number = protocol.number(activity);
      if (number >= 0) {
        known[count++] = number;
      }
    }
    if (count > 0) {
      activities.add(count == known.length ? known : Arrays.copyOf(known, count));
      seqs.add(event.seq());
    }
  }

  private Optional<String> resource(String referral) {
    return Optional.ofNullable(resources.get(referral));
  }

  int[][] activities() {
    return activities.toArray(new int[0][]);
  }

  int seq(int place) {
    return seqs.get(place);
  }
}
