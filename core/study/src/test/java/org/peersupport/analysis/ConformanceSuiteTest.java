package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.peersupport.internal.search.Machines;
import org.peersupport.internal.search.Mealy;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.session.Decision;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Violation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformanceSuiteTest {
  private static final Protocol DEFAULT = Catalogue.find("ama-six-elements").orElseThrow();
  private static final ConformanceSuite SUITE = ConformanceSuite.of(DEFAULT, 0, 50_000);

  @Test
  void the_default_protocol_has_a_suite_of_some_ten_thousands() {
    assertThat(SUITE.resources()).containsExactly("peer-follow-up", "emergency-care");
    assertThat(SUITE.inputs())
        .hasSize(30)
        .contains("thank:work+sharing", "transfer", "close")
        .contains("withdraw:peer-follow-up", "complete:emergency-care");
    assertThat(SUITE.states()).isEqualTo(1166);
    assertThat(SUITE.conversations()).hasSizeBetween(30_000, 40_000);
    assertThat(ConformanceSuite.of(DEFAULT, 0, 50_000).conversations())
        .isEqualTo(SUITE.conversations());
  }

  @Test
  void every_wrong_output_of_the_default_protocol_is_found() {
    Mealy machine = ConformanceSuite.machine(DEFAULT, SUITE.inputs());
    List<int[]> suite = numbered(SUITE);
    boolean[][] tried = new boolean[machine.states()][machine.inputs()];
    for (int[] conversation : suite) {
      int state = 0;
      for (int input : conversation) {
        tried[state][input] = true;
        state = machine.next(state, input);
      }
    }
    assertThat(List.of(tried)).allSatisfy(row -> assertThat(row).doesNotContain(false));
  }

  @Test
  void wrong_transitions_of_the_default_protocol_are_found() {
    Mealy machine = ConformanceSuite.machine(DEFAULT, SUITE.inputs());
    List<int[]> suite = numbered(SUITE);
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 1_500; trial++) {
      int s = random.nextInt(machine.states());
      int i = random.nextInt(machine.inputs());
      int t = random.nextInt(machine.states());
      Mealy mutant = Machines.changed(machine, s, i, t, machine.output(s, i));
      // The machine is minimal, so every other target is wrong.
      assertThat(Machines.killed(machine, mutant, suite)).isEqualTo(t != machine.next(s, i));
    }
  }

  @Test
  void every_single_fault_of_a_small_protocol_is_found_also_behind_one_more_state() {
    Protocol protocol = small();
    ConformanceSuite suite = ConformanceSuite.of(protocol, 1, 100_000);
    Mealy machine = ConformanceSuite.machine(protocol, suite.inputs());
    List<int[]> sequences = numbered(suite);
    SplittableRandom random = new SplittableRandom(2);
    int found = 0;
    for (int s = 0; s < machine.states(); s++) {
      for (int i = 0; i < machine.inputs(); i++) {
        for (int t = 0; t < machine.states(); t++) {
          Mealy mutant = Machines.changed(machine, s, i, t, machine.output(s, i));
          assertThat(Machines.killed(machine, mutant, sequences))
              .isNotEqualTo(Machines.equivalent(machine, mutant));
        }
        Mealy hiding = hiding(random, machine, s, i);
        boolean dies = Machines.killed(machine, hiding, sequences);
        assertThat(dies).isNotEqualTo(Machines.equivalent(machine, hiding));
        found += dies ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(50);
  }

  /** The transition leads into a copy of where it should, one of whose own transitions is wrong. */
  private static Mealy hiding(SplittableRandom random, Mealy machine, int s, int i) {
    Mealy more = Machines.doubled(machine, machine.next(s, i));
    Mealy entered = Machines.changed(more, s, i, machine.states(), machine.output(s, i));
    int wrong = random.nextInt(machine.inputs());
    int output = machine.output(random.nextInt(machine.states()), wrong);
    return Machines.changed(
        entered, machine.states(), wrong, random.nextInt(machine.states()), output);
  }

  @Test
  void the_machine_answers_as_sessions_do() {
    // What the states leave out, such as older referrals, must not show in what sessions answer.
    for (Protocol protocol : List.of(DEFAULT, small())) {
      ConformanceSuite suite = ConformanceSuite.of(protocol, 0, 50_000);
      Mealy machine = ConformanceSuite.machine(protocol, suite.inputs());
      List<List<Object>> told = new ArrayList<>();
      for (int walk = 0; walk < 300; walk++) {
        walk(suite, machine, new SplittableRandom(walk), told);
      }
      told.removeIf(List::isEmpty);
      assertThat(told).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }
  }

  private static void walk(
      ConformanceSuite suite, Mealy machine, SplittableRandom random, List<List<Object>> told) {
    Session session = Sessions.start(suite.protocol(), suite.open("walk"));
    int state = 0;
    for (int step = 0; step < 80; step++) {
      // Words are rare, or most walks would soon be over.
      int words = suite.inputs().indexOf("transfer");
      int input = random.nextInt(random.nextInt(10) == 0 ? machine.inputs() : words);
      List<ConformanceStep> steps = suite.act(session, suite.inputs().get(input));
      int output = machine.output(state, input);
      while (told.size() <= output) {
        told.add(List.of());
      }
      List<Object> tells = EnforcedMachine.told(steps);
      if (told.get(output).isEmpty()) {
        told.set(output, tells);
      }
      assertThat(tells).isEqualTo(told.get(output));
      session = InputCommands.after(steps);
      state = machine.next(state, input);
    }
  }

  @Test
  void every_mandatory_rule_about_the_resources_that_stand_for_all_refuses_somewhere() {
    Set<String> refusing = new HashSet<>();
    for (List<String> conversation : SUITE.conversations()) {
      Session session = Sessions.start(DEFAULT, SUITE.open("s-1"));
      for (String input : conversation) {
        List<ConformanceStep> steps = SUITE.act(session, input);
        steps.forEach(step -> step.decision().refusal().ifPresent(no -> add(no, refusing)));
        session = InputCommands.after(steps);
      }
    }
    List<String> expected = new ArrayList<>();
    DEFAULT.expandedRules().stream()
        .filter(rule -> rule.isMandatory())
        .filter(rule -> !rule.id().startsWith("answered-") || rule.id().endsWith("-follow-up"))
        .forEach(rule -> expected.add(rule.id()));
    assertThat(refusing).containsAll(expected);
  }

  private static void add(Refusal refusal, Set<String> rules) {
    refusal.violations().stream().map(Violation::rule).forEach(rule -> rule.ifPresent(rules::add));
  }

  @Test
  void every_rule_of_the_default_protocol_shows_in_a_conversation() {
    for (ExpandedRule rule : DEFAULT.expandedRules()) {
      List<String> conversation = SUITE.showing(rule).orElseThrow();
      Session session = Sessions.start(DEFAULT, SUITE.open("s-1"));
      for (String input : conversation.subList(0, conversation.size() - 1)) {
        session = InputCommands.after(SUITE.act(session, input));
      }
      Decision last =
          SUITE.act(session, conversation.get(conversation.size() - 1)).get(0).decision();
      if (rule.isMandatory()) {
        Refusal refusal = last.refusal().orElseThrow();
        assertThat(refusal.violations()).anyMatch(no -> no.rule().equals(Optional.of(rule.id())));
      } else {
        assertThat(last.orElseThrow().event().deviations()).contains(Deviation.from(rule.id()));
      }
    }
  }

  @Test
  void what_is_too_large_is_told_with_its_figures() {
    assertThatExceptionOfType(SuiteTooLargeException.class)
        .isThrownBy(() -> ConformanceSuite.of(DEFAULT, 1, 50_000))
        .satisfies(e -> assertThat(e.states()).isEqualTo(1166))
        .withMessage(
            "a suite for 1166 states and 30 inputs has more than 50000 conversations, about 1049400");
    assertThatIllegalArgumentException().isThrownBy(() -> ConformanceSuite.of(DEFAULT, -1, 10));
  }

  @Test
  void an_input_of_another_protocol_is_refused_as_any_unknown_key() {
    Event.SessionOpened opened = SUITE.open("s-1");
    Session session = Sessions.start(DEFAULT, opened);
    assertThat(SUITE.act(session, "begin:elsewhere").get(0).decision().isAccepted()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> SUITE.act(session, "sing"));
  }

  private static List<int[]> numbered(ConformanceSuite suite) {
    return suite.conversations().stream()
        .map(each -> each.stream().mapToInt(suite.inputs()::indexOf).toArray())
        .toList();
  }

  private static Protocol small() {
    return ProtocolBuilder.of("small", "1.0.0")
        .title("Small")
        .source("A test")
        .element(Element.required("talk", "Talk", "To talk."))
        .order(Order.modular())
        .resource(Resource.of("leaflet", "Leaflet"))
        .appreciation("time")
        .rule(
            Rule.of(
                "no-leaflet-unasked",
                Template.PRECEDENCE,
                Rule.any("begin:talk"),
                Rule.any("offer:leaflet")))
        .build();
  }
}
