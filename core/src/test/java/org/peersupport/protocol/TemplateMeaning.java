package org.peersupport.protocol;

/**
 * What each template says of a finished trace, written down as quantifiers over positions and
 * nothing else: the yardstick for the automata. A letter says whether the activity matches a (bit
 * 0) and whether it matches b (bit 1).
 */
public final class TemplateMeaning {
  private TemplateMeaning() {}

  /** Whether a finished trace of this length obeys the template. */
  public static boolean holds(Template template, int count, int[] trace, int length) {
    return switch (template) {
      case EXISTENCE -> times(trace, length) >= count;
      case ABSENCE -> times(trace, length) < count;
      case EXACTLY -> times(trace, length) == count;
      case INIT -> length > 0 && a(trace, 0);
      case END -> length > 0 && a(trace, length - 1);
      case CHOICE -> someA(trace, 0, length) || someB(trace, 0, length);
      case EXCLUSIVE_CHOICE -> someA(trace, 0, length) != someB(trace, 0, length);
      case RESPONDED_EXISTENCE -> !someA(trace, 0, length) || someB(trace, 0, length);
      case CO_EXISTENCE -> someA(trace, 0, length) == someB(trace, 0, length);
      case NOT_CO_EXISTENCE, NOT_RESPONDED_EXISTENCE ->
          !(someA(trace, 0, length) && someB(trace, 0, length));
      case RESPONSE -> response(trace, length);
      case ALTERNATE_RESPONSE -> alternateResponse(trace, length);
      case CHAIN_RESPONSE -> chainResponse(trace, length);
      case PRECEDENCE -> precedence(trace, length);
      case ALTERNATE_PRECEDENCE -> alternatePrecedence(trace, length);
      case CHAIN_PRECEDENCE -> chainPrecedence(trace, length);
      case SUCCESSION -> response(trace, length) && precedence(trace, length);
      case ALTERNATE_SUCCESSION ->
          alternateResponse(trace, length) && alternatePrecedence(trace, length);
      case CHAIN_SUCCESSION -> chainResponse(trace, length) && chainPrecedence(trace, length);
      case NOT_SUCCESSION, NOT_RESPONSE, NOT_PRECEDENCE -> notSuccession(trace, length);
      case NOT_CHAIN_SUCCESSION, NOT_CHAIN_RESPONSE, NOT_CHAIN_PRECEDENCE ->
          notChainSuccession(trace, length);
    };
  }

  private static boolean a(int[] trace, int i) {
    return (trace[i] & 1) != 0;
  }

  private static boolean b(int[] trace, int i) {
    return (trace[i] & 2) != 0;
  }

  private static int times(int[] trace, int length) {
    int times = 0;
    for (int i = 0; i < length; i++) {
      times += a(trace, i) ? 1 : 0;
    }
    return times;
  }

  /** Some position from, included, to to, excluded, has an a. */
  private static boolean someA(int[] trace, int from, int to) {
    for (int i = from; i < to; i++) {
      if (a(trace, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean someB(int[] trace, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b(trace, i)) {
        return true;
      }
    }
    return false;
  }

  /** For each a there is a b at a later position. */
  private static boolean response(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      if (a(trace, i) && !someB(trace, i + 1, length)) {
        return false;
      }
    }
    return true;
  }

  /** For each a there is a b at a later position, and no a between the two. */
  private static boolean alternateResponse(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      boolean met = !a(trace, i);
      for (int j = i + 1; j < length && !met; j++) {
        met = b(trace, j) && !someA(trace, i + 1, j);
      }
      if (!met) {
        return false;
      }
    }
    return true;
  }

  /** For each a there is a next position, and it has a b. */
  private static boolean chainResponse(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      if (a(trace, i) && !(i + 1 < length && b(trace, i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** For each b there is an a at an earlier position. */
  private static boolean precedence(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      if (b(trace, i) && !someA(trace, 0, i)) {
        return false;
      }
    }
    return true;
  }

  /** For each b there is an a at an earlier position, and no b between the two. */
  private static boolean alternatePrecedence(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      boolean met = !b(trace, i);
      for (int j = i - 1; j >= 0 && !met; j--) {
        met = a(trace, j) && !someB(trace, j + 1, i);
      }
      if (!met) {
        return false;
      }
    }
    return true;
  }

  /** For each b there is a position before it, and it has an a. */
  private static boolean chainPrecedence(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      if (b(trace, i) && !(i > 0 && a(trace, i - 1))) {
        return false;
      }
    }
    return true;
  }

  /** For each a there is no b at a later position. */
  private static boolean notSuccession(int[] trace, int length) {
    for (int i = 0; i < length; i++) {
      if (a(trace, i) && someB(trace, i + 1, length)) {
        return false;
      }
    }
    return true;
  }

  /** For each a the next position, if there is one, has no b. */
  private static boolean notChainSuccession(int[] trace, int length) {
    for (int i = 0; i + 1 < length; i++) {
      if (a(trace, i) && b(trace, i + 1)) {
        return false;
      }
    }
    return true;
  }
}
