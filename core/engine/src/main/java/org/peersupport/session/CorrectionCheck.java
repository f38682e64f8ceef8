package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Deadline;

/**
 * The check of a correction: decides what happened once more, event by event, without the corrected
 * one.
 *
 * <p>What an event departed from is granted to it again: someone gave a reason for it, or it was a
 * fact. Beyond that each supporter's act is judged as if it were asked for now. Facts are never
 * refused by a rule, here neither, so that there is always a way left to a close: what a fact
 * breaks is departed from. Not safe to share between threads.
 */
final class CorrectionCheck {
  private final CompiledProtocol protocol;
  private final List<Deviation> unrecorded = new ArrayList<>();
  private Session session;
  private @Nullable Event inTheWay;
  private @Nullable Refusal why;

  /**
   * Decides as far as it goes.
   *
   * @param standing the opening, and what is left of the events after it
   */
  CorrectionCheck(Session now, List<Event> standing) {
    this.protocol = now.state().protocol();
    this.session = EventFold.start(protocol.protocol(), standing.get(0));
    for (int i = 1; i < standing.size() && why == null; i++) {
      decide(standing.get(i));
    }
  }

  private void decide(Event event) {
    Session granted = EventFold.departing(session, event.deviations());
    Decision decision = CommandHandler.decide(granted, CommandFactory.of(event, Terms.NONE));
    if (!(decision instanceof Decision.Accepted accepted)) {
      inTheWay = event;
      why = decision.refusal().orElseThrow();
      return;
    }
    session = accepted.session();
    for (Deviation deviation : accepted.event().deviations()) {
      if (!rules(List.of(event)).contains(deviation.rule())) {
        unrecorded.add(deviation);
      }
    }
  }

  /** The first event that could not have happened; null when all could. */
  @Nullable Event inTheWay() {
    return inTheWay;
  }

  /** Why it could not have happened; null when all could. */
  @Nullable Refusal why() {
    return why;
  }

  /**
   * What is departed from and recorded nowhere: advice, rules that a fact broke, deadlines; each in
   * expanded order. A rule that a fact broke is told by every correction, because the latest one
   * says what the session departs from; the others are told once.
   *
   * @param standing the events that were decided
   * @param corrections those before that stand
   */
  List<Deviation> unrecorded(List<Event> standing, List<Event.EventCorrected> corrections) {
    Set<String> told = rules(standing);
    told.addAll(rules(corrections));
    Set<Deviation> late = new HashSet<>();
    corrections.forEach(correction -> late.addAll(correction.deviations()));
    List<Deviation> left = new ArrayList<>();
    for (Deviation deviation : unrecorded) {
      boolean known =
          deviation.lateBy().isPresent()
              ? late.contains(deviation)
              : !protocol.isMandatory(deviation.rule()) && told.contains(deviation.rule());
      if (!known) {
        left.add(deviation);
      }
    }
    left.sort((one, other) -> Integer.compare(rank(one), rank(other)));
    return left;
  }

  private int rank(Deviation deviation) {
    int rules = protocol.protocol().expandedRules().size();
    int rule = protocol.ruleNumber(deviation.rule());
    if (rule >= 0) {
      return protocol.isMandatory(deviation.rule()) ? rules + rule : rule;
    }
    int deadline = 0;
    List<Deadline> deadlines = protocol.protocol().deadlines();
    while (deadline < deadlines.size() && !deadlines.get(deadline).id().equals(deviation.rule())) {
      deadline++;
    }
    return 2 * rules + deadline;
  }

  private static Set<String> rules(List<? extends Event> events) {
    Set<String> rules = new HashSet<>();
    for (Event event : events) {
      event.deviations().forEach(deviation -> rules.add(deviation.rule()));
    }
    return rules;
  }
}
