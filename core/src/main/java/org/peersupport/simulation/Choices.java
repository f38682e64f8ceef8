package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.TransitionTable;

/**
 * Numbers what can be drawn: the protocol's activities in their order, then {@code close}, then
 * {@code end:<reason>} for each reason. Immutable.
 */
final class Choices {
  static final String CLOSE = "close";

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int close;

  Choices(TransitionTable table) {
    this.close = table.close();
    texts.addAll(table.alphabet().subList(0, close + 1));
    for (EndReason reason : EndReason.values()) {
      texts.add(end(reason));
    }
    for (int i = 0; i < texts.size(); i++) {
      numbers.put(texts.get(i), i);
    }
  }

  static String end(EndReason reason) {
    return "end:" + reason.wire();
  }

  int size() {
    return texts.size();
  }

  /** How many of them are activities; their numbers come first. */
  int activities() {
    return close;
  }

  int close() {
    return close;
  }

  boolean isEnd(int choice) {
    return choice > close;
  }

  String text(int choice) {
    return texts.get(choice);
  }

  int number(String text) {
    Integer number = numbers.get(text);
    if (number == null) {
      throw new IllegalArgumentException("no choice of this protocol");
    }
    return number;
  }

  /** The letter of the transition table: all ends are one there. */
  int letter(int choice) {
    return Math.min(choice, close + 1);
  }
}
