package org.peersupport.internal.search;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A complete, deterministic Mealy machine: in every state every input has one output and one next
 * state. States, inputs and outputs are numbers; state 0 is the initial one, and all are reachable.
 * Immutable and safe to share between threads.
 */
public final class Mealy {
  private final int[][] next;
  private final int[][] output;

  /**
   * @param next by state and input; not to be written to any more
   * @param output by state and input; not to be written to any more
   */
  public Mealy(int[][] next, int[][] output) {
    this.next = next;
    this.output = output;
  }

  public int states() {
    return next.length;
  }

  public int inputs() {
    return next.length == 0 ? 0 : next[0].length;
  }

  public int next(int state, int input) {
    return next[state][input];
  }

  public int output(int state, int input) {
    return output[state][input];
  }

  /**
   * For each length of input sequences, from 1, which states no sequence of that length tells
   * apart: two states are in the same class then. The last partition is that of states that no
   * sequence tells apart. Source: E. F. Moore, Gedanken-experiments on sequential machines, 1956.
   */
  int[][] partitions() {
    List<int[]> partitions = new ArrayList<>();
    int[] classes = classes(output);
    int before = 0;
    while (count(classes) > before) {
      partitions.add(classes);
      before = count(classes);
      classes = refined(classes);
    }
    return partitions.toArray(new int[0][]);
  }

  private int[] refined(int[] classes) {
    int[][] rows = new int[states()][];
    for (int s = 0; s < rows.length; s++) {
      rows[s] = Arrays.copyOf(output[s], 2 * inputs());
      for (int i = 0; i < inputs(); i++) {
        rows[s][inputs() + i] = classes[next[s][i]];
      }
    }
    return classes(rows);
  }

  /** Rows that are equal get the same number; numbers come in the order of the rows. */
  private static int[] classes(int[][] rows) {
    Map<IntBuffer, Integer> known = new HashMap<>();
    int[] classes = new int[rows.length];
    for (int s = 0; s < rows.length; s++) {
      Integer before = known.putIfAbsent(IntBuffer.wrap(rows[s]), known.size());
      classes[s] = before == null ? known.size() - 1 : before;
    }
    return classes;
  }

  private static int count(int[] classes) {
    return Arrays.stream(classes).max().orElse(-1) + 1;
  }

  /** The machine with the fewest states that answers every input sequence as this one does. */
  public Mealy minimal() {
    int[][] partitions = partitions();
    int[] classes = partitions[partitions.length - 1];
    int[][] nexts = new int[count(classes)][];
    int[][] outputs = new int[nexts.length][];
    for (int s = states() - 1; s >= 0; s--) {
      int[] row = new int[inputs()];
      for (int i = 0; i < row.length; i++) {
        row[i] = classes[next[s][i]];
      }
      nexts[classes[s]] = row;
      outputs[classes[s]] = output[s];
    }
    return new Mealy(nexts, outputs);
  }

  /**
   * A state cover: for each state a shortest input sequence that leads to it. The sequences are
   * closed under prefixes.
   */
  public int[][] cover() {
    int[][] cover = new int[states()][];
    cover[0] = new int[0];
    int[] queue = new int[states()];
    int met = 1;
    for (int done = 0; done < met; done++) {
      int s = queue[done];
      for (int i = 0; i < inputs(); i++) {
        int t = next[s][i];
        if (cover[t] == null) {
          cover[t] = Arrays.copyOf(cover[s], cover[s].length + 1);
          cover[t][cover[s].length] = i;
          queue[met++] = t;
        }
      }
    }
    return cover;
  }
}
