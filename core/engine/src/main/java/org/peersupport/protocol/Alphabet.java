package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The activities of a protocol. */
final class Alphabet {
  private Alphabet() {}

  /** Every activity of the protocol, in code-point order of its text. */
  static List<Activity> of(Protocol protocol) {
    List<Activity> activities = new ArrayList<>();
    for (ActivityKind kind : ActivityKind.values()) {
      activities.addAll(ofKind(protocol, kind));
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
    for (ActivityKind kind : ActivityKind.values()) {
      if (continues(kind)) {
        canonical.addAll(ofKind(protocol, kind));
      }
    }
    return canonical;
  }

  /** Whether a plan may count on it: on no concern, no withdrawal, and nothing that others do. */
  private static boolean continues(ActivityKind kind) {
    return switch (kind) {
      case BEGIN, OFFER, ACCEPT, DECLINE, CONNECT, THANK -> true;
      case CONCERN, COMPLETE, WITHDRAW, LAPSE -> false;
    };
  }

  private static List<Activity> ofKind(Protocol protocol, ActivityKind kind) {
    Stream<String> keys =
        switch (kind) {
          case BEGIN -> protocol.elements().stream().map(Element::key);
          case CONCERN -> protocol.concerns().stream();
          case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE ->
              protocol.resources().stream().map(Resource::key);
          case THANK -> protocol.appreciation().stream();
        };
    return keys.map(key -> new Activity(kind, key)).toList();
  }
}
