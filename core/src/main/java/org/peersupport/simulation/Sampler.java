package org.peersupport.simulation;

import java.util.List;

/**
 * A chain laid out for drawing: arrays of numbers and nothing else. Immutable; safe to share
 * between threads.
 */
final class Sampler {
  /** By state: the row that is drawn from, its targets, the row after a refusal, its targets. */
  final int[] states;

  /** Where the choices of a row lead. */
  final int[] targets;

  /** By row: where its slots begin, and one less than how many it has. */
  final int[] slots;

  final int[] masks;

  /** By slot. */
  final long[] thresholds;

  final int[] aliases;

  /** By slot: the choice. */
  final int[] choices;

  /** By activity: the logarithm of the median in milliseconds, and sigma; -1 for no time. */
  final double[] medians;

  final double[] sigmas;
  final boolean hasDurations;

  Sampler(ConversationChain chain) {
    List<Row> rows = chain.rows();
    AliasTable[] tables = new AliasTable[rows.size()];
    slots = new int[rows.size()];
    masks = new int[rows.size()];
    int size = 0;
    for (int r = 0; r < tables.length; r++) {
      tables[r] = new AliasTable(rows.get(r));
      slots[r] = size;
      masks[r] = tables[r].slots() - 1;
      size += tables[r].slots();
    }
    thresholds = new long[size];
    aliases = new int[size];
    choices = new int[size];
    for (int r = 0; r < tables.length; r++) {
      for (int i = 0; i <= masks[r]; i++) {
        thresholds[slots[r] + i] = tables[r].threshold(i);
        aliases[slots[r] + i] = tables[r].alias(i);
        choices[slots[r] + i] = i < rows.get(r).size() ? rows.get(r).choices().get(i) : -1;
      }
    }
    states = new int[4 * chain.states()];
    targets = targets(chain, states);
    int activities = chain.choices().activities();
    medians = new double[activities];
    sigmas = new double[activities];
    for (int a = 0; a < activities; a++) {
      Lognormal duration = chain.behaviour().durations().get(chain.choices().text(a));
      medians[a] = duration == null ? -1 : duration.medianMillis();
      sigmas[a] = duration == null ? 0 : duration.sigma();
    }
    hasDurations = !chain.behaviour().durations().isEmpty();
  }

  private static int[] targets(ConversationChain chain, int[] states) {
    int size = 0;
    for (int s = 0; s < chain.states(); s++) {
      states[4 * s] = chain.drawn(s);
      states[4 * s + 1] = size;
      size += chain.rows().get(chain.drawn(s)).size();
      states[4 * s + 2] = chain.instead(s);
      states[4 * s + 3] = size;
      size += chain.instead(s) < 0 ? 0 : chain.rows().get(chain.instead(s)).size();
    }
    int[] targets = new int[size];
    for (int s = 0; s < chain.states(); s++) {
      for (int i = 0; i < chain.rows().get(chain.drawn(s)).size(); i++) {
        targets[states[4 * s + 1] + i] = chain.target(s, i);
      }
      for (int i = 0; chain.instead(s) >= 0 && i < chain.rows().get(chain.instead(s)).size(); i++) {
        targets[states[4 * s + 3] + i] = chain.targetInstead(s, i);
      }
    }
    return targets;
  }

  /** The place in the row that these bits draw. */
  int draw(int row, long bits) {
    int slot = (int) bits & masks[row];
    int at = slots[row] + slot;
    return bits >>> (Long.SIZE - AliasTable.BITS) < thresholds[at] ? slot : aliases[at];
  }

  /** The choice at a place of a row. */
  int choice(int row, int place) {
    return choices[slots[row] + place];
  }
}
