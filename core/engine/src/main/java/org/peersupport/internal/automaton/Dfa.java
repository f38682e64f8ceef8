package org.peersupport.internal.automaton;

import java.util.Arrays;

/**
 * A minimal complete deterministic automaton over the letters 0 to n-1, with what every state can
 * still lead to.
 *
 * <p>Minimised by Moore's partition refinement and numbered breadth first from state 0, so two
 * automata with the same language over the same letters have the same table. Source: E. F. Moore,
 * Gedanken-experiments on sequential machines, 1956. The two booleans of a state, {@link #live} and
 * {@link #doubtful}, give the four verdicts of RV-LTL: A. Bauer, M. Leucker, C. Schallhart,
 * Comparing LTL semantics for runtime verification, J. Logic Comput. 20(3), 2010.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Dfa {
  private final int letters;
  private final int[] next;
  private final boolean[] accepting;
  private final boolean[] live;
  private final boolean[] doubtful;

  private Dfa(int letters, int[] next, boolean[] accepting) {
    this.letters = letters;
    this.next = next;
    this.accepting = accepting;
    this.live = leadingTo(true);
    this.doubtful = leadingTo(false);
  }

  /** The minimal automaton of a machine with finitely many reachable states. */
  public static Dfa of(int letters, Machine machine) {
    IntList states = new IntList();
    IntList table = new IntList();
    states.add(0);
    for (int i = 0; i < states.size(); i++) {
      for (int letter = 0; letter < letters; letter++) {
        int target = machine.step(states.get(i), letter);
        int number = states.indexOf(target);
        if (number < 0) {
          number = states.size();
          states.add(target);
        }
        table.add(number);
      }
    }
    boolean[] accepting = new boolean[states.size()];
    for (int i = 0; i < accepting.length; i++) {
      accepting[i] = machine.accepts(states.get(i));
    }
    return minimal(letters, table.toArray(), accepting);
  }

  private static Dfa minimal(int letters, int[] table, boolean[] accepting) {
    int[] block = new int[accepting.length];
    for (int s = 0; s < block.length; s++) {
      block[s] = accepting[s] ? 1 : 0;
    }
    int blocks = 0;
    int before;
    do {
      before = blocks;
      blocks = refine(letters, table, block);
    } while (blocks != before);
    return numbered(letters, table, accepting, block, blocks);
  }

  /** Splits the blocks once by where their letters lead; gives the number of blocks. */
  private static int refine(int letters, int[] table, int[] block) {
    int[] refined = new int[block.length];
    int blocks = 0;
    for (int s = 0; s < block.length; s++) {
      int twin = -1;
      for (int t = 0; t < s && twin < 0; t++) {
        if (sameRow(letters, table, block, s, t)) {
          twin = t;
        }
      }
      refined[s] = twin < 0 ? blocks++ : refined[twin];
    }
    System.arraycopy(refined, 0, block, 0, block.length);
    return blocks;
  }

  private static boolean sameRow(int letters, int[] table, int[] block, int s, int t) {
    if (block[s] != block[t]) {
      return false;
    }
    for (int letter = 0; letter < letters; letter++) {
      if (block[table[s * letters + letter]] != block[table[t * letters + letter]]) {
        return false;
      }
    }
    return true;
  }

  private static Dfa numbered(
      int letters, int[] table, boolean[] accepting, int[] block, int blocks) {
    int[] number = new int[blocks];
    Arrays.fill(number, -1);
    int[] member = new int[blocks];
    int count = 0;
    number[block[0]] = count;
    member[count++] = 0;
    int[] next = new int[blocks * letters];
    boolean[] accepts = new boolean[blocks];
    for (int i = 0; i < count; i++) {
      accepts[i] = accepting[member[i]];
      for (int letter = 0; letter < letters; letter++) {
        int target = table[member[i] * letters + letter];
        if (number[block[target]] < 0) {
          number[block[target]] = count;
          member[count++] = target;
        }
        next[i * letters + letter] = number[block[target]];
      }
    }
    return new Dfa(letters, next, accepts);
  }

  /** Which states lead to one whose acceptance is as given. */
  private boolean[] leadingTo(boolean acceptance) {
    boolean[] leads = new boolean[accepting.length];
    for (int s = 0; s < leads.length; s++) {
      leads[s] = accepting[s] == acceptance;
    }
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int s = 0; s < leads.length; s++) {
        for (int letter = 0; letter < letters && !leads[s]; letter++) {
          leads[s] = leads[next[s * letters + letter]];
          grown |= leads[s];
        }
      }
    }
    return leads;
  }

  /** The automaton that accepts what this one does not. */
  public Dfa complement() {
    boolean[] rejecting = new boolean[accepting.length];
    for (int s = 0; s < rejecting.length; s++) {
      rejecting[s] = !accepting[s];
    }
    return new Dfa(letters, next, rejecting);
  }

  /** The automaton with one more letter, the last, which changes nothing. */
  public Dfa withInertLetter() {
    int[] wider = new int[accepting.length * (letters + 1)];
    for (int s = 0; s < accepting.length; s++) {
      System.arraycopy(next, s * letters, wider, s * (letters + 1), letters);
      wider[s * (letters + 1) + letters] = s;
    }
    return new Dfa(letters + 1, wider, accepting);
  }

  public int letters() {
    return letters;
  }

  public int states() {
    return accepting.length;
  }

  /** The state after a letter; the start state is 0. */
  public int next(int state, int letter) {
    return next[state * letters + letter];
  }

  /** Whether a trace that ends here satisfies the rule. */
  public boolean accepts(int state) {
    return accepting[state];
  }

  /** Whether some continuation satisfies the rule. */
  public boolean live(int state) {
    return live[state];
  }

  /** Whether some continuation leaves the rule unsatisfied. */
  public boolean doubtful(int state) {
    return doubtful[state];
  }

  /** Whether the letter changes no state, so that it means nothing to the rule. */
  public boolean inert(int letter) {
    for (int s = 0; s < accepting.length; s++) {
      if (next[s * letters + letter] != s) {
        return false;
      }
    }
    return true;
  }

  /** Whether the other automaton is the same, letter for letter. */
  public boolean sameAs(Dfa other) {
    return letters == other.letters
        && Arrays.equals(next, other.next)
        && Arrays.equals(accepting, other.accepting);
  }
}
