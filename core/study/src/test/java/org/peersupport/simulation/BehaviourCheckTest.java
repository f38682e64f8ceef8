package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;

class BehaviourCheckTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static List<BehaviourProblem> problems(Behaviour behaviour) {
    return catchThrowableOfType(
            InvalidBehaviourException.class, () -> ConversationChain.of(AMA, behaviour))
        .problems();
  }

  @Test
  void every_problem_is_told_with_its_place() {
    Behaviour behaviour =
        Behaviour.of("No Id", Map.of("begin:reach-out", -1.0, "close", Double.NaN))
            .after("begin:nothing", Map.of("close", 1.0))
            .after("begin:reach-out", Map.of("end:bored", 1.0))
            .after("begin:invite-and-listen", Map.of("close", 0.0))
            .otherwise(Map.of("close", Double.MAX_VALUE, "end:stopped", Double.MAX_VALUE))
            .lasting("begin:reach-out", Lognormal.of(Duration.ZERO, 1))
            .lasting("thank:work", Lognormal.of(Duration.ofDays(36_525), Double.POSITIVE_INFINITY))
            .lasting("close", Lognormal.of(Duration.ofMinutes(1), 1));

    assertThat(problems(behaviour))
        .extracting(each -> each.code().wireName(), BehaviourProblem::pointer)
        .containsExactly(
            tuple("behaviour.ill-formed", "/id"),
            tuple("behaviour.out-of-range", "/start/begin:reach-out"),
            tuple("behaviour.out-of-range", "/start/close"),
            tuple("behaviour.nothing-to-draw", "/after/begin:invite-and-listen"),
            tuple("behaviour.unknown", "/after/begin:nothing"),
            tuple("behaviour.unknown", "/after/begin:reach-out/end:bored"),
            tuple("behaviour.nothing-to-draw", "/otherwise"),
            tuple("behaviour.out-of-range", "/durations/begin:reach-out/median"),
            tuple("behaviour.unknown", "/durations/close"),
            tuple("behaviour.out-of-range", "/durations/thank:work/median"),
            tuple("behaviour.out-of-range", "/durations/thank:work/sigma"));
  }

  @Test
  void a_row_without_anything_draws_nothing() {
    assertThat(problems(Behaviour.of("empty", Map.of())))
        .extracting(BehaviourProblem::code)
        .containsExactly(BehaviourProblemCode.NOTHING_TO_DRAW);
  }

  @Test
  void a_behaviour_that_can_never_end_is_named_with_its_trap_before_anything_runs() {
    Behaviour listening =
        Behaviour.of("listening", Map.of("begin:reach-out", 1.0))
            .after("begin:reach-out", Map.of("begin:invite-and-listen", 1.0, "end:declined", 1.0))
            .after("begin:invite-and-listen", Map.of("begin:invite-and-listen", 1.0));

    BehaviourProblem trap = problems(listening).get(0);

    assertThat(trap.code()).isEqualTo(BehaviourProblemCode.NEVER_ENDS);
    assertThat(trap.pointer()).isEqualTo("/after/begin:invite-and-listen");
    assertThat(trap.conversation()).containsExactly("begin:reach-out", "begin:invite-and-listen");
    assertThat(trap.explanation()).contains("begin:reach-out, begin:invite-and-listen", "1 state");
  }

  @Test
  void a_trap_is_named_by_the_row_that_is_drawn_from_in_it_and_not_by_what_leads_there() {
    Behaviour refused =
        Behaviour.of("refused", Map.of("begin:reach-out", 1.0))
            .after("begin:reach-out", Map.of("close", 1.0))
            .otherwise(Map.of("begin:reach-out", 1.0));
    Behaviour twice =
        Behaviour.of("twice", Map.of("begin:reach-out", 1.0))
            .after("begin:reach-out", Map.of("begin:invite-and-listen", 1.0))
            .after("begin:invite-and-listen", Map.of("begin:invite-and-listen", 1.0));

    assertThat(problems(refused))
        .extracting(BehaviourProblem::pointer, BehaviourProblem::conversation)
        .containsExactly(tuple("/otherwise", List.of("begin:reach-out")));
    assertThat(problems(twice))
        .extracting(BehaviourProblem::pointer, BehaviourProblem::conversation)
        .containsExactly(
            tuple(
                "/after/begin:invite-and-listen",
                List.of("begin:reach-out", "begin:invite-and-listen")));
  }

  @Test
  void a_weight_that_no_draw_would_meet_is_a_problem_with_its_place() {
    Behaviour rare =
        Behaviour.of("rare", Map.of("begin:reach-out", 1.0, "end:declined", 0.0))
            .after("begin:reach-out", Map.of("close", 1e300, "end:stopped", 1.0))
            .after("begin:invite-and-listen", Map.of("close", 1.0, "end:stopped", 0.9e-15))
            .otherwise(Map.of("close", 1.0, "end:stopped", 1.2e-15));

    assertThat(problems(rare))
        .extracting(BehaviourProblem::code, BehaviourProblem::pointer)
        .containsExactly(
            tuple(BehaviourProblemCode.OUT_OF_RANGE, "/after/begin:invite-and-listen/end:stopped"),
            tuple(BehaviourProblemCode.OUT_OF_RANGE, "/after/begin:reach-out/end:stopped"));
    assertThat(problems(rare).get(0).explanation())
        .isEqualTo(
            "A weight is 0, or at least 1e-15 of its row's sum, because draws tell no less from"
                + " nothing; this one is 9.0E-16 of 1.0000000000000009. Leave it out or raise it.");
  }

  @Test
  void a_median_is_ten_milliseconds_at_least() {
    Behaviour quick = Behaviour.of("quick", Map.of("end:declined", 1.0));
    Lognormal ten = Lognormal.of(Duration.ofMillis(10), 1);
    Lognormal nine = Lognormal.of(Duration.ofMillis(9), 1);

    assertThat(BehaviourCheck.of(AMA, quick.lasting("begin:reach-out", ten))).isEmpty();
    assertThat(problems(quick.lasting("begin:reach-out", nine)))
        .extracting(BehaviourProblem::pointer)
        .containsExactly("/durations/begin:reach-out/median");
  }

  @Test
  void a_protocol_with_too_many_states_for_its_alphabet_is_too_large() {
    ProtocolBuilder builder =
        ProtocolBuilder.of("large", "1.0.0")
            .title("Large")
            .source("Made for this test")
            .element(Element.optional("talk", "Talk", "Talk."))
            .appreciation(
                IntStream.range(0, Limits.LEVELS).mapToObj(i -> "f" + i).toArray(String[]::new));
    Map<String, Double> offers = new HashMap<>(Map.of("end:stopped", 1.0));
    for (int i = 0; i < Limits.RESOURCES; i++) {
      builder.resource(Resource.of("r" + i, "R"));
      if (i < 20) {
        offers.put("offer:r" + i, 1.0);
      }
    }
    Behaviour offering = Behaviour.of("offering", Map.of("begin:talk", 1.0)).otherwise(offers);

    BehaviourProblem problem =
        catchThrowableOfType(
                InvalidBehaviourException.class,
                () -> ConversationChain.of(builder.build(), offering))
            .problems()
            .get(0);

    assertThat(problem.code()).isEqualTo(BehaviourProblemCode.TOO_LARGE);
    assertThat(problem.explanation())
        .startsWith("The protocol and the behaviour have more than ")
        .endsWith(" activities; leave some resources or rules out.");
  }

  @Test
  void the_message_tells_all_of_it() {
    assertThat(
            catchThrowableOfType(
                InvalidBehaviourException.class,
                () -> ConversationChain.of(AMA, Behaviour.of("x", Map.of("thank:god", 1.0)))))
        .hasMessageStartingWith("the behaviour has 1 problem:\n/start/thank:god: A choice is");
  }

  @Test
  void equal_behaviours_are_equal_in_whatever_order_they_were_told() {
    Behaviour one = Behaviour.of("same", Map.of("close", 1.0, "end:stopped", 2.0));
    Behaviour other =
        Behaviour.of("same", new java.util.TreeMap<>(Map.of("end:stopped", 2.0, "close", 1.0)));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }
}
