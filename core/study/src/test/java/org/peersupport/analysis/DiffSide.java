package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Party;
import org.peersupport.protocol.Protocol;

/**
 * One of two protocols over the words of both. A position is a string of small numbers: the states
 * of the rules that bind, then by resource what is pending (0 nothing, 1 offered, 2 accepted).
 */
final class DiffSide {
  final Protocol protocol;
  final List<DiffLaw> laws = new ArrayList<>();
  private final List<Optional<Activity>> words;
  private final int[] resourceOf;
  private final Map<String, Boolean> closable = new HashMap<>();

  /**
   * @param departed ids of mandatory rules that do not bind
   */
  DiffSide(
      Protocol protocol, List<Optional<Activity>> words, int[] resourceOf, Set<String> departed) {
    this.protocol = protocol;
    this.words = words;
    this.resourceOf = resourceOf;
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (rule.isMandatory() && !departed.contains(rule.id())) {
        laws.add(DiffLaw.of(protocol, rule, words));
      }
    }
  }

  private DiffSide(DiffSide whole, List<DiffLaw> some) {
    this.protocol = whole.protocol;
    this.words = whole.words;
    this.resourceOf = whole.resourceOf;
    laws.addAll(some);
  }

  /** The same with some of its rules. */
  DiffSide only(List<DiffLaw> some) {
    return new DiffSide(this, some);
  }

  boolean knows(int word) {
    return words.get(word).isPresent();
  }

  ActivityKind kind(int word) {
    return words.get(word).orElseThrow().kind();
  }

  private static boolean isMove(ActivityKind kind) {
    return kind.party() == Party.SUPPORTER
        || kind == ActivityKind.ACCEPT
        || kind == ActivityKind.DECLINE;
  }

  /** Whether a hand-off waits for a yes. */
  boolean asks(int word) {
    return protocol.resource(words.get(word).orElseThrow().qualifier()).orElseThrow().consent()
        == Consent.REQUIRED;
  }

  /** What is pending after the act; -1 when the pending referral does not allow it. */
  int pendingAfter(int word, int pending) {
    return switch (words.get(word).orElseThrow().kind()) {
      case OFFER -> pending == 0 ? 1 : -1;
      case ACCEPT -> pending == 1 ? 2 : -1;
      case DECLINE -> pending == 1 ? 0 : -1;
      case CONNECT -> pending == 2 || (pending == 1 && !asks(word)) ? 0 : -1;
      case COMPLETE, WITHDRAW -> pending == 2 ? 0 : -1;
      case LAPSE -> pending > 0 ? 0 : -1;
      default -> -1;
    };
  }

  boolean accepts(String position) {
    for (int l = 0; l < laws.size(); l++) {
      if (!laws.get(l).accepts(position.charAt(l))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the supporter's acts and the peer's answers can satisfy all rules together. */
  boolean isClosable(String position) {
    if (!closable.containsKey(position)) {
      explore(position);
    }
    return closable.getOrDefault(position, false);
  }

  private void explore(String from) {
    List<String> met = new ArrayList<>(List.of(from));
    Map<String, Integer> numbers = new HashMap<>(Map.of(from, 0));
    List<List<Integer>> before = new ArrayList<>(List.of(new ArrayList<>()));
    List<Integer> good = new ArrayList<>();
    for (int n = 0; n < met.size(); n++) {
      boolean closes = accepts(met.get(n));
      for (int word = 0; word < words.size(); word++) {
        String there = knows(word) ? moved(met.get(n), word) : null;
        if (there == null) {
          continue;
        }
        if (closable.containsKey(there)) {
          closes |= closable.get(there);
          continue;
        }
        Integer number = numbers.putIfAbsent(there, met.size());
        if (number == null) {
          number = met.size();
          met.add(there);
          before.add(new ArrayList<>());
        }
        before.get(number).add(n);
      }
      if (closes) {
        good.add(n);
      }
    }
    met.forEach(position -> closable.put(position, false));
    good.forEach(n -> closable.put(met.get(n), true));
    for (int g = 0; g < good.size(); g++) {
      for (int n : before.get(good.get(g))) {
        if (!closable.put(met.get(n), true)) {
          good.add(n);
        }
      }
    }
  }

  /** Where a move of a continuation leads; null where it is not possible or loses a rule. */
  private @Nullable String moved(String position, int word) {
    if (!isMove(words.get(word).orElseThrow().kind())) {
      return null;
    }
    char[] moved = position.toCharArray();
    int x = resourceOf[word];
    if (x >= 0) {
      int pending = pendingAfter(word, moved[laws.size() + x]);
      if (pending < 0) {
        return null;
      }
      moved[laws.size() + x] = (char) pending;
    }
    for (int l = 0; l < laws.size(); l++) {
      moved[l] = (char) laws.get(l).after(moved[l], word);
      if (!laws.get(l).live(moved[l])) {
        return null;
      }
    }
    return new String(moved);
  }
}
