package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The patterns of a side of a rule or a deadline: {@code kind:qualifier}, {@code kind:*}, a word
 * such as {@code close} where words are known, and any of these after an exclamation mark, which
 * takes away again what it matches, wherever it stands.
 */
final class Patterns {
  private static final char NOT = '!';

  private Patterns() {}

  /** Whether the pattern takes something away. */
  static boolean isNegated(String pattern) {
    return !pattern.isEmpty() && pattern.charAt(0) == NOT;
  }

  /** The pattern without the mark that takes away. */
  static String plain(String pattern) {
    return isNegated(pattern) ? pattern.substring(1) : pattern;
  }

  /**
   * The same side without anything to take away: itself where nothing is taken away, and otherwise
   * the words and the activities that are left, the words first.
   *
   * @param activities those of the protocol, in the order in which they are listed
   */
  static List<String> resolved(List<String> side, List<Activity> activities) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (String pattern : side) {
      (isNegated(pattern) ? unwanted : wanted).add(plain(pattern));
    }
    if (unwanted.isEmpty()) {
      return side;
    }
    List<String> left = new ArrayList<>();
    for (String pattern : wanted) {
      if (pattern.indexOf(':') < 0 && !unwanted.contains(pattern)) {
        left.add(pattern);
      }
    }
    for (Activity activity : activities) {
      if (activity.matchesAny(wanted) && !activity.matchesAny(unwanted)) {
        left.add(activity.text());
      }
    }
    return List.copyOf(left);
  }
}
