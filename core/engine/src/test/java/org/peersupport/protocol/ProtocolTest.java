package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a protocol must be like to be built, and what is said of one that is not. */
class ProtocolTest {
  private static ProtocolBuilder sound() {
    return ProtocolBuilder.of("sound", "1.0.0")
        .title("T")
        .source("S")
        .element(Element.optional("a", "A", "P").asRepeatable())
        .element(Element.optional("b", "B", "P").asRepeatable())
        .element(Element.optional("c", "C", "P"))
        .resource(Resource.of("walk", "A walk"))
        .concerns("grave")
        .appreciation("work");
  }

  private static List<Problem> problems(ProtocolBuilder builder) {
    InvalidProtocolException refused =
        catchThrowableOfType(InvalidProtocolException.class, builder::build);
    assertThat(refused).isNotNull();
    for (Problem problem : refused.problems()) {
      assertThat(refused).hasMessageContaining(problem.pointer());
      assertThat(problem.explanation()).isNotBlank();
    }
    return refused.problems();
  }

  private static Problem problem(ProtocolBuilder builder) {
    List<Problem> problems = problems(builder);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static List<String> found(List<Problem> problems) {
    List<String> found = new ArrayList<>();
    problems.forEach(problem -> found.add(problem.code().wireName() + " " + problem.pointer()));
    return found;
  }

  @Nested
  class The_catalogue {
    @Test
    void holds_only_what_passes_every_check() {
      Protocol checked = AmaSixElements.define().build();

      assertThat(checked).isEqualTo(Catalogue.amaSixElements());
      for (Protocol protocol : Catalogue.all()) {
        assertThat(ProtocolCheck.problems(protocol)).isEmpty();
      }
    }

    @Test
    void finds_by_name_and_by_name_and_release() {
      assertThat(Catalogue.find("ama-six-elements")).containsSame(Catalogue.amaSixElements());
      assertThat(Catalogue.find("ama-six-elements@1.0.0")).containsSame(Catalogue.amaSixElements());
      assertThat(Catalogue.find("ama-six-elements@2.0.0")).isEmpty();
    }

    @Test
    void says_where_every_element_of_the_default_comes_from() {
      Protocol ama = Catalogue.amaSixElements();

      assertThat(ama.elements())
          .extracting(Element::provenance)
          .containsExactly(
              Provenance.STATED,
              Provenance.PLACEHOLDER,
              Provenance.PLACEHOLDER,
              Provenance.PLACEHOLDER,
              Provenance.STATED,
              Provenance.STATED);
      assertThat(ama.elements()).allSatisfy(element -> assertThat(element.source()).isPresent());
      assertThat(ama.rules()).allSatisfy(rule -> assertThat(rule.because()).isNotBlank());
    }

    @Test
    void spells_out_the_rules_of_the_default_in_this_order() {
      assertThat(Catalogue.amaSixElements().expandedRules())
          .extracting(ExpandedRule::id)
          .containsExactly(
              "order.skip",
              "order.return",
              "order.required.reach-out",
              "order.required.invite-and-listen",
              "order.required.offer-resources",
              "order.required.close-with-thank-you",
              "resources-offered",
              "offers-in-their-place",
              "answered-peer-follow-up",
              "answered-employee-assistance",
              "answered-mental-health-professional",
              "answered-chaplaincy",
              "imminent-concern-met",
              "elevated-concern-met",
              "thanked-for-work",
              "thanked-for-sharing",
              "thanks-in-their-place",
              "thanks-come-last");
    }
  }

  @Nested
  class The_writing {
    @Test
    void is_checked_everywhere_at_once() {
      ProtocolBuilder wrong =
          ProtocolBuilder.of("Wrong", "one point zero")
              .element(Element.required("a", "", "P"))
              .element(Element.required("b", "A", " ").prompting(""))
              .element(Element.required("-b", "B", "P"))
              .order(
                  Order.strict()
                      .returning("-b", "a")
                      .returning("a", "a")
                      .returning("a", "-b")
                      .returning("x", "y"))
              .resource(Resource.of("walk", ""))
              .concerns("grave", "G")
              .appreciation("work", "w_")
              .rule(Rule.of("r", Template.EXISTENCE, any("sing:a"), any("begin:a")))
              .rule(Rule.of("R", Template.RESPONSE, any(), any()))
              .rule(Rule.of("s", Template.RESPONSE, any("begin:x"), any("offer:y")).times(2))
              .rule(Rule.of("t", Template.ABSENCE, any("begin:a")).times(0))
              .rule(
                  Rule.of("each", Template.ABSENCE, any("offer:walk"))
                      .forEach(Rule.ForEach.RESOURCE))
              .rule(
                  Rule.of("of-{element}", Template.ABSENCE, any("begin:{element}"))
                      .forEach(Rule.ForEach.ELEMENT, "z"))
              .deadline(Deadline.of("d", any(), any("finish"), Duration.ZERO))
              .deadline(Deadline.of("D", any("open"), any("close"), Duration.ofDays(40_000)))
              .example(Example.refused("", List.of()));

      assertThat(found(problems(wrong)))
          .containsExactlyInAnyOrder(
              "protocol.ill-formed /id",
              "protocol.ill-formed /release",
              "protocol.missing /title",
              "protocol.missing /source",
              "protocol.missing /elements/0/title",
              "protocol.missing /elements/1/purpose",
              "protocol.missing /elements/1/prompts/0",
              "protocol.ill-formed /elements/2/key",
              "protocol.contradiction /order/returns/0/1",
              "protocol.contradiction /order/returns/1",
              "protocol.contradiction /order/returns/1/1",
              "protocol.contradiction /order/returns/2",
              "protocol.contradiction /order/returns/2/1",
              "protocol.unknown /order/returns/3/0",
              "protocol.unknown /order/returns/3/1",
              "protocol.missing /resources/0/title",
              "protocol.ill-formed /concerns/1",
              "protocol.ill-formed /appreciation/1",
              "protocol.unknown /rules/0/a/0",
              "protocol.contradiction /rules/0/b",
              "protocol.missing /rules/1/a",
              "protocol.missing /rules/1/b",
              "protocol.unknown /rules/2/a/0",
              "protocol.unknown /rules/2/b/0",
              "protocol.contradiction /rules/2/count",
              "protocol.out-of-range /rules/3/count",
              "protocol.contradiction /rules/4/id",
              "protocol.unknown /rules/5/except/0",
              "protocol.ill-formed /rules/1/id",
              "protocol.missing /deadlines/0/from",
              "protocol.unknown /deadlines/0/to/0",
              "protocol.out-of-range /deadlines/0/within",
              "protocol.ill-formed /deadlines/1/id",
              "protocol.out-of-range /deadlines/1/within",
              "protocol.missing /examples/0/name",
              "protocol.out-of-range /examples/0/at");
    }

    @Test
    void says_nothing_twice() {
      ProtocolBuilder wrong =
          sound()
              .element(Element.required("a", "A", "P"))
              .element(Element.required("a", "A", "P"))
              .resource(Resource.of("walk", "W"))
              .concerns("grave")
              .appreciation("work")
              .rule(Rule.of("r", Template.ABSENCE, any("begin:a")).asAdvisory())
              .rule(Rule.of("r", Template.EXISTENCE, any("begin:a")).asAdvisory())
              .deadline(Deadline.of("d", any("open"), any("close"), Duration.ofDays(1)))
              .deadline(Deadline.of("d", any("open"), any("close"), Duration.ofDays(1)))
              .deadline(Deadline.of("r", any("open"), any("close"), Duration.ofDays(1)));

      assertThat(found(problems(wrong)))
          .containsExactly(
              "protocol.duplicate /elements/3/key",
              "protocol.duplicate /elements/4/key",
              "protocol.duplicate /resources/1/key",
              "protocol.duplicate /concerns/1",
              "protocol.duplicate /appreciation/1",
              "protocol.duplicate /rules/1/id",
              "protocol.duplicate /deadlines/1/id",
              "protocol.duplicate /deadlines/2/id");
    }

    @Test
    void has_at_least_one_element() {
      assertThat(found(problems(ProtocolBuilder.of("empty", "1.0.0").title("T").source("S"))))
          .containsExactly("protocol.missing /elements");
    }

    @Test
    void except_needs_for_each() {
      Rule rule = Rule.of("r", Template.ABSENCE, any("begin:a"));
      ProtocolBuilder wrong = sound().rule(ImmutableRule.copyOf(rule).withExcept("walk"));

      assertThat(found(problems(wrong))).containsExactly("protocol.contradiction /rules/0/except");
    }

    @Test
    void two_rules_meet_after_they_are_spelled_out() {
      ProtocolBuilder wrong =
          sound()
              .rule(
                  Rule.of("no-{resource}", Template.ABSENCE, any("offer:{resource}"))
                      .forEach(Rule.ForEach.RESOURCE)
                      .asAdvisory())
              .rule(Rule.of("no-walk", Template.ABSENCE, any("offer:walk")).asAdvisory());

      assertThat(found(problems(wrong))).containsExactly("protocol.duplicate /rules/1/id");
    }

    /** A cycle of six among fifty rules: there are millions of sets of five. */
    @Test
    void names_a_clash_of_many_rules_without_trying_every_set() {
      ProtocolBuilder wrong = ProtocolBuilder.of("clash", "1").title("T").source("S");
      for (int e = 0; e < 7; e++) {
        wrong.element(Element.optional("e" + e, "E", "P").asRepeatable());
      }
      for (int n = 0; n < 44; n++) {
        wrong.rule(Rule.of("noise-" + n, Template.EXISTENCE, any("begin:e6")));
      }
      List<String> cycle = new ArrayList<>(List.of("some"));
      wrong.rule(Rule.of("some", Template.EXISTENCE, any("begin:e5")));
      for (int e = 0; e < 6; e++) {
        cycle.add("after-" + e);
        wrong.rule(
            Rule.of(
                "after-" + e,
                Template.PRECEDENCE,
                any("begin:e" + e),
                any("begin:e" + (e + 1) % 6)));
      }

      assertThat(problems(wrong)).hasSize(1);
      assertThat(problems(wrong).get(0).code()).isEqualTo(ProblemCode.CANNOT_CLOSE);
      assertThat(problems(wrong).get(0).rules()).containsExactlyElementsOf(cycle);
    }

    @Test
    void is_not_longer_than_the_limits() {
      String text = "x".repeat(Limits.TEXT + 1);
      ProtocolBuilder wrong =
          ProtocolBuilder.of("long", "1.0.0")
              .title(text)
              .source("S")
              .element(Element.required("a", text, "P").from(Provenance.OUR_READING, text))
              .rule(
                  Rule.of("r", Template.ABSENCE, any("begin:a"))
                      .asAdvisory()
                      .because(text)
                      .from(Provenance.OUR_READING, text));
      for (int i = 0; i <= Limits.RESOURCES; i++) {
        wrong.resource(Resource.of("x" + i, "X"));
      }

      assertThat(found(problems(wrong)))
          .containsExactly(
              "protocol.out-of-range /title",
              "protocol.out-of-range /elements/0/title",
              "protocol.out-of-range /elements/0/source",
              "protocol.out-of-range /resources",
              "protocol.out-of-range /rules/0/because",
              "protocol.out-of-range /rules/0/source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "a b", "ä", "a:b", "a.b"})
    void does_not_take_every_word_for_a_key(String key) {
      assertThat(Keys.isKey(key)).isFalse();
      assertThat(Keys.isKey("a".repeat(64))).isFalse();
      assertThat(Keys.isKey("0-a".repeat(21))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "ä", "a:b", "a/b"})
    void does_not_take_every_word_for_an_id(String id) {
      assertThat(Keys.isId(id)).isFalse();
      assertThat(Keys.isId("A".repeat(65))).isFalse();
      assertThat(Keys.isId("0.A_b-".repeat(10) + "abcd")).isTrue();
    }
  }

  @Nested
  class The_meaning {
    @Test
    void leaves_a_way_to_close() {
      Problem problem =
          problem(
              sound()
                  .rule(Rule.of("harmless", Template.EXISTENCE, any("thank:work")))
                  .rule(Rule.of("some-a", Template.EXISTENCE, any("begin:a")))
                  .rule(Rule.of("b-first", Template.PRECEDENCE, any("begin:b"), any("begin:a")))
                  .rule(Rule.of("no-b", Template.ABSENCE, any("begin:b"))));

      assertThat(problem.code()).isEqualTo(ProblemCode.CANNOT_CLOSE);
      assertThat(problem.rules()).containsExactly("some-a", "b-first", "no-b");
      assertThat(problem.conversation()).isEmpty();
    }

    @Test
    void names_the_first_of_the_smallest_clashing_sets() {
      Problem problem =
          problem(
              sound()
                  .rule(Rule.of("three-1", Template.EXISTENCE, any("begin:a")))
                  .rule(Rule.of("three-2", Template.PRECEDENCE, any("begin:b"), any("begin:a")))
                  .rule(Rule.of("three-3", Template.ABSENCE, any("begin:b")))
                  .rule(Rule.of("two-1", Template.EXISTENCE, any("thank:work")))
                  .rule(Rule.of("two-2", Template.ABSENCE, any("thank:*")))
                  .rule(Rule.of("two-3", Template.ABSENCE, any("thank:work"))));

      assertThat(problem.rules()).containsExactly("two-1", "two-2");
    }

    @Test
    void clashes_with_the_order_and_with_the_life_of_referrals_too() {
      Problem order =
          problem(sound().rule(Rule.of("twice", Template.EXISTENCE, any("begin:c")).times(2)));
      Problem life = problem(sound().rule(Rule.of("first", Template.INIT, any("connect:walk"))));

      assertThat(order.rules()).containsExactly("order.repeat.c", "twice");
      assertThat(life.rules()).containsExactly("first");
    }

    @Test
    void does_not_count_on_concerns_and_outcomes() {
      Problem concern =
          problem(sound().rule(Rule.of("worry", Template.EXISTENCE, any("concern:grave"))));
      Problem outcome =
          problem(sound().rule(Rule.of("done", Template.EXISTENCE, any("complete:walk"))));

      assertThat(concern.code()).isEqualTo(ProblemCode.CANNOT_CLOSE);
      assertThat(outcome.code()).isEqualTo(ProblemCode.CANNOT_CLOSE);
    }

    @Test
    void never_refuses_a_concern() {
      Problem problem = problem(sound().rule(Rule.of("a-first", Template.INIT, any("begin:a"))));

      assertThat(problem.code()).isEqualTo(ProblemCode.REFUSES_THE_PEER);
      assertThat(problem.rules()).containsExactly("a-first");
      assertThat(problem.conversation()).containsExactly("concern:grave");
    }

    @Test
    void never_refuses_an_answer() {
      Problem problem =
          problem(
              sound()
                  .rule(Rule.of("b-after", Template.RESPONSE, any("decline:walk"), any("begin:b")))
                  .rule(Rule.of("no-b", Template.NOT_SUCCESSION, any("begin:a"), any("begin:b"))));

      assertThat(problem.code()).isEqualTo(ProblemCode.REFUSES_THE_PEER);
      assertThat(problem.rules()).containsExactly("b-after", "no-b");
      assertThat(problem.conversation())
          .containsExactlyInAnyOrder("begin:a", "offer:walk", "decline:walk")
          .endsWith("decline:walk");
    }

    @Test
    void never_refuses_what_became_of_a_referral() {
      Problem lapse = problem(sound().rule(Rule.of("no", Template.ABSENCE, any("lapse:walk"))));
      Problem complete =
          problem(sound().rule(Rule.of("no", Template.ABSENCE, any("complete:walk")).times(2)));

      assertThat(lapse.conversation()).containsExactly("offer:walk", "lapse:walk");
      assertThat(complete.code()).isEqualTo(ProblemCode.REFUSES_THE_PEER);
      assertThat(complete.conversation())
          .endsWith("complete:walk")
          .filteredOn("complete:walk"::equals)
          .hasSize(2);
    }

    @Test
    void gives_a_conversation_that_can_happen() {
      Problem problem =
          problem(
              sound()
                  .rule(Rule.of("twice-at-most", Template.ABSENCE, any("complete:walk")).times(3)));

      assertThat(problem.code()).isEqualTo(ProblemCode.REFUSES_THE_PEER);
      assertThat(problem.conversation())
          .as("nothing is completed that was not accepted before")
          .hasSize(9)
          .filteredOn("accept:walk"::equals)
          .hasSize(3);
    }

    @Test
    void does_not_forbid_more_completions_than_there_can_be() {
      ProtocolBuilder builder =
          sound()
              .rule(Rule.of("two-offers", Template.ABSENCE, any("offer:walk")).times(3))
              .rule(Rule.of("two-ends", Template.ABSENCE, any("complete:walk")).times(3));

      assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void may_forbid_what_leads_to_a_fact_instead() {
      ProtocolBuilder builder =
          sound()
              .rule(Rule.of("no", Template.ABSENCE, any("complete:walk")))
              .rule(Rule.of("no-offer", Template.ABSENCE, any("offer:walk")));

      assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void only_mandatory_rules_decide_whether_it_is_built() {
      ProtocolBuilder builder =
          sound()
              .rule(Rule.of("a-first", Template.INIT, any("begin:a")).asAdvisory())
              .rule(Rule.of("worry", Template.EXISTENCE, any("concern:grave")).asAdvisory())
              .rule(Rule.of("no-worry", Template.ABSENCE, any("concern:grave")).asAdvisory());

      assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void is_worked_through_up_to_a_limit() {
      ProtocolBuilder wide = ProtocolBuilder.of("wide", "1.0.0").title("T").source("S");
      for (int i = 0; i < 20; i++) {
        wide.element(Element.required("e" + i, "E", "P").asRepeatable());
      }

      assertThat(problem(wide).code()).isEqualTo(ProblemCode.TOO_LARGE);
    }
  }

  @Nested
  class The_examples {
    @Test
    void come_out_as_they_say() {
      ProtocolBuilder builder =
          sound()
              .rule(Rule.of("some-a", Template.EXISTENCE, any("begin:a")))
              .example(Example.accepted("an a", "begin:a", "close"))
              .example(Example.accepted("an early end", "end:declined"))
              .example(Example.refused("no a", List.of("begin:b", "close"), "some-a"))
              .example(Example.refused("twice", List.of("begin:c", "begin:c"), "order.repeat.c"))
              .example(Example.refused("no such referral", List.of("accept:walk")))
              .example(
                  Example.accepted(
                      "two walks",
                      "offer:walk",
                      "accept:walk",
                      "connect:walk",
                      "offer:walk",
                      "decline:walk",
                      "begin:a",
                      "close",
                      "complete:walk"));

      assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void are_problems_like_any_other_when_they_do_not() {
      List<Problem> problems =
          problems(
              sound()
                  .rule(Rule.of("some-a", Template.EXISTENCE, any("begin:a")))
                  .example(Example.accepted("right", "begin:a", "close"))
                  .example(Example.accepted("not accepted", "begin:b", "close"))
                  .example(Example.refused("not refused", List.of("begin:a", "close"), "some-a"))
                  .example(Example.refused("by another", List.of("close"), "order.repeat.c"))
                  .example(Example.refused("by more", List.of("close"), "order.repeat.c", "some-a"))
                  .example(
                      new Example(
                          "earlier", List.of("close", "close"), false, 2, List.of("some-a")))
                  .example(Example.accepted("unknown", "sing:a")));

      assertThat(found(problems))
          .containsExactly(
              "protocol.contradicted-example /examples/1",
              "protocol.contradicted-example /examples/2",
              "protocol.contradicted-example /examples/3",
              "protocol.contradicted-example /examples/4",
              "protocol.contradicted-example /examples/5",
              "protocol.contradicted-example /examples/6");
      assertThat(problems.get(0).rules()).containsExactly("some-a");
      assertThat(problems.get(0).conversation()).containsExactly("begin:b", "close");
    }
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void every_kind_of_problem_is_met_in_this_class(ProblemCode code) {
    Set<ProblemCode> met =
        EnumSet.of(
            ProblemCode.MISSING,
            ProblemCode.ILL_FORMED,
            ProblemCode.DUPLICATE,
            ProblemCode.UNKNOWN,
            ProblemCode.CONTRADICTION,
            ProblemCode.OUT_OF_RANGE,
            ProblemCode.CANNOT_CLOSE,
            ProblemCode.REFUSES_THE_PEER,
            ProblemCode.TOO_LARGE,
            ProblemCode.CONTRADICTED_EXAMPLE);

    assertThat(met).contains(code);
    assertThat(code.wireName()).startsWith("protocol.");
  }

  @Nested
  class As_a_value {
    @Test
    void equals_what_was_put_together_alike() {
      assertThat(sound().build()).isEqualTo(sound().build()).hasSameHashCodeAs(sound().build());
      assertThat(sound().build()).isNotEqualTo(sound().concerns("mild").build());
      assertThat(sound().build()).hasToString("Protocol sound@1.0.0");
    }

    @Test
    void lists_its_activities_in_code_point_order() {
      assertThat(sound().build().activities())
          .isSorted()
          .extracting(Activity::text)
          .containsExactly(
              "accept:walk",
              "begin:a",
              "begin:b",
              "begin:c",
              "complete:walk",
              "concern:grave",
              "connect:walk",
              "decline:walk",
              "lapse:walk",
              "offer:walk",
              "thank:work",
              "withdraw:walk");
    }
  }
}
