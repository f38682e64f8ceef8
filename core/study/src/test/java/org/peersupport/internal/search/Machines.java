package org.peersupport.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Machines for tests, and what a suite and a search through all inputs make of them. */
public final class Machines {
  private Machines() {}

  /** A machine from one number: every table there is, when all numbers are tried. */
  static Mealy numbered(long number, int states, int inputs, int outputs) {
    long rest = number;
    int[][] next = new int[states][inputs];
    int[][] output = new int[states][inputs];
    for (int s = 0; s < states; s++) {
      for (int i = 0; i < inputs; i++) {
        next[s][i] = (int) (rest % states);
        rest /= states;
        output[s][i] = (int) (rest % outputs);
        rest /= outputs;
      }
    }
    return new Mealy(next, output);
  }

  static Mealy random(SplittableRandom random, int states, int inputs, int outputs) {
    int[][] next = new int[states][inputs];
    int[][] output = new int[states][inputs];
    for (int s = 0; s < states; s++) {
      for (int i = 0; i < inputs; i++) {
        next[s][i] = random.nextInt(states);
        output[s][i] = random.nextInt(outputs);
      }
    }
    return new Mealy(next, output);
  }

  /** The same with one transition that leads elsewhere or answers something else. */
  public static Mealy changed(Mealy machine, int state, int input, int next, int output) {
    int[][] nexts = new int[machine.states()][machine.inputs()];
    int[][] outputs = new int[machine.states()][machine.inputs()];
    for (int s = 0; s < machine.states(); s++) {
      for (int i = 0; i < machine.inputs(); i++) {
        nexts[s][i] = machine.next(s, i);
        outputs[s][i] = machine.output(s, i);
      }
    }
    nexts[state][input] = next;
    outputs[state][input] = output;
    return new Mealy(nexts, outputs);
  }

  /** The same with one more state, at the end, that behaves as the given one. */
  public static Mealy doubled(Mealy machine, int state) {
    int states = machine.states();
    int[][] nexts = new int[states + 1][machine.inputs()];
    int[][] outputs = new int[states + 1][machine.inputs()];
    for (int s = 0; s <= states; s++) {
      for (int i = 0; i < machine.inputs(); i++) {
        nexts[s][i] = machine.next(s < states ? s : state, i);
        outputs[s][i] = machine.output(s < states ? s : state, i);
      }
    }
    return new Mealy(nexts, outputs);
  }

  /** Whether all states can be reached and none can be left out. */
  static boolean isMinimal(Mealy machine) {
    return Arrays.stream(machine.cover()).allMatch(sequence -> sequence != null)
        && machine.minimal().states() == machine.states();
  }

  /** Whether two machines answer every input sequence alike, by a search through all pairs. */
  public static boolean equivalent(Mealy one, Mealy other) {
    boolean[][] met = new boolean[one.states()][other.states()];
    List<int[]> todo = new ArrayList<>(List.of(new int[] {0, 0}));
    met[0][0] = true;
    while (!todo.isEmpty()) {
      int[] pair = todo.remove(todo.size() - 1);
      for (int i = 0; i < one.inputs(); i++) {
        if (one.output(pair[0], i) != other.output(pair[1], i)) {
          return false;
        }
        int s = one.next(pair[0], i);
        int t = other.next(pair[1], i);
        if (!met[s][t]) {
          met[s][t] = true;
          todo.add(new int[] {s, t});
        }
      }
    }
    return true;
  }

  /** Whether some sequence of the suite is answered differently. */
  public static boolean killed(Mealy machine, Mealy mutant, List<int[]> suite) {
    return suite.stream().anyMatch(sequence -> tells(machine, mutant, sequence));
  }

  public static boolean tells(Mealy one, Mealy other, int[] sequence) {
    int s = 0;
    int t = 0;
    for (int input : sequence) {
      if (one.output(s, input) != other.output(t, input)) {
        return true;
      }
      s = one.next(s, input);
      t = other.next(t, input);
    }
    return false;
  }
}
