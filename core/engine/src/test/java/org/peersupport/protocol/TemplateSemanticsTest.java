package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.internal.automaton.Dfa;

/**
 * The automaton of each template against its definition, on every trace up to {@value #TRACE}
 * activities, and its running verdict against trying every continuation.
 *
 * <p>Continuations of up to {@value #CONTINUATION} activities are enough. An automaton of five
 * states, and none here has more, gets from any state to any other that it can reach in four steps
 * or not at all; and the automaton is checked against the definition on every trace up to {@value
 * #ALL} activities, so trace and continuation together are covered.
 */
class TemplateSemanticsTest {
  private static final int TRACE = 7;
  private static final int CONTINUATION = 4;
  private static final int ALL = TRACE + CONTINUATION;
  private static final int LETTERS = 4;

  /** What was asked of the definition, which both comparisons look at. */
  private static final Map<Subject, BitSet[]> DEFINITIONS = new HashMap<>();

  /** A template with its count. */
  record Subject(Template template, int count) {
    @Override
    public String toString() {
      return template.wireName() + (template.isCounting() ? " " + count : "");
    }
  }

  static List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (Template template : Template.values()) {
      for (int count = 1; count <= (template.isCounting() ? 3 : 1); count++) {
        subjects.add(new Subject(template, count));
      }
    }
    return subjects;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void the_automaton_judges_every_trace_as_the_definition_does(Subject subject) {
    BitSet[] satisfied = definition(subject);
    for (List<Integer> letters : alphabets()) {
      Dfa dfa = TemplateMachine.automaton(subject.template(), subject.count(), letters);
      assertThat(dfa.states()).as("states over %s", letters).isBetween(1, CONTINUATION + 1);
      compare(dfa, 0, 0, 0, plain(letters), satisfied);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void the_running_verdict_is_what_trying_all_continuations_gives(Subject subject) {
    BitSet[] satisfied = definition(subject);
    for (List<Integer> letters : alphabets()) {
      Dfa dfa = TemplateMachine.automaton(subject.template(), subject.count(), letters);
      compareVerdicts(dfa, 0, 0, 0, plain(letters), satisfied);
    }
  }

  @Test
  void there_are_twenty_six_templates() {
    assertThat(Template.values()).hasSize(26);
    assertThat(subjects()).hasSize(32);
  }

  /** Every alphabet with a letter in it: a, b, both, other in all combinations. */
  private static List<List<Integer>> alphabets() {
    List<List<Integer>> alphabets = new ArrayList<>();
    for (int set = 1; set < 1 << LETTERS; set++) {
      List<Integer> letters = new ArrayList<>();
      for (int letter = 0; letter < LETTERS; letter++) {
        if ((set & (1 << letter)) != 0) {
          letters.add(letter);
        }
      }
      alphabets.add(letters);
    }
    return alphabets;
  }

  private static int[] plain(List<Integer> letters) {
    return letters.stream().mapToInt(letter -> letter).toArray();
  }

  /** By length, the traces that the definition is satisfied with, numbered in base four. */
  private static BitSet[] definition(Subject subject) {
    return DEFINITIONS.computeIfAbsent(subject, TemplateSemanticsTest::judged);
  }

  private static BitSet[] judged(Subject subject) {
    BitSet[] satisfied = new BitSet[ALL + 1];
    for (int length = 0; length <= ALL; length++) {
      satisfied[length] = new BitSet();
    }
    judge(subject, new int[ALL], 0, 0, satisfied);
    return satisfied;
  }

  private static void judge(
      Subject subject, int[] trace, int length, int number, BitSet[] satisfied) {
    if (TemplateMeaning.holds(subject.template(), subject.count(), trace, length)) {
      satisfied[length].set(number);
    }
    for (int letter = 0; letter < LETTERS && length < ALL; letter++) {
      trace[length] = letter;
      judge(subject, trace, length + 1, number * LETTERS + letter, satisfied);
    }
  }

  private static void compare(
      Dfa dfa, int state, int length, int number, int[] letters, BitSet[] satisfied) {
    if (dfa.accepts(state) != satisfied[length].get(number)) {
      assertThat(dfa.accepts(state))
          .as("satisfied by %s", trace(number, length))
          .isEqualTo(satisfied[length].get(number));
    }
    for (int i = 0; i < letters.length && length < ALL; i++) {
      int next = number * LETTERS + letters[i];
      compare(dfa, dfa.next(state, i), length + 1, next, letters, satisfied);
    }
  }

  private static void compareVerdicts(
      Dfa dfa, int state, int length, int number, int[] letters, BitSet[] satisfied) {
    boolean satisfiable = comesTo(true, length, number, CONTINUATION, letters, satisfied);
    boolean breakable = comesTo(false, length, number, CONTINUATION, letters, satisfied);
    if (dfa.live(state) != satisfiable || dfa.doubtful(state) != breakable) {
      assertThat(List.of(dfa.live(state), dfa.doubtful(state)))
          .as("whether %s may be satisfied, and unsatisfied, later", trace(number, length))
          .isEqualTo(List.of(satisfiable, breakable));
    }
    for (int i = 0; i < letters.length && length < TRACE; i++) {
      int next = number * LETTERS + letters[i];
      compareVerdicts(dfa, dfa.next(state, i), length + 1, next, letters, satisfied);
    }
  }

  /** Whether some continuation, the empty one included, comes to the wanted end. */
  private static boolean comesTo(
      boolean wanted, int length, int number, int more, int[] letters, BitSet[] satisfied) {
    if (satisfied[length].get(number) == wanted) {
      return true;
    }
    for (int i = 0; i < letters.length && more > 0; i++) {
      int next = number * LETTERS + letters[i];
      if (comesTo(wanted, length + 1, next, more - 1, letters, satisfied)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> trace(int number, int length) {
    List<String> names = List.of("other", "a", "b", "both");
    List<String> trace = new ArrayList<>();
    for (int i = length - 1; i >= 0; i--) {
      trace.add(names.get((number >> (2 * i)) & 3));
    }
    return trace;
  }
}
