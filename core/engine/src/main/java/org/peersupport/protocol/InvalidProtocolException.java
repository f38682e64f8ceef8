package org.peersupport.protocol;

import java.util.List;

/** A protocol was not built because of the {@link #problems()} found, all of them in one answer. */
public final class InvalidProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** So many problems stand in the message; {@link #problems()} has them all. */
  private static final int SHOWN = 100;

  @SuppressWarnings("serial") // the list and what is in it are serializable enough for a log
  private final List<Problem> problems;

  InvalidProtocolException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    StringBuilder text = new StringBuilder("the protocol has ").append(problems.size());
    text.append(problems.size() == 1 ? " problem:" : " problems:");
    for (Problem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      text.append('\n').append(problem.pointer());
      text.append(": ").append(problem.explanation());
    }
    int more = problems.size() - SHOWN;
    return text.append(more > 0 ? "\n(and " + more + " more)" : "").toString();
  }

  /** Every problem that was found, in document order; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
