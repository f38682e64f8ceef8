package org.peersupport.internal.automaton;

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

  int letter(int activity) {
    return letter[activity];
  }

  /** The state after an activity. */
  public int after(int state, int activity) {
    return dfa.next(state, letter[activity]);
  }

  /** Whether the activity means nothing to this rule, whatever came before. */
  public boolean ignores(int activity) {
    return dfa.inert(letter[activity]);
  }
}
