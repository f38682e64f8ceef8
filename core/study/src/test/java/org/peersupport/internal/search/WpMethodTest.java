package org.peersupport.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.internal.automaton.TooLargeException;

/** The promise of the method, held against every machine there is, where these can be counted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WpMethodTest {
  private static final int NO_LIMIT = Integer.MAX_VALUE - 1;

  @Test
  void every_machine_with_one_state_more_fails_or_is_equivalent() {
    // All minimal machines with two states, two inputs and two outputs, and all with three states.
    List<Mealy> implementations = new ArrayList<>();
    for (long number = 0; number < 46_656; number++) {
      implementations.add(Machines.numbered(number, 3, 2, 2));
    }
    int minimal = 0;
    for (long number = 0; number < 256; number++) {
      Mealy machine = Machines.numbered(number, 2, 2, 2);
      if (Machines.isMinimal(machine)) {
        minimal++;
        List<int[]> suite = WpMethod.sequences(machine, 1, NO_LIMIT);
        for (Mealy implementation : implementations) {
          assertThat(Machines.killed(machine, implementation, suite))
              .isNotEqualTo(Machines.equivalent(machine, implementation));
        }
      }
    }
    assertThat(minimal).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_machine_of_the_same_size_fails_or_is_equivalent(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mealy machine = minimal(random, 3, 2, 2);
    List<int[]> suite = WpMethod.sequences(machine, 0, NO_LIMIT);
    int killed = 0;
    for (long number = 0; number < 46_656; number++) {
      Mealy implementation = Machines.numbered(number, 3, 2, 2);
      boolean dies = Machines.killed(machine, implementation, suite);
      assertThat(dies).isNotEqualTo(Machines.equivalent(machine, implementation));
      killed += dies ? 1 : 0;
    }
    assertThat(killed).isBetween(40_000, 46_655);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void every_single_fault_of_a_larger_machine_is_found(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mealy machine = minimal(random, 12, 3, 2);
    List<int[]> suite = WpMethod.sequences(machine, 0, NO_LIMIT);
    for (int s = 0; s < machine.states(); s++) {
      for (int i = 0; i < machine.inputs(); i++) {
        for (int t = 0; t < machine.states(); t++) {
          for (int o = 0; o < 2; o++) {
            Mealy mutant = Machines.changed(machine, s, i, t, o);
            assertThat(Machines.killed(machine, mutant, suite))
                .isNotEqualTo(Machines.equivalent(machine, mutant));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void every_fault_that_hides_behind_one_more_state_is_found_with_one_extra(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Mealy machine = minimal(random, 6, 3, 2);
    List<int[]> suite = WpMethod.sequences(machine, 1, NO_LIMIT);
    int hidden = 0;
    for (int doubled = 0; doubled < machine.states(); doubled++) {
      for (int trial = 0; trial < 200; trial++) {
        Mealy mutant = hiding(random, machine, doubled);
        boolean dies = Machines.killed(machine, mutant, suite);
        assertThat(dies).isNotEqualTo(Machines.equivalent(machine, mutant));
        hidden += dies ? 1 : 0;
      }
    }
    assertThat(hidden).isGreaterThan(100);
  }

  /** A way into a copy of a state, which then is faulty. */
  private static Mealy hiding(SplittableRandom random, Mealy machine, int doubled) {
    Mealy more = Machines.doubled(machine, doubled);
    int s = random.nextInt(machine.states());
    int i = random.nextInt(machine.inputs());
    Mealy entered = Machines.changed(more, s, i, machine.states(), more.output(s, i));
    int faulty = random.nextInt(machine.inputs());
    return Machines.changed(
        entered, machine.states(), faulty, random.nextInt(more.states()), random.nextInt(2));
  }

  @Test
  void a_suite_for_no_extra_state_lets_some_fault_behind_one_more_state_pass() {
    // The bound is sharp, so what extra costs is not paid in vain.
    SplittableRandom random = new SplittableRandom(31);
    Mealy machine = minimal(random, 6, 3, 2);
    List<int[]> suite = WpMethod.sequences(machine, 0, NO_LIMIT);
    boolean passes = false;
    for (int trial = 0; trial < 2_000 && !passes; trial++) {
      Mealy mutant = hiding(random, machine, random.nextInt(6));
      passes = !Machines.equivalent(machine, mutant) && !Machines.killed(machine, mutant, suite);
    }
    assertThat(passes).isTrue();
  }

  @Test
  void no_sequence_is_the_beginning_of_another_and_they_come_in_order() {
    List<int[]> suite = WpMethod.sequences(minimal(new SplittableRandom(1), 8, 3, 2), 1, NO_LIMIT);
    for (int at = 1; at < suite.size(); at++) {
      int[] before = suite.get(at - 1);
      int[] here = suite.get(at);
      int mismatch = Arrays.mismatch(before, here);
      assertThat(mismatch).isBetween(0, Math.min(before.length, here.length) - 1);
      assertThat(before[mismatch]).isLessThan(here[mismatch]);
    }
  }

  @Test
  void too_many_sequences_are_given_up() {
    Mealy machine = minimal(new SplittableRandom(1), 8, 3, 2);
    int size = WpMethod.sequences(machine, 1, NO_LIMIT).size();
    assertThat(WpMethod.sequences(machine, 1, size)).hasSize(size);
    assertThatExceptionOfType(TooLargeException.class)
        .isThrownBy(() -> WpMethod.sequences(machine, 1, size - 1));
  }

  @Test
  void minimal_machines_answer_as_the_others_do() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Mealy machine = Machines.random(random, 1 + random.nextInt(8), 2, 1 + random.nextInt(2));
      Mealy minimal = machine.minimal();
      assertThat(Machines.equivalent(machine, minimal)).isTrue();
      assertThat(minimal.minimal().states()).isEqualTo(minimal.states());
    }
  }

  private static Mealy minimal(SplittableRandom random, int states, int inputs, int outputs) {
    while (true) {
      Mealy machine = Machines.random(random, states, inputs, outputs);
      if (Machines.isMinimal(machine)) {
        return machine;
      }
    }
  }
}
