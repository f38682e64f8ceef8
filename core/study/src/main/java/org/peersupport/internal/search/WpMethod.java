package org.peersupport.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The partial W-method: input sequences that every machine with up to {@code extra} more states
 * answers as the minimal machine does only if it answers every sequence so.
 *
 * <p>With a state cover <i>P</i>, the inputs <i>I</i>, the identification <i>W<sub>s</sub></i> of
 * each state and <i>W</i> all of them together, the sequences are <i>P · I<sup>≤ extra</sup> ·
 * W</i>, and <i>P · I<sup>extra + 1</sup></i>, each followed by the <i>W<sub>s</sub></i> of the
 * state that it leads to. The first show that the machine under test has a state for each of the
 * minimal one's, and that nothing else can be reached with up to {@code extra} inputs more; the
 * others that each of its transitions leads where it must. Sources: T. S. Chow, Testing software
 * design modeled by finite-state machines, IEEE TSE SE-4(3), 1978, 178–187; S. Fujiwara, G. von
 * Bochmann, F. Khendek, M. Amalou, A. Ghedamsi, Test selection based on finite state models, IEEE
 * TSE 17(6), 1991, 591–603.
 */
public final class WpMethod {
  private final Mealy machine;
  private final int extra;
  private final TestTree tree;

  private WpMethod(Mealy machine, int extra, int limit) {
    this.machine = machine;
    this.extra = extra;
    this.tree = new TestTree(machine.inputs(), limit);
  }

  /**
   * The sequences, by their inputs, without those that others begin with.
   *
   * @param machine minimal
   * @param extra how many states more a machine under test may have
   * @param limit how many sequences are too many
   * @throws TooLargeException when there are more
   */
  public static List<int[]> sequences(Mealy machine, int extra, int limit) {
    WpMethod method = new WpMethod(machine, extra, limit);
    method.add();
    return method.tree.sequences();
  }

  private void add() {
    StateIdentifiers identification = new StateIdentifiers(machine);
    List<List<int[]>> each = new ArrayList<>();
    for (int s = 0; s < machine.states(); s++) {
      each.add(identification.of(s));
    }
    List<int[]> all = StateIdentifiers.union(each);
    int[][] cover = machine.cover();
    for (int s = 0; s < cover.length; s++) {
      add(cover[s], s, new int[0], each, all);
    }
  }

  /** Adds what is to follow a sequence of the cover and further inputs, which lead to the state. */
  private void add(int[] first, int state, int[] further, List<List<int[]>> each, List<int[]> all) {
    boolean isLast = further.length > extra;
    tree.add(first, further);
    for (int[] sequence : isLast ? each.get(state) : all) {
      tree.add(first, further, sequence);
    }
    if (isLast) {
      return;
    }
    for (int i = 0; i < machine.inputs(); i++) {
      int[] longer = Arrays.copyOf(further, further.length + 1);
      longer[further.length] = i;
      add(first, machine.next(state, i), longer, each, all);
    }
  }
}
