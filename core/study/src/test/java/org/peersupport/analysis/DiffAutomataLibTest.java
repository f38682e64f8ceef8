package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.fsa.DFAs;
import net.automatalib.word.Word;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActivityKind;

/**
 * AutomataLib, which shares no code with this library, confirms for protocols without resources
 * whether they allow the same, whether one allows all that the other allows, and how short the
 * words are that tell them apart.
 */
class DiffAutomataLibTest {
  private static final int PAIRS = 1_500;

  @Test
  void confirms_equivalence_inclusion_and_the_shortest_separating_words() {
    int same = 0;
    int included = 0;
    for (long seed = 0; seed < PAIRS; seed++) {
      DiffPairs.Pair pair = DiffPairs.of(seed, 0);
      DiffWorld world = new DiffWorld(pair.first(), pair.second(), pair.matching());
      Alphabet<Integer> words = Alphabets.integers(0, world.words.size() - 1);
      CompactDFA<Integer> first = language(world.first, words);
      CompactDFA<Integer> second = language(world.second, words);
      Difference difference = Difference.between(pair.first(), pair.second(), pair.matching());

      boolean isNone = Automata.testEquivalence(first, second, words);
      assertThat(difference.isNone()).as("%s", pair).isEqualTo(isNone);
      int here = separating(first, second, words);
      int there = separating(second, first, words);
      List<String> found = new ArrayList<>();
      for (Disagreement each : difference.disagreements()) {
        found.add(each.allowedBy() + " " + each.conversation().size());
      }
      List<String> expected = new ArrayList<>();
      if (here >= 0) {
        expected.add("p@1 " + (here + 1));
      }
      if (there >= 0) {
        expected.add("q@1 " + (there + 1));
      }
      assertThat(found).as("%s", pair).isEqualTo(expected);
      same += isNone ? 1 : 0;
      included += (here < 0) != (there < 0) ? 1 : 0;
    }
    assertThat(same).isGreaterThan(PAIRS / 20);
    assertThat(included).isGreaterThan(PAIRS / 20);
  }

  /** The length of a shortest word of the first language that is not in the second, or -1. */
  private static int separating(
      CompactDFA<Integer> first, CompactDFA<Integer> second, Alphabet<Integer> words) {
    CompactDFA<Integer> more = DFAs.and(first, DFAs.complement(second, words), words);
    CompactDFA<Integer> nothing = new CompactDFA<>(words);
    nothing.addInitialState(false);
    Word<Integer> shortest =
        Automata.findShortestSeparatingWord(more, DFAs.complete(nothing, words), words);
    return shortest == null ? -1 : shortest.length();
  }

  /** The conversations that close: the product of the rules, cut to what is never refused. */
  private static CompactDFA<Integer> language(DiffSide side, Alphabet<Integer> words) {
    CompactDFA<Integer> product = new CompactDFA<>(words);
    product.addInitialState(true);
    for (Integer word : words) {
      if (side.knows(word)) {
        product.setTransition((Integer) 0, word, (Integer) 0);
      }
    }
    product = DFAs.complete(product, words);
    for (DiffLaw law : side.laws) {
      product = DFAs.and(product, automaton(law, words), words);
    }
    return DFAs.complete(enforced(product, side, words), words);
  }

  private static CompactDFA<Integer> automaton(DiffLaw law, Alphabet<Integer> words) {
    CompactDFA<Integer> automaton = new CompactDFA<>(words);
    for (int s = 0; s < law.states(); s++) {
      automaton.addState(law.accepts(s));
    }
    automaton.setInitialState(0);
    for (int s = 0; s < law.states(); s++) {
      for (Integer word : words) {
        automaton.setTransition((Integer) s, word, (Integer) law.after(s, word));
      }
    }
    return automaton;
  }

  /** Without the states from which the supporter's acts alone cannot close. */
  private static CompactDFA<Integer> enforced(
      CompactDFA<Integer> product, DiffSide side, Alphabet<Integer> words) {
    BitSet closable = new BitSet();
    for (Integer state : product.getStates()) {
      closable.set(state, product.isAccepting(state));
    }
    for (int before = -1; before != closable.cardinality(); ) {
      before = closable.cardinality();
      for (Integer state : product.getStates()) {
        for (Integer word : words) {
          boolean moves = side.knows(word) && side.kind(word) != ActivityKind.CONCERN;
          Integer there = product.getSuccessor(state, word);
          if (moves && there != null && closable.get(there)) {
            closable.set(state);
          }
        }
      }
    }
    CompactDFA<Integer> enforced = new CompactDFA<>(words);
    for (Integer state : product.getStates()) {
      enforced.addState(product.isAccepting(state));
    }
    enforced.setInitialState(product.getInitialState());
    for (Integer state : product.getStates()) {
      for (Integer word : words) {
        Integer there = product.getSuccessor(state, word);
        if (there != null && closable.get(there)) {
          enforced.setTransition(state, word, there);
        }
      }
    }
    return enforced;
  }
}
