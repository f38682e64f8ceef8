package org.peersupport.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;

/** What a session's own events say that they depart from. Not safe to share between threads. */
final class RecordedDepartures {
  private Set<String> rules = Set.of();

  /** Takes note of the rules that an event departs from; a late one says nothing of rules. */
  void take(Event event) {
    for (Deviation deviation : event.deviations()) {
      if (deviation.lateBy().isEmpty() && !deviation.isOfClock()) {
        rules = rules.isEmpty() ? new HashSet<>() : rules;
        rules.add(deviation.rule());
      }
    }
  }

  /** Whether this event or one that was taken says that it departs from the rule. */
  boolean has(Event event, String rule) {
    return names(event, rule) || rules.contains(rule);
  }

  /** Whether the event itself says that it departs from the rule. */
  static boolean names(Event event, String rule) {
    for (Deviation deviation : event.deviations()) {
      if (deviation.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the event says that it departs from a rule of the protocol that it was found to keep.
   * Of deadlines nothing is said: where instants are coarse, what was late may seem to be in time.
   */
  static boolean areInvented(Event event, List<Deviation> found, Tables tables) {
    for (Deviation deviation : event.deviations()) {
      String rule = deviation.rule();
      if (tables.isRule(rule) && found.stream().noneMatch(each -> each.rule().equals(rule))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the event departs from something that is no rule and no deadline of the protocol, nor
   * the clock.
   */
  static boolean areUnknown(Event event, Tables tables) {
    for (Deviation deviation : event.deviations()) {
      if (!deviation.isOfClock() && !tables.isKnown(deviation.rule())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the event gives a reason for an override that is none of the protocol's. */
  static boolean haveUnknownCodes(Event event, Tables tables) {
    for (Deviation deviation : event.deviations()) {
      if (deviation.code().filter(code -> !tables.isOverrideCode(code)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
