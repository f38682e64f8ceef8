package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The activities of a protocol. */
final class Alphabet {
  private Alphabet() {}

  /** Every activity of the protocol, in code-point order of its text. */
  static List<Activity> of(Protocol protocol) {
    List<Activity> activities = new ArrayList<>();
    for (Element element : protocol.elements()) {
      activities.add(new Activity(ActivityKind.BEGIN, element.key()));
    }
    for (String level : protocol.concerns()) {
      activities.add(new Activity(ActivityKind.CONCERN, level));
    }
    for (Resource resource : protocol.resources()) {
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.isReferral()) {
          activities.add(new Activity(kind, resource.key()));
        }
      }
    }
    for (String facet : protocol.appreciation()) {
      activities.add(new Activity(ActivityKind.THANK, facet));
    }
    Collections.sort(activities);
    return List.copyOf(activities);
  }

  /**
   * The activities that a continuation may be made of, in the protocol's own order, which is the
   * order that remedies prefer: begins, then offers, accepts, declines and connects, then thanks.
   */
  static List<Activity> canonical(Protocol protocol) {
    List<Activity> canonical = new ArrayList<>();
    for (Element element : protocol.elements()) {
      canonical.add(new Activity(ActivityKind.BEGIN, element.key()));
    }
    ActivityKind[] referral = {
      ActivityKind.OFFER, ActivityKind.ACCEPT, ActivityKind.DECLINE, ActivityKind.CONNECT
    };
    for (ActivityKind kind : referral) {
      for (Resource resource : protocol.resources()) {
        canonical.add(new Activity(kind, resource.key()));
      }
    }
    for (String facet : protocol.appreciation()) {
      canonical.add(new Activity(ActivityKind.THANK, facet));
    }
    return canonical;
  }
}
