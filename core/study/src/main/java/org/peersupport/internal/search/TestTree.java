package org.peersupport.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * A set of input sequences without those that others begin with: a tree, whose leaves are the
 * sequences. Not safe to share between threads.
 */
final class TestTree {
  private final int inputs;
  private final int limit;
  private final List<int[]> children = new ArrayList<>();
  private int leaves = 1;

  /**
   * @param limit how many sequences are too many
   */
  TestTree(int inputs, int limit) {
    this.inputs = inputs;
    this.limit = limit;
    children.add(none());
  }

  private int[] none() {
    int[] none = new int[inputs];
    Arrays.fill(none, -1);
    return none;
  }

  /**
   * Adds a sequence that is made of parts.
   *
   * @throws TooLargeException when there are too many sequences
   */
  void add(int[]... parts) {
    int node = 0;
    for (int[] part : parts) {
      for (int input : part) {
        node = child(node, input);
      }
    }
    if (leaves > limit) {
      throw new TooLargeException(limit);
    }
  }

  private int child(int node, int input) {
    int[] there = children.get(node);
    if (there[input] < 0) {
      // The first child of a leaf takes its place as a leaf.
      if (!isLeaf(there)) {
        leaves++;
      }
      there[input] = children.size();
      children.add(none());
    }
    return there[input];
  }

  private static boolean isLeaf(int[] node) {
    for (int child : node) {
      if (child >= 0) {
        return false;
      }
    }
    return true;
  }

  /** How many sequences there are. */
  int size() {
    return leaves;
  }

  /** The sequences, by their inputs. */
  List<int[]> sequences() {
    List<int[]> sequences = new ArrayList<>(leaves);
    collect(0, new int[0], sequences);
    return sequences;
  }

  private void collect(int node, int[] path, List<int[]> into) {
    int[] there = children.get(node);
    if (isLeaf(there)) {
      into.add(path);
      return;
    }
    for (int input = 0; input < inputs; input++) {
      if (there[input] >= 0) {
        int[] longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = input;
        collect(there[input], longer, into);
      }
    }
  }
}
