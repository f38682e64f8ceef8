package org.peersupport.json.deidentification;

import java.util.Objects;

/**
 * Why a session is left out, or a last line that breaks off. Repeats nothing that the log says, not
 * even the id of the session: it is safe to print and to log. Immutable.
 *
 * @param log the name of the log; never null
 * @param line the line in it, from 1
 * @param explanation a sentence for people; the words are not stable; never null
 */
public record LogProblem(String log, int line, String explanation) {
  /** Checks that nothing is null. */
  public LogProblem {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(explanation, "explanation");
  }
}
