package org.peersupport.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;

/**
 * What is counted of what happens: each activity, in the order of the protocol, and after all of
 * them each act of a referral whatever its resource, {@code offer:*} and so on. Immutable.
 */
final class CountedActs {
  private final List<String> texts;

  /** By activity: the number of the act that it is of any resource, or -1. */
  private final int[] ofAny;

  CountedActs(Protocol protocol) {
    List<Activity> activities = protocol.activities();
    List<ActivityKind> kinds =
        protocol.resources().isEmpty()
            ? List.of()
            : Arrays.stream(ActivityKind.values()).filter(ActivityKind::isReferral).toList();
    texts =
        Stream.concat(
                activities.stream().map(Activity::text),
                kinds.stream().map(kind -> kind.wireName() + ":*"))
            .toList();
    ofAny =
        activities.stream()
            .mapToInt(
                each ->
                    each.kind().isReferral() ? activities.size() + kinds.indexOf(each.kind()) : -1)
            .toArray();
  }

  /** As they are written, by number. */
  List<String> texts() {
    return texts;
  }

  /** The number of the act that an activity is of any resource; -1 if it is none of a referral. */
  int ofAny(int activity) {
    return ofAny[activity];
  }
}
