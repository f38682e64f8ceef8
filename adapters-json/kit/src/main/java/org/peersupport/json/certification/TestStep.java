package org.peersupport.json.certification;

import java.util.Objects;

/**
 * One line that is sent, and what must come back. Immutable.
 *
 * @param line its line in the vectors file, from 1
 * @param send a command or a query, as JSON in one line; never null
 * @param expect the members that the answer must have, as a JSON object; what it does not name may
 *     be anything; never null
 */
public record TestStep(int line, String send, String expect) {
  /** Checks that nothing is null. */
  public TestStep {
    Objects.requireNonNull(send, "send");
    Objects.requireNonNull(expect, "expect");
  }
}
