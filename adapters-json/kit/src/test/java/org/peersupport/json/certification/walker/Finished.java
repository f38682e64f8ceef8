package org.peersupport.json.certification.walker;

import java.util.List;

/**
 * What each DECLARE template says of a finished conversation, word for word. A letter tells whether
 * an activity matches side a (1), side b (2), both (3) or neither (0).
 */
final class Finished {
  private final List<Integer> trace;

  Finished(List<Integer> trace) {
    this.trace = trace;
  }

  private boolean a(int i) {
    return (trace.get(i) & 1) != 0;
  }

  private boolean b(int i) {
    return (trace.get(i) & 2) != 0;
  }

  private interface At {
    boolean test(int i);
  }

  private static boolean some(int from, int to, At at) {
    for (int i = from; i < to; i++) {
      if (at.test(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean all(At at) {
    return !some(0, trace.size(), i -> !at.test(i));
  }

  private long countOfA() {
    return trace.stream().filter(letter -> (letter & 1) != 0).count();
  }

  private boolean someA() {
    return some(0, trace.size(), this::a);
  }

  private boolean someB() {
    return some(0, trace.size(), this::b);
  }

  boolean obeys(String template, int count) {
    int n = trace.size();
    return switch (template) {
      case "existence" -> countOfA() >= count;
      case "absence" -> countOfA() < count;
      case "exactly" -> countOfA() == count;
      case "init" -> n > 0 && a(0);
      case "end" -> n > 0 && a(n - 1);
      case "choice" -> someA() || someB();
      case "exclusive-choice" -> someA() != someB();
      case "responded-existence" -> !someA() || someB();
      case "co-existence" -> someA() == someB();
      case "not-co-existence", "not-responded-existence" -> !(someA() && someB());
      case "response" -> all(i -> !a(i) || some(i + 1, n, this::b));
      case "precedence" -> all(i -> !b(i) || some(0, i, this::a));
      case "succession" -> obeys("response", count) && obeys("precedence", count);
      case "alternate-response" ->
          all(i -> !a(i) || some(i + 1, n, j -> b(j) && !some(i + 1, j, this::a)));
      case "alternate-precedence" ->
          all(i -> !b(i) || some(0, i, j -> a(j) && !some(j + 1, i, this::b)));
      case "alternate-succession" ->
          obeys("alternate-response", count) && obeys("alternate-precedence", count);
      case "chain-response" -> all(i -> !a(i) || (i + 1 < n && b(i + 1)));
      case "chain-precedence" -> all(i -> !b(i) || (i > 0 && a(i - 1)));
      case "chain-succession" -> obeys("chain-response", count) && obeys("chain-precedence", count);
      case "not-succession", "not-response" -> all(i -> !a(i) || !some(i + 1, n, this::b));
      case "not-precedence" -> all(i -> !b(i) || !some(0, i, this::a));
      case "not-chain-succession", "not-chain-response" ->
          all(i -> !a(i) || i + 1 >= n || !b(i + 1));
      case "not-chain-precedence" -> all(i -> !b(i) || i == 0 || !a(i - 1));
      default -> throw new IllegalArgumentException(template);
    };
  }
}
