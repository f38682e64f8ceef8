package org.peersupport.simulation;

import java.util.BitSet;

/**
 * The steps of a chain with their probabilities: what is drawn at once, and what is drawn after a
 * refusal. Immutable.
 */
final class Steps {
  /** By state: where its steps begin; the last entry is where all end. */
  private final int[] begins;

  private final int[] targets;
  private final int[] choices;
  private final double[] probabilities;

  /** The steps that come after a refusal. */
  private final BitSet afterRefusal = new BitSet();

  /** By state and reason, in lists likewise: how probable it is that an attempt is refused so. */
  private final int[] refusalBegins;

  private final int[] refusalReasons;
  private final double[] refusalProbabilities;

  Steps(ChainStructure structure) {
    int states = structure.states();
    int steps = 0;
    int refusals = 0;
    for (int s = 0; s < states; s++) {
      Row row = structure.rows().get(structure.drawn(s));
      for (int place = 0; place < row.size(); place++) {
        if (structure.target(s, place) <= ChainStructure.REFUSED) {
          refusals++;
        } else {
          steps++;
        }
      }
      steps += structure.instead(s) < 0 ? 0 : structure.rows().get(structure.instead(s)).size();
    }
    begins = new int[states + 1];
    targets = new int[steps];
    choices = new int[steps];
    probabilities = new double[steps];
    refusalBegins = new int[states + 1];
    refusalReasons = new int[refusals];
    refusalProbabilities = new double[refusals];
    double[][] rows = structure.rows().stream().map(Steps::probabilities).toArray(double[][]::new);
    int step = 0;
    int refusal = 0;
    for (int s = 0; s < states; s++) {
      begins[s] = step;
      refusalBegins[s] = refusal;
      Row row = structure.rows().get(structure.drawn(s));
      double refused = 0;
      for (int place = 0; place < row.size(); place++) {
        double probability = rows[structure.drawn(s)][place];
        int target = structure.target(s, place);
        if (target <= ChainStructure.REFUSED) {
          refused += probability;
          refusalReasons[refusal] = ChainStructure.REFUSED - target;
          refusalProbabilities[refusal++] = probability;
        } else {
          targets[step] = target;
          choices[step] = row.choices().get(place);
          probabilities[step++] = probability;
        }
      }
      int instead = structure.instead(s);
      for (int place = 0; instead >= 0 && place < structure.rows().get(instead).size(); place++) {
        afterRefusal.set(step);
        targets[step] = structure.targetInstead(s, place);
        choices[step] = structure.rows().get(instead).choices().get(place);
        probabilities[step++] = refused * rows[instead][place];
      }
    }
    begins[states] = step;
    refusalBegins[states] = refusal;
  }

  private static double[] probabilities(Row row) {
    double[] probabilities = new double[row.size()];
    for (int place = 0; place < probabilities.length; place++) {
      probabilities[place] = row.probability(place);
    }
    return probabilities;
  }

  int states() {
    return begins.length - 1;
  }

  /** The first step of a state. */
  int begin(int state) {
    return begins[state];
  }

  /** One after the last step of a state. */
  int end(int state) {
    return begins[state + 1];
  }

  /** Where a step leads: a state, or a target that is none. */
  int target(int step) {
    return targets[step];
  }

  /** What is done in a step. */
  int choice(int step) {
    return choices[step];
  }

  double probability(int step) {
    return probabilities[step];
  }

  /** Whether it is a step that is taken when an attempt was refused. */
  boolean isAfterRefusal(int step) {
    return afterRefusal.get(step);
  }

  int refusalBegin(int state) {
    return refusalBegins[state];
  }

  int refusalEnd(int state) {
    return refusalBegins[state + 1];
  }

  int refusalReason(int refusal) {
    return refusalReasons[refusal];
  }

  double refusalProbability(int refusal) {
    return refusalProbabilities[refusal];
  }
}
