package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.RefusalCode;

/** The decision of what happens in the conversation: elements, concerns and thanks. */
final class ConversationHandler {
  private ConversationHandler() {}

  static Decision begin(Session s, Command.Begin c) {
    CompiledProtocol protocol = s.state().protocol();
    int activity = protocol.begin(c.element());
    Answer answer = Answers.toNamed(s, activity, RefusalCode.ELEMENT_UNKNOWN, false);
    Answer passed = Guards.pass(s, c, ActType.BEGIN, answer);
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = protocol.deadlines().momentsOf(activity);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.ElementBegun(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.element(), deviations);
    String element = protocol.elementAfter(activity, s.elementOrNull());
    return Acceptance.ofBegin(s, taken, event, at, moments, element);
  }

  static Decision concern(Session s, Command.RaiseConcern c) {
    CompiledProtocol protocol = s.state().protocol();
    int activity = protocol.concern(c.level());
    Answer answer = Answers.toNamed(s, activity, RefusalCode.LEVEL_UNKNOWN, true);
    Answer passed = Guards.pass(s, c, ActType.CONCERN, answer);
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = protocol.deadlines().momentsOf(activity);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.ConcernRaised(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.level(), deviations);
    return Acceptance.of(s, taken, event, at, moments);
  }

  static Decision thank(Session s, Command.Thank c) {
    CompiledProtocol protocol = s.state().protocol();
    List<String> facets = c.appreciation().facets();
    Answer known = protocol.answerToThanks(s.state(), facets);
    Answer answer =
        known == null ? protocol.unknown(s.state(), RefusalCode.FACET_UNKNOWN, false) : known;
    Answer passed = Guards.pass(s, c, ActType.THANK, answer);
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = protocol.momentsOfThanks(facets);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.AppreciationExpressed(
            c.session(),
            s.seq() + 1,
            at,
            c.by(),
            c.terms().metadata(),
            c.appreciation(),
            deviations);
    return Acceptance.of(s, taken, event, at, moments);
  }
}
