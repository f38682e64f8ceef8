package org.peersupport.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The places of one session that were corrected: which count for nothing as things stand. A
 * correction that is corrected itself takes nothing back. Corrections may be noted in any order.
 *
 * <p>Each note follows a chain of corrections of corrections and nothing else, so that a long list
 * of them takes no longer than it is.
 */
final class EffectivePlaces {
  /** Nothing was corrected; not to be changed. */
  static final EffectivePlaces NONE = new EffectivePlaces();

  /** By the place of a correction: the place that it corrects. */
  private final SortedMap<Integer, Integer> corrects = new TreeMap<>();

  /** By place: how many corrections that stand correct it; more than none. */
  private final Map<Integer, Integer> takenBackBy = new HashMap<>();

  private final Set<Integer> targets = new TreeSet<>();
  private final Set<Integer> voids = new TreeSet<>();

  /** Notes a correction of an earlier place. */
  void correct(int seq, int target) {
    if (corrects.putIfAbsent(seq, target) != null) {
      return;
    }
    targets.add(target);
    if (!isTakenBack(seq)) {
      turn(target, 1);
    }
  }

  /** One standing correction more or less of a place, and what follows of it. */
  private void turn(int place, int by) {
    int target = place;
    int change = by;
    while (true) {
      boolean before = isTakenBack(target);
      takenBackBy.merge(target, change, (one, other) -> one + other == 0 ? null : one + other);
      Integer further = corrects.get(target);
      if (further == null || before == isTakenBack(target)) {
        return;
      }
      target = further;
      change = -change;
    }
  }

  /** Notes that the whole was entered in error. */
  void voided(int seq) {
    voids.add(seq);
  }

  void addAll(EffectivePlaces others) {
    for (Entry<Integer, Integer> each : others.corrects.entrySet()) {
      correct(each.getKey(), each.getValue());
    }
    voids.addAll(others.voids);
  }

  boolean isEmpty() {
    return corrects.isEmpty();
  }

  /** Whether the event at the place counts for nothing. */
  boolean isTakenBack(int seq) {
    return takenBackBy.containsKey(seq);
  }

  /** Whether some correction is of this place, whether it stands or not. */
  boolean isTarget(int seq) {
    return targets.contains(seq);
  }

  boolean isVoided() {
    for (int seq : voids) {
      if (!isTakenBack(seq)) {
        return true;
      }
    }
    return false;
  }

  /** Each place that counts for nothing with the first correction of it that stands, in order. */
  List<CorrectedEvent> standing() {
    List<CorrectedEvent> standing = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (Entry<Integer, Integer> each : corrects.entrySet()) {
      if (!isTakenBack(each.getKey()) && told.add(each.getValue())) {
        standing.add(new CorrectedEvent(each.getKey(), each.getValue()));
      }
    }
    return standing;
  }
}
