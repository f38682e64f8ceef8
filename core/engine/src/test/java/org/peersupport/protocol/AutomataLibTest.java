package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peersupport.internal.automaton.Dfa;
import org.peersupport.internal.automaton.Machine;

/**
 * AutomataLib, which shares no code with this library, confirms that every automaton is minimal and
 * means what the machine means that it was made from.
 */
class AutomataLibTest {
  /** Enough for every machine here: one that went on for ever would be a defect. */
  private static final int MANY = 10_000;

  @ParameterizedTest
  @EnumSource(Template.class)
  void confirms_that_the_automaton_of_a_template_is_minimal(Template template) {
    for (int count = 1; count <= (template.isCounting() ? 5 : 1); count++) {
      for (int set = 1; set < 16; set++) {
        List<Integer> letters = new ArrayList<>();
        for (int letter = 0; letter < 4; letter++) {
          if ((set & (1 << letter)) != 0) {
            letters.add(letter);
          }
        }
        TemplateMachine machine = new TemplateMachine(template, count);
        Dfa dfa = TemplateMachine.automaton(template, count, letters);
        confirm_minimal(dfa, explored(letters.size(), machine, letters));
      }
    }
  }

  @Test
  void confirms_that_the_order_of_the_default_protocol_is_minimal() {
    Protocol ama = Catalogue.amaSixElements();
    confirm_order(ama.elements(), ama.order().returns());

    assertThat(Dfa.of(7, OrderMachine.skip(ama.elements())).states()).isEqualTo(5);
    assertThat(Dfa.of(7, OrderMachine.backward(ama.elements(), ama.order().returns())).states())
        .isEqualTo(3);
  }

  @Test
  void confirms_that_any_order_is_minimal() {
    Random random = new Random(20200401);
    for (int i = 0; i < 300; i++) {
      List<Element> elements = new ArrayList<>();
      List<Order.Return> returns = new ArrayList<>();
      for (int e = 0; e <= random.nextInt(6); e++) {
        Need need = random.nextBoolean() ? Need.REQUIRED : Need.OPTIONAL;
        elements.add(Element.of("e" + e, "E", "P", need).asRepeatable());
        for (int before = 0; before < e; before++) {
          if (random.nextBoolean()) {
            returns.add(new Order.Return("e" + e, "e" + before));
          }
        }
      }
      confirm_order(elements, returns);
    }
  }

  private static void confirm_order(List<Element> elements, List<Order.Return> returns) {
    int letters = elements.size() + 1;
    List<Integer> same = new ArrayList<>();
    for (int letter = 0; letter < letters; letter++) {
      same.add(letter);
    }
    Machine skip = OrderMachine.skip(elements);
    confirm_minimal(Dfa.of(letters, skip), explored(letters, skip, same));
    Machine backward = OrderMachine.backward(elements, returns);
    confirm_minimal(Dfa.of(letters, backward), explored(letters, backward, same));
  }

  private static void confirm_minimal(Dfa dfa, CompactDFA<Integer> machine) {
    CompactDFA<Integer> ours = copied(dfa);
    Alphabet<Integer> alphabet = ours.getInputAlphabet();
    CompactDFA<Integer> minimal = HopcroftMinimizer.minimizeDFA(machine, alphabet);

    assertThat(Automata.findSeparatingWord(ours, machine, alphabet)).isNull();
    assertThat(ours.size()).isEqualTo(minimal.size());
  }

  private static CompactDFA<Integer> copied(Dfa dfa) {
    CompactDFA<Integer> copy = new CompactDFA<>(Alphabets.integers(0, dfa.letters() - 1));
    for (int s = 0; s < dfa.states(); s++) {
      copy.addState(dfa.accepts(s));
    }
    copy.setInitialState(0);
    for (int s = 0; s < dfa.states(); s++) {
      for (int letter = 0; letter < dfa.letters(); letter++) {
        copy.setTransition(s, (Integer) letter, (Integer) dfa.next(s, letter));
      }
    }
    return copy;
  }

  /** The machine with every state that it comes to, nothing merged. */
  private static CompactDFA<Integer> explored(int letters, Machine machine, List<Integer> meaning) {
    CompactDFA<Integer> explored = new CompactDFA<>(Alphabets.integers(0, letters - 1));
    List<Integer> states = new ArrayList<>(List.of(0));
    explored.addInitialState(machine.accepts(0));
    for (int s = 0; s < states.size(); s++) {
      for (int letter = 0; letter < letters; letter++) {
        int next = machine.step(states.get(s), meaning.get(letter));
        int number = states.indexOf(next);
        if (number < 0) {
          number = states.size();
          states.add(next);
          explored.addState(machine.accepts(next));
          assertThat(number).isLessThan(MANY);
        }
        explored.setTransition(s, (Integer) letter, (Integer) number);
      }
    }
    return explored;
  }
}
