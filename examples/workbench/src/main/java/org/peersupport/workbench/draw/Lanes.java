package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives the ways back their lanes beside the column of stages: one for each stage that ways lead
 * back to, from the lowest stage that they come from. Lanes are shared where the ways do not meet,
 * and a way enters its stage without crossing a lane, because the lanes further in belong to later
 * stages.
 */
final class Lanes {
  private final Map<Integer, Integer> lanes = new TreeMap<>();
  private final Map<Integer, Integer> lowest = new TreeMap<>();
  private final int count;

  private Lanes(List<Stage> stages) {
    List<Integer> tops = new ArrayList<>(); // of each lane, the first stage that it reaches so far
    for (int to = stages.size(); to >= 1; to--) {
      int from = lowest(stages, to);
      if (from == 0) {
        continue;
      }
      lowest.put(to, from);
      int lane = 0;
      while (lane < tops.size() && tops.get(lane) <= from) {
        lane++;
      }
      if (lane == tops.size()) {
        tops.add(to);
      }
      tops.set(lane, to);
      lanes.put(to, lane);
    }
    count = tops.size();
  }

  static Lanes of(List<Stage> stages) {
    return new Lanes(stages);
  }

  private static int lowest(List<Stage> stages, int to) {
    int lowest = 0;
    for (Stage stage : stages) {
      lowest = stage.returns().contains(to) ? stage.place() : lowest;
    }
    return lowest;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Whether ways lead back to a stage. */
  boolean isUsed(int to) {
    return lanes.containsKey(to);
  }

  /** The last of the stages from which ways lead back to a stage. */
  int lowest(int to) {
    return lowest.get(to);
  }

  /** The lane of the ways back to a stage, counted from 0, the innermost. */
  int of(int to) {
    return lanes.get(to);
  }
}
