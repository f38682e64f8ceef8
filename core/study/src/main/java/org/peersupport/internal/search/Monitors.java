package org.peersupport.internal.search;

import java.util.BitSet;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Dfa;
import org.peersupport.internal.automaton.Machine;
import org.peersupport.internal.automaton.RuleSystem;

/** Rules that state the goal of a search, as automata that run beside those of the protocol. */
public final class Monitors {
  private static final Dfa OCCURS = Dfa.of(2, machine(true, false));
  private static final Dfa AVOIDED = Dfa.of(2, machine(false, true));
  private static final Dfa ANYTHING = Dfa.of(2, machine(true, true));
  private static final Dfa NOTHING = Dfa.of(2, machine(false, false));

  /**
   * Letter 2 is the one that is to be the last, letter 1 another one of the same kind; letters 0
   * and 3 mean nothing.
   */
  private static final Dfa LAST =
      Dfa.of(
          4,
          new Machine() {
            @Override
            public int step(int state, int letter) {
              return letter == 0 || letter == 3 ? state : letter - 1;
            }

            @Override
            public boolean accepts(int state) {
              return state == 1;
            }
          });

  private Monitors() {}

  /** Accepts with or without an occurrence, as said. */
  private static Machine machine(boolean with, boolean without) {
    return new Machine() {
      @Override
      public int step(int state, int letter) {
        return state | letter;
      }

      @Override
      public boolean accepts(int state) {
        return state == 1 ? with : without;
      }
    };
  }

  /** That one of the activities comes. */
  public static CompiledRule occurs(RuleSystem rules, BitSet activities) {
    return monitor(OCCURS, letters(rules, activities));
  }

  /** That none of the activities comes. */
  public static CompiledRule avoided(RuleSystem rules, BitSet activities) {
    return monitor(AVOIDED, letters(rules, activities));
  }

  /**
   * That the last of some activities that came is one of these.
   *
   * @param marked others that mean nothing to the goal and are yet told from the rest, so that what
   *     they are about is not interchangeable with what the rest is about
   */
  public static CompiledRule last(
      RuleSystem rules, BitSet among, BitSet activities, BitSet marked) {
    int[] letter = letters(rules, among);
    for (int a = activities.nextSetBit(0); a >= 0; a = activities.nextSetBit(a + 1)) {
      letter[a] = 2;
    }
    for (int a = marked.nextSetBit(0); a >= 0; a = marked.nextSetBit(a + 1)) {
      letter[a] = 3;
    }
    return monitor(LAST, letter);
  }

  /**
   * That activities come in their order, each at most once, and others do not come at all.
   *
   * @param inOrder the activities, each later than those before it
   * @param never the others that do not come
   */
  public static CompiledRule forward(RuleSystem rules, int[] inOrder, BitSet never) {
    int lost = inOrder.length + 1;
    int[] letter = new int[rules.activities()];
    for (int place = 0; place < inOrder.length; place++) {
      letter[inOrder[place]] = place + 1;
    }
    for (int a = never.nextSetBit(0); a >= 0; a = never.nextSetBit(a + 1)) {
      letter[a] = lost;
    }
    Machine machine =
        new Machine() {
          @Override
          public int step(int state, int read) {
            return read == 0 ? state : state >= read ? lost : read;
          }

          @Override
          public boolean accepts(int state) {
            return state != lost;
          }
        };
    return monitor(Dfa.of(lost + 1, machine), letter);
  }

  /** Satisfied once a search sets its state; no activity does. */
  static CompiledRule flag(RuleSystem rules) {
    return monitor(OCCURS, new int[rules.activities()]);
  }

  /** Always satisfied, but tells the activities from the others. */
  static CompiledRule told(RuleSystem rules, BitSet activities) {
    return monitor(ANYTHING, letters(rules, activities));
  }

  /** The same for a second part that activities play, which is not to be taken for the first. */
  static CompiledRule toldApart(RuleSystem rules, BitSet activities) {
    return monitor(NOTHING, letters(rules, activities));
  }

  /** That the rule is broken. */
  public static CompiledRule broken(RuleSystem rules, CompiledRule rule) {
    int[] letter = new int[rules.activities()];
    for (int a = 0; a < letter.length; a++) {
      letter[a] = rule.letter(a);
    }
    return monitor(rule.dfa().complement(), letter);
  }

  private static int[] letters(RuleSystem rules, BitSet activities) {
    int[] letter = new int[rules.activities()];
    for (int a = activities.nextSetBit(0); a >= 0; a = activities.nextSetBit(a + 1)) {
      letter[a] = 1;
    }
    return letter;
  }

  private static CompiledRule monitor(Dfa dfa, int[] letter) {
    return new CompiledRule(dfa, letter, false, false, false);
  }
}
