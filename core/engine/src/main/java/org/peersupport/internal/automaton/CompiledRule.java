package org.peersupport.internal.automaton;

import java.util.BitSet;

/** One rule as its automaton, and the letter that each activity is to it. Immutable. */
public final class CompiledRule {
  private final Dfa dfa;
  private final int[] letter;
  private final boolean mandatory;
  private final boolean overridable;
  private final boolean always;

  /**
   * @param letter by activity number
   */
  public CompiledRule(
      Dfa dfa, int[] letter, boolean mandatory, boolean overridable, boolean always) {
    this.dfa = dfa;
    this.letter = letter.clone();
    this.mandatory = mandatory;
    this.overridable = overridable;
    this.always = always;
  }

  /** The same rule by another automaton and other letters. */
  public CompiledRule over(Dfa other, int[] letters) {
    return new CompiledRule(other, letters, mandatory, overridable, always);
  }

  public Dfa dfa() {
    return dfa;
  }

  public boolean mandatory() {
    return mandatory;
  }

  public boolean overridable() {
    return overridable;
  }

  public boolean always() {
    return always;
  }

  public int letter(int activity) {
    return letter[activity];
  }

  /** The state after an activity. */
  public int after(int state, int activity) {
    return dfa.next(state, letter[activity]);
  }

  /** Whether some sequence of these activities satisfies the rule. */
  public boolean isSatisfiableBy(BitSet activities) {
    boolean[] reached = new boolean[dfa.states()];
    reached[0] = true;
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int s = 0; s < reached.length; s++) {
        for (int a = activities.nextSetBit(0);
            reached[s] && a >= 0;
            a = activities.nextSetBit(a + 1)) {
          grown |= !reached[after(s, a)];
          reached[after(s, a)] = true;
        }
      }
    }
    for (int s = 0; s < reached.length; s++) {
      if (reached[s] && dfa.accepts(s)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the activity means nothing to this rule, whatever came before. */
  public boolean ignores(int activity) {
    return dfa.inert(letter[activity]);
  }
}
