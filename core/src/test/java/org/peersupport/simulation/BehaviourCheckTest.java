package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

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
        .extracting(each -> each.code().wire(), BehaviourProblem::pointer)
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
