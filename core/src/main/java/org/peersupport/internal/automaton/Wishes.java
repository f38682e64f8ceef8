package org.peersupport.internal.automaton;

/** Rules that say what is looked for in a conversation. */
public final class Wishes {
  private static final Dfa OCCURS = Dfa.of(2, machine(true));
  private static final Dfa AVOIDED = Dfa.of(2, machine(false));

  private Wishes() {}

  private static Machine machine(boolean occurs) {
    return new Machine() {
      @Override
      public int step(int state, int letter) {
        return state | letter;
      }

      @Override
      public boolean accepts(int state) {
        return (state == 1) == occurs;
      }
    };
  }

  /** That the activity comes. */
  public static CompiledRule occurs(RuleSystem rules, int activity) {
    return wish(OCCURS, only(rules, activity));
  }

  /** That the activity does not come. */
  public static CompiledRule avoided(RuleSystem rules, int activity) {
    return wish(AVOIDED, only(rules, activity));
  }

  /** That the rule is broken. */
  public static CompiledRule broken(RuleSystem rules, CompiledRule rule) {
    int[] letter = new int[rules.activities()];
    for (int a = 0; a < letter.length; a++) {
      letter[a] = rule.letter(a);
    }
    return wish(rule.dfa().complement(), letter);
  }

  private static int[] only(RuleSystem rules, int activity) {
    int[] letter = new int[rules.activities()];
    letter[activity] = 1;
    return letter;
  }

  private static CompiledRule wish(Dfa dfa, int[] letter) {
    return new CompiledRule(dfa, letter, false, false, false);
  }
}
