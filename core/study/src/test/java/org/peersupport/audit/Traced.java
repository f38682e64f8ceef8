package org.peersupport.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.session.Event;

/**
 * The trace of a history up to its close, put together without the session engine: only what counts
 * as happened where a referral cannot take the step.
 */
record Traced(List<Activity> trace, boolean isClosed) {
  static Traced of(List<Event> history) {
    List<Activity> trace = new ArrayList<>();
    Map<String, String> resources = new HashMap<>();
    Map<String, String> states = new HashMap<>();
    for (Event event : history) {
      if (event instanceof Event.SessionClosed) {
        return new Traced(trace, true);
      } else if (event instanceof Event.SessionEnded) {
        return new Traced(trace, false);
      } else if (event instanceof Event.ElementBegun e) {
        trace.add(new Activity(ActivityKind.BEGIN, e.element()));
      } else if (event instanceof Event.ConcernRaised e) {
        trace.add(new Activity(ActivityKind.CONCERN, e.level()));
      } else if (event instanceof Event.AppreciationExpressed e) {
        e.appreciation().facets().forEach(f -> trace.add(new Activity(ActivityKind.THANK, f)));
      } else if (event instanceof Event.ReferralOffered e) {
        if (!resources.containsKey(e.referral()) && !isPending(e.resource(), resources, states)) {
          resources.put(e.referral(), e.resource());
          states.put(e.referral(), "offered");
          trace.add(new Activity(ActivityKind.OFFER, e.resource()));
        }
      } else {
        Words.referral(event).ifPresent(id -> step(event, id, resources, states, trace));
      }
    }
    return new Traced(trace, false);
  }

  private static boolean isPending(
      String resource, Map<String, String> resources, Map<String, String> states) {
    return resources.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().equals(resource)
                    && List.of("offered", "accepted").contains(states.get(each.getKey())));
  }

  private static void step(
      Event event,
      String id,
      Map<String, String> resources,
      Map<String, String> states,
      List<Activity> trace) {
    String word = event.type().eventName().substring("referral-".length());
    String state = states.getOrDefault(id, "");
    boolean fits =
        switch (word) {
          case "accepted", "declined" -> state.equals("offered");
          // Without consent it has happened all the same.
          case "connected" -> state.equals("accepted") || state.equals("offered");
          case "completed", "withdrawn" -> state.equals("accepted") || state.equals("connected");
          default -> List.of("offered", "accepted", "connected").contains(state);
        };
    if (fits) {
      states.put(id, word);
      ActivityKind kind =
          switch (word) {
            case "accepted" -> ActivityKind.ACCEPT;
            case "declined" -> ActivityKind.DECLINE;
            case "connected" -> ActivityKind.CONNECT;
            case "completed" -> ActivityKind.COMPLETE;
            case "withdrawn" -> ActivityKind.WITHDRAW;
            default -> ActivityKind.LAPSE;
          };
      trace.add(new Activity(kind, Objects.requireNonNull(resources.get(id))));
    }
  }

  /** For each activity whether it matches the first side (1) and the second (2). */
  int[] letters(ExpandedRule rule) {
    int[] letters = new int[trace.size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] =
          (trace.get(i).matchesAny(rule.a()) ? 1 : 0) + (trace.get(i).matchesAny(rule.b()) ? 2 : 0);
    }
    return letters;
  }
}
