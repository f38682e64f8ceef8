package org.peersupport.simulation;

import java.util.List;

/** A behaviour cannot be used because of the {@link #problems()} found, all in one answer. */
public final class InvalidBehaviourException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** So many problems stand in the message; {@link #problems()} has them all. */
  private static final int SHOWN = 100;

  @SuppressWarnings("serial") // the list and what is in it are serializable enough for a log
  private final List<BehaviourProblem> problems;

  InvalidBehaviourException(List<BehaviourProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  static InvalidBehaviourException of(
      BehaviourProblemCode code, String pointer, String explanation, List<String> conversation) {
    return new InvalidBehaviourException(
        List.of(new BehaviourProblem(code, pointer, explanation, conversation)));
  }

  private static String message(List<BehaviourProblem> problems) {
    StringBuilder text = new StringBuilder("the behaviour has ").append(problems.size());
    text.append(problems.size() == 1 ? " problem:" : " problems:");
    for (BehaviourProblem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      text.append('\n').append(problem.pointer());
      text.append(": ").append(problem.explanation());
    }
    int more = problems.size() - SHOWN;
    return text.append(more > 0 ? "\n(and " + more + " more)" : "").toString();
  }

  /** Every problem that was found; never empty. */
  public List<BehaviourProblem> problems() {
    return problems;
  }
}
