package org.peersupport.simulation.programme;

import java.util.List;

/** A scenario cannot be used because of the {@link #problems()} found, all in one answer. */
public final class InvalidScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** So many problems stand in the message; {@link #problems()} has them all. */
  private static final int SHOWN = 100;

  @SuppressWarnings("serial") // the list and what is in it are serializable enough for a log
  private final List<ScenarioProblem> problems;

  InvalidScenarioException(List<ScenarioProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<ScenarioProblem> problems) {
    StringBuilder text = new StringBuilder("the scenario has ").append(problems.size());
    text.append(problems.size() == 1 ? " problem:" : " problems:");
    for (ScenarioProblem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      text.append('\n').append(problem.pointer());
      text.append(": ").append(problem.explanation());
    }
    int more = problems.size() - SHOWN;
    return text.append(more > 0 ? "\n(and " + more + " more)" : "").toString();
  }

  /** Every problem that was found, in document order; never empty. */
  public List<ScenarioProblem> problems() {
    return problems;
  }
}
