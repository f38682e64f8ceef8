package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds every problem of a protocol: of its writing first, and of its meaning if it can be read.
 */
final class ProtocolCheck {
  private ProtocolCheck() {}

  static List<Problem> problems(Protocol protocol) {
    List<Problem> problems = new ArrayList<>(WritingCheck.problems(protocol));
    if (problems.isEmpty()) {
      problems.addAll(MeaningCheck.problems(protocol));
    }
    if (problems.isEmpty()) {
      problems.addAll(ExampleCheck.problems(protocol));
    }
    return problems;
  }
}
