package org.peersupport.internal.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers what can be drawn: the protocol's activities in their order, then {@code close}, then
 * {@code end:<reason>} for each reason. Immutable.
 */
public final class Choices {
  /** The choice to close. */
  public static final String CLOSE = "close";

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int close;

  /**
   * @param alphabet the letters of a table of the protocol
   * @param close which of them is the close; those before it are the activities
   * @param reasons for which a conversation can end early, as they are written
   */
  public Choices(List<String> alphabet, int close, List<String> reasons) {
    this.close = close;
    texts.addAll(alphabet.subList(0, close + 1));
    reasons.forEach(reason -> texts.add(end(reason)));
    for (int i = 0; i < texts.size(); i++) {
      numbers.put(texts.get(i), i);
    }
  }

  /** The choice to end early for this reason. */
  public static String end(String reason) {
    return "end:" + reason;
  }

  public int size() {
    return texts.size();
  }

  /** How many of them are activities; their numbers come first. */
  public int activities() {
    return close;
  }

  public int close() {
    return close;
  }

  public boolean isEnd(int choice) {
    return choice > close;
  }

  public String text(int choice) {
    return texts.get(choice);
  }

  public int number(String text) {
    Integer number = numbers.get(text);
    if (number == null) {
      throw new IllegalArgumentException("no choice of this protocol");
    }
    return number;
  }

  /** The letter of the transition table: all ends are one there. */
  public int letter(int choice) {
    return Math.min(choice, close + 1);
  }
}
