package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.peersupport.analysis.ConformanceStep;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The conversations of the enforced machine as vectors. Those that begin alike stand together, so
 * the first to take a step expects all of its output, and for the later ones it is enough that the
 * step is accepted or refused.
 */
final class MachineVectors {
  private static final String ACCEPTED = "{\"outcome\":\"accepted\"}";
  private static final String REFUSED = "{\"outcome\":\"refused\"}";

  private final ConformanceSuite suite;
  private int number;
  private List<String> before = List.of();

  MachineVectors(ConformanceSuite suite) {
    this.suite = suite;
  }

  /** Passes on one vector after the other. */
  void each(Consumer<Vector> into) {
    for (List<String> conversation : suite.conversations()) {
      number++;
      into.accept(vector(conversation));
      before = conversation;
    }
  }

  private Vector vector(List<String> conversation) {
    Set<String> rules = new TreeSet<>();
    Set<String> clauses = new TreeSet<>();
    CoveredClauses covered = new CoveredClauses(suite.protocol(), rules, clauses);
    List<Vector.VectorStep> steps = new ArrayList<>();
    Event.SessionOpened opened = suite.open("m" + number);
    Session session = Sessions.start(suite.protocol(), opened);
    steps.add(new Vector.VectorStep(opening(opened), ACCEPTED));
    int known = number == 1 ? 0 : shared(conversation, before);
    for (int at = 0; at < conversation.size(); at++) {
      for (ConformanceStep step : suite.act(session, conversation.get(at))) {
        steps.add(at < known ? leading(step) : tested(step, covered));
        session = step.after();
      }
    }
    String name = String.format(Locale.ROOT, "machine/%05d", number);
    return new Vector(name, List.copyOf(rules), List.copyOf(clauses), List.of(), steps);
  }

  private static int shared(List<String> one, List<String> other) {
    int shared = 0;
    while (shared < Math.min(one.size(), other.size())
        && one.get(shared).equals(other.get(shared))) {
      shared++;
    }
    return shared;
  }

  /** The command that the opening came of. */
  private String opening(Event.SessionOpened opened) {
    return PeerSupportJson.writeCommand(suite.opening(opened.session()));
  }

  private static Vector.VectorStep leading(ConformanceStep step) {
    String send = PeerSupportJson.writeCommand(step.command());
    return new Vector.VectorStep(send, step.decision().isAccepted() ? ACCEPTED : REFUSED);
  }

  private static Vector.VectorStep tested(ConformanceStep step, CoveredClauses covered) {
    ObjectNode answer = ReferenceSubject.parse(answer(step));
    covered.of(answer);
    String send = PeerSupportJson.writeCommand(step.command());
    return new Vector.VectorStep(send, Expectation.MACHINE.of(answer).toString());
  }

  private static String answer(ConformanceStep step) {
    return step.decision() instanceof Refusal refusal
        ? PeerSupportJson.writeRefused(step.before(), refusal, List.of())
        : PeerSupportJson.writeAccepted(step.decision(), Reasons.LEFT_OUT);
  }
}
