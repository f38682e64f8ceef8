package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;

/** Runs the examples of a protocol and reports those that come out differently. */
final class ExampleCheck {
  private ExampleCheck() {}

  static List<Problem> problems(Protocol protocol) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < protocol.examples().size(); i++) {
      Example example = protocol.examples().get(i);
      ExampleRun.Outcome outcome = new ExampleRun(protocol).play(example.trace());
      String difference = difference(example, outcome);
      if (!difference.isEmpty()) {
        problems.add(
            new Problem(
                ProblemCode.CONTRADICTED_EXAMPLE,
                "/examples/" + i,
                difference,
                outcome.rules(),
                known(example, outcome)));
      }
    }
    return problems;
  }

  /** As far as it was played; what is no activity is anybody's words, and not repeated. */
  private static List<String> known(Example example, ExampleRun.Outcome outcome) {
    int played = outcome.at() == 0 ? example.trace().size() : outcome.at();
    return example.trace().subList(0, outcome.unknown() ? played - 1 : played);
  }

  private static String difference(Example example, ExampleRun.Outcome outcome) {
    String came = came(outcome);
    if (outcome.unknown()) {
      return came;
    }
    if (example.accepted()) {
      return outcome.at() == 0
          ? ""
          : "The example expects all of its trace to be accepted, but " + came;
    }
    if (outcome.at() == example.at() && outcome.rules().equals(example.rules())) {
      return "";
    }
    return "The example expects a refusal at "
        + example.at()
        + (example.rules().isEmpty()
            ? " that names no rule"
            : " by " + String.join(", ", example.rules()))
        + ", but "
        + came;
  }

  private static String came(ExampleRun.Outcome outcome) {
    if (outcome.unknown()) {
      return "At "
          + outcome.at()
          + " the trace has what is no activity of the protocol, close or end:<reason>.";
    }
    if (outcome.at() == 0) {
      return "all of it was accepted.";
    }
    return "the refusal came at "
        + outcome.at()
        + (outcome.rules().isEmpty()
            ? " and names no rule."
            : " by " + String.join(", ", outcome.rules()) + ".");
  }
}
