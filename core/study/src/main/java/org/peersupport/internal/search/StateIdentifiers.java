package org.peersupport.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The input sequences that tell the states of a minimal machine apart: for each state a set that
 * tells it from every other one, kept small by taking the sequences that tell most apart first.
 */
final class StateIdentifiers {
  private final Mealy machine;
  private final int[][] partitions;
  private final BitSet[][] sameOutput;

  StateIdentifiers(Mealy machine) {
    this.machine = machine;
    this.partitions = machine.partitions();
    this.sameOutput = sameOutput(machine);
  }

  /** By state and input: the states that answer the input in the same way. */
  private static BitSet[][] sameOutput(Mealy machine) {
    BitSet[][] same = new BitSet[machine.states()][machine.inputs()];
    for (int i = 0; i < machine.inputs(); i++) {
      Map<Integer, BitSet> byOutput = new LinkedHashMap<>();
      for (int s = 0; s < machine.states(); s++) {
        same[s][i] = byOutput.computeIfAbsent(machine.output(s, i), output -> new BitSet());
        same[s][i].set(s);
      }
    }
    return same;
  }

  /** Sequences that tell the state from every other one. */
  List<int[]> of(int state) {
    BitSet left = new BitSet();
    left.set(0, machine.states());
    left.clear(state);
    List<int[]> sequences = new ArrayList<>();
    while (!left.isEmpty()) {
      int[] sequence = best(state, left);
      sequences.add(sequence);
      for (int t = left.nextSetBit(0); t >= 0; t = left.nextSetBit(t + 1)) {
        if (separates(sequence, state, t)) {
          left.clear(t);
        }
      }
    }
    return sequences;
  }

  /** The input that tells most of the states apart from this one, or a sequence if none does. */
  private int[] best(int state, BitSet left) {
    int best = -1;
    int fewest = left.cardinality();
    for (int i = 0; i < machine.inputs(); i++) {
      BitSet alike = (BitSet) left.clone();
      alike.and(sameOutput[state][i]);
      if (alike.cardinality() < fewest) {
        fewest = alike.cardinality();
        best = i;
      }
    }
    return best >= 0 ? new int[] {best} : separating(state, left.nextSetBit(0));
  }

  /** A shortest sequence that the two states answer differently. */
  int[] separating(int s, int t) {
    int level = 0;
    while (partitions[level][s] == partitions[level][t]) {
      level++;
    }
    int[] sequence = new int[level + 1];
    int a = s;
    int b = t;
    for (int at = 0; at <= level; at++) {
      int input = splitting(a, b, level - at);
      sequence[at] = input;
      a = machine.next(a, input);
      b = machine.next(b, input);
    }
    return sequence;
  }

  /** The input with which a separating sequence of length {@code level + 1} starts. */
  private int splitting(int s, int t, int level) {
    for (int i = 0; i < machine.inputs(); i++) {
      boolean splits =
          level == 0
              ? machine.output(s, i) != machine.output(t, i)
              : partitions[level - 1][machine.next(s, i)]
                  != partitions[level - 1][machine.next(t, i)];
      if (splits) {
        return i;
      }
    }
    throw new AssertionError("states that no input tells apart");
  }

  private boolean separates(int[] sequence, int s, int t) {
    int a = s;
    int b = t;
    for (int input : sequence) {
      if (machine.output(a, input) != machine.output(b, input)) {
        return true;
      }
      a = machine.next(a, input);
      b = machine.next(b, input);
    }
    return false;
  }

  /** The sequences of all states together, each once, in the order they are first met. */
  static List<int[]> union(List<List<int[]>> sets) {
    Map<List<Integer>, int[]> union = new LinkedHashMap<>();
    for (List<int[]> set : sets) {
      for (int[] sequence : set) {
        union.putIfAbsent(Arrays.stream(sequence).boxed().toList(), sequence);
      }
    }
    return new ArrayList<>(union.values());
  }
}
