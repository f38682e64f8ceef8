package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** How two protocols differ, example by example. */
class DifferenceTest {
  private static final Rule ANSWERED =
      Rule.of("answered", Template.RESPONSE, any("offer:*"), any("accept:*", "decline:*"));

  private static ProtocolBuilder talk(String id) {
    return ProtocolBuilder.of(id, "1")
        .title("T")
        .source("S")
        .element(Element.required("listen", "Listen", "P").asRepeatable())
        .element(Element.optional("thank", "Thank", "P").asRepeatable());
  }

  private static ProtocolBuilder offering(String id) {
    return talk(id).resource(Resource.of("desk", "Desk"));
  }

  private static List<Disagreement> between(ProtocolBuilder first, ProtocolBuilder second) {
    return between(first, second, Matching.byKey());
  }

  private static List<Disagreement> between(
      ProtocolBuilder first, ProtocolBuilder second, Matching matching) {
    List<Disagreement> found =
        Difference.between(first.build(), second.build(), matching).disagreements();
    for (Disagreement each : found) {
      assertThat(each.explanation())
          .startsWith(each.allowedBy() + " allows: ")
          .contains(each.refusedBy() + " refuses ")
          .contains("(step " + each.at() + ")")
          .endsWith(".")
          .doesNotContain("  ", "..");
      each.rules().forEach(rule -> assertThat(each.explanation()).contains(rule));
    }
    return found;
  }

  private static void assertOnly(
      List<Disagreement> found, String allowedBy, int at, List<String> rules, String... words) {
    assertThat(found).hasSize(1);
    assertIs(found.get(0), allowedBy, at, rules, words);
  }

  private static void assertIs(
      Disagreement found, String allowedBy, int at, List<String> rules, String... words) {
    assertThat(found.allowedBy()).isEqualTo(allowedBy);
    assertThat(found.conversation()).containsExactly(words);
    assertThat(found.at()).isEqualTo(at);
    assertThat(found.rules()).isEqualTo(rules);
  }

  @Test
  void a_protocol_allows_what_it_allows() {
    Protocol ama = Catalogue.amaSixElements();

    assertThat(Difference.between(ama, ama, Matching.byKey()).isNone()).isTrue();
    assertThat(between(offering("p").rule(ANSWERED), offering("q").rule(ANSWERED))).isEmpty();
  }

  @Test
  void another_order_refuses_at_the_first_step_that_it_does_not_have() {
    List<Disagreement> found = between(talk("p"), talk("q").order(Order.strict()));

    assertOnly(found, "p@1", 1, List.of("order.skip"), "begin:thank", "begin:listen", "close");
  }

  @Test
  void what_one_must_begin_the_other_may_leave_out_until_the_close() {
    ProtocolBuilder free =
        ProtocolBuilder.of("q", "1")
            .title("T")
            .source("S")
            .element(Element.optional("listen", "Listen", "P").asRepeatable())
            .element(Element.optional("thank", "Thank", "P").asRepeatable());

    assertOnly(between(talk("p"), free), "q@1", 1, List.of("order.required.listen"), "close");
  }

  @Test
  void without_a_rule_more_is_allowed() {
    assertOnly(
        between(offering("p").rule(ANSWERED), offering("q")),
        "q@1",
        3,
        List.of("answered"),
        "begin:listen",
        "offer:desk",
        "close");
  }

  @Test
  void a_stronger_rule_refuses_more() {
    Rule once = Rule.of("few", Template.ABSENCE, any("begin:listen")).times(2);

    assertOnly(
        between(talk("p").rule(once.times(3)), talk("q").rule(once)),
        "p@1",
        2,
        List.of("few"),
        "begin:listen",
        "begin:listen",
        "close");
  }

  @Test
  void advice_deadlines_and_wording_do_not_count() {
    Deadline soon = Deadline.of("soon", any("open"), any("begin:listen"), Duration.ofMinutes(30));
    Rule overridable = ANSWERED.asOverridable().because("So it is.");

    assertThat(
            between(
                offering("p").rule(ANSWERED),
                offering("q")
                    .title("Other")
                    .deadline(soon)
                    .order(Order.guided())
                    .rule(overridable)
                    .rule(Rule.of("advice", Template.EXISTENCE, any("begin:thank")).asAdvisory())))
        .isEmpty();
  }

  @Test
  void an_element_of_another_name_is_another_unless_a_mapping_says_so() {
    ProtocolBuilder first = ProtocolBuilder.of("p", "1").title("T").source("S");
    first.element(Element.required("listen", "Listen", "P").asRepeatable());
    ProtocolBuilder second = ProtocolBuilder.of("q", "1").title("T").source("S");
    second.element(Element.required("hear", "Hear", "P").asRepeatable());

    List<Disagreement> found = between(first, second);

    assertThat(found).hasSize(2);
    assertIs(found.get(0), "p@1", 1, List.of(), "begin:listen", "close");
    assertIs(found.get(1), "q@1", 1, List.of(), "begin:hear", "close");
    assertThat(found.get(0).explanation())
        .contains("q@1 has nothing that stands for it")
        .contains("A mapping can say what does.");
    assertThat(between(first, second, Matching.byKey().element("listen", "hear"))).isEmpty();
  }

  @Test
  void a_resource_that_only_one_knows_is_refused_by_the_other() {
    assertOnly(
        between(talk("p"), offering("q")),
        "q@1",
        2,
        List.of(),
        "begin:listen",
        "offer:desk",
        "close");
    ProtocolBuilder other = talk("q").resource(Resource.of("counter", "Counter"));
    assertThat(between(offering("p"), other, Matching.byKey().resource("desk", "counter")))
        .isEmpty();
  }

  @Test
  void a_hand_off_without_a_yes_is_refused_where_consent_is_required() {
    assertOnly(
        between(talk("p").resource(Resource.of("desk", "Desk").byNotice()), offering("q")),
        "p@1",
        3,
        List.of(),
        "begin:listen",
        "offer:desk",
        "connect:desk",
        "close");
  }

  @Test
  void a_level_of_concern_and_a_facet_that_only_one_knows_are_refused_by_the_other() {
    assertOnly(
        between(talk("p").concerns("high"), talk("q")),
        "p@1",
        2,
        List.of(),
        "begin:listen",
        "concern:high",
        "close");
    assertOnly(
        between(talk("p"), talk("q").appreciation("work")),
        "q@1",
        2,
        List.of(),
        "begin:listen",
        "thank:work",
        "close");
    Matching matching = new Matching(Map.of(), Map.of(), Map.of("high", "red"), Map.of("a", "b"));
    assertThat(
            between(
                talk("p").concerns("high").appreciation("a"),
                talk("q").concerns("red").appreciation("b"),
                matching))
        .isEmpty();
  }

  @Test
  void rules_that_refuse_only_together_are_named_together() {
    Rule thanks = Rule.of("thanks", Template.EXISTENCE, any("begin:thank"));
    Rule never = Rule.of("never-after", Template.NOT_SUCCESSION, any("offer:desk"), any("begin:*"));

    List<Disagreement> found = between(offering("p"), offering("q").rule(thanks).rule(never));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).conversation()).hasSize(2);
    assertThat(found.get(0).rules()).containsExactly("thanks");
    Disagreement clash =
        between(offering("p").rule(thanks), offering("q").rule(thanks).rule(never)).get(0);
    assertThat(clash.conversation())
        .containsExactly("begin:listen", "offer:desk", "begin:thank", "close");
    assertThat(clash.at()).isEqualTo(2);
    assertThat(clash.rules()).containsExactly("thanks", "never-after");
  }

  @Test
  void a_lapse_is_that_of_the_referral_that_makes_a_conversation_of_it() {
    Rule end = Rule.of("end", Template.END, any("complete:desk", "begin:*"));
    Rule once = Rule.of("once", Template.EXISTENCE, any("connect:desk"));
    Rule spoken =
        Rule.of("spoken", Template.RESPONDED_EXISTENCE, any("lapse:desk"), any("begin:*"));
    ProtocolBuilder first = offeringOnly("p").rule(once).rule(end);
    ProtocolBuilder second = offeringOnly("q").rule(once).rule(end).rule(spoken);

    Disagreement found = between(first, second).get(0);

    assertIs(
        found,
        "p@1",
        7,
        List.of("spoken"),
        "offer:desk",
        "accept:desk",
        "connect:desk",
        "offer:desk",
        "lapse:desk",
        "complete:desk",
        "close");
  }

  @Test
  void as_many_connected_referrals_are_told_apart_as_a_rule_calls_for() {
    Rule each = Rule.of("each", Template.ALTERNATE_PRECEDENCE, any("lapse:desk"), any("begin:go"));
    Rule first = Rule.of("first", Template.NOT_SUCCESSION, any("lapse:desk"), any("offer:desk"));
    Rule few = Rule.of("few", Template.ABSENCE, any("begin:go")).times(9);

    List<Disagreement> found =
        between(offeringOnly("p").rule(each).rule(first), offeringOnly("q").rule(few));

    assertThat(found).hasSize(2);
    assertThat(found.get(0).conversation()).hasSize(8 * 3 + 1 + 9 * 2 + 1);
    assertThat(found.get(0).rules()).containsExactly("few");
  }

  private static ProtocolBuilder offeringOnly(String id) {
    return ProtocolBuilder.of(id, "1")
        .title("T")
        .source("S")
        .element(Element.optional("go", "Go", "P").asRepeatable())
        .resource(Resource.of("desk", "Desk"));
  }

  @Test
  void every_problem_of_a_matching_is_named_and_no_name_is_repeated() {
    Protocol first = offering("p").build();
    Protocol second = offering("q").build();
    Matching matching =
        Matching.byKey()
            .element("no-such-thing", "thank")
            .element("listen", "thank")
            .resource("desk", "no-such-desk");

    assertThat(matching.problems(first, second))
        .containsExactly(
            "An element is matched that p@1 does not have. It has: listen, thank.",
            "Two names are matched with the same element. Match each once.",
            "A resource is matched that q@1 does not have. It has: desk.");
    assertThatThrownBy(() -> Difference.between(first, second, matching))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Match each once.")
        .hasMessageContaining("It has: desk.");
  }

  @Test
  void two_drafts_of_the_same_id_and_release_are_told_apart() {
    Rule once = Rule.of("once", Template.ABSENCE, any("begin:listen")).times(2);

    List<Disagreement> found = between(talk("p"), talk("p").rule(once));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).allowedBy()).isEqualTo("p@1 (the first)");
    assertThat(found.get(0).refusedBy()).isEqualTo("p@1 (the second)");
  }
}
