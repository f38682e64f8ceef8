package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.protocol.Rule.any;
import static org.peersupport.protocol.Template.ABSENCE;
import static org.peersupport.protocol.Template.ALTERNATE_PRECEDENCE;
import static org.peersupport.protocol.Template.ALTERNATE_SUCCESSION;
import static org.peersupport.protocol.Template.CHAIN_RESPONSE;
import static org.peersupport.protocol.Template.CHOICE;
import static org.peersupport.protocol.Template.CO_EXISTENCE;
import static org.peersupport.protocol.Template.END;
import static org.peersupport.protocol.Template.EXISTENCE;
import static org.peersupport.protocol.Template.NOT_CO_EXISTENCE;
import static org.peersupport.protocol.Template.NOT_SUCCESSION;
import static org.peersupport.protocol.Template.PRECEDENCE;
import static org.peersupport.protocol.Template.RESPONSE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;

/** What a verification finds, kind by kind. */
class VerificationTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Listening and closing in any order and number, help and a hotline, one concern, one thank. */
  private static ProtocolBuilder anything() {
    return ProtocolBuilder.of("anything", "1.0.0")
        .title("Anything")
        .source("Our own")
        .element(Element.optional("listen", "Listen", "Listen.").asRepeatable())
        .element(Element.optional("wrap-up", "Wrap up", "Wrap up.").asRepeatable())
        .resource(Resource.of("help", "Help"))
        .concerns("elevated")
        .appreciation("work");
  }

  private static Finding only(ProtocolBuilder protocol) {
    return only(protocol.build());
  }

  private static Finding only(Protocol protocol) {
    List<Finding> findings = besideTheConcern(protocol);
    assertThat(findings).hasSize(1);
    FindingCheck.confirm(protocol, new Oracle(protocol), findings.get(0));
    return findings.get(0);
  }

  /** What is found beside the concern that nobody has to answer. */
  private static List<Finding> besideTheConcern(Protocol protocol) {
    List<Finding> findings = Verification.of(protocol).findings();
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == FindingKind.CONCERN_UNANSWERED)
        .extracting(Finding::about)
        .containsExactly("concern:elevated");
    return findings.stream()
        .filter(finding -> finding.kind() != FindingKind.CONCERN_UNANSWERED)
        .toList();
  }

  private static Finding one(FindingKind kind, String about, ProtocolBuilder builder) {
    Protocol protocol = builder.build();
    List<Finding> findings =
        Verification.of(protocol).findings().stream()
            .filter(finding -> finding.kind() == kind && finding.about().equals(about))
            .toList();
    assertThat(findings).hasSize(1);
    FindingCheck.confirm(protocol, new Oracle(protocol), findings.get(0));
    return findings.get(0);
  }

  private static void nothing(ProtocolBuilder protocol) {
    assertThat(besideTheConcern(protocol.build())).isEmpty();
  }

  // --- in general

  @Test
  void nothing_is_wrong_where_anything_goes_but_that_nobody_answers_a_concern() {
    nothing(anything());
  }

  @Test
  void in_the_default_protocol_nobody_has_to_answer_that_one_is_worried() {
    Verification verification = Verification.of(Catalogue.amaSixElements());

    assertThat(verification.findings())
        .containsExactly(
            new Finding(
                FindingKind.CONCERN_UNANSWERED,
                "concern:elevated",
                List.of("elevated-concern-met"),
                "Nobody has to answer a concern recorded as 'Worried: they need more than this talk'"
                    + " (concern:elevated). No mandatory rule that holds always asks for anything"
                    + " after it. Add one that does, or make one of these mandatory and let it hold"
                    + " always: 'Offer professional help when you are worried'"
                    + " (elevated-concern-met).",
                List.of("concern:elevated", "end:stopped")));
    assertThat(verification.states()).isPositive();
    assertThat(Verification.of(Catalogue.amaSixElements())).isEqualTo(verification);
  }

  // --- what can never come

  @Test
  void an_element_that_is_forbidden_is_dead() {
    Finding finding = only(anything().rule(Rule.of("no-end", ABSENCE, any("begin:wrap-up"))));

    assertThat(finding.kind()).isEqualTo(FindingKind.DEAD_ELEMENT);
    assertThat(finding.about()).isEqualTo("begin:wrap-up");
    assertThat(finding.rules()).containsExactly("no-end");
    assertThat(finding.witness()).containsExactly("begin:wrap-up");
  }

  @Test
  void a_resource_that_two_rules_together_keep_out_is_dead() {
    Finding finding =
        only(
            anything()
                .rule(Rule.of("listened", EXISTENCE, any("begin:listen")))
                .rule(Rule.of("apart", NOT_CO_EXISTENCE, any("begin:listen"), any("offer:help"))));

    assertThat(finding.kind()).isEqualTo(FindingKind.DEAD_RESOURCE);
    assertThat(finding.rules()).containsExactly("listened", "apart");
    assertThat(finding.witness()).containsExactly("offer:help");
  }

  @Test
  void a_hand_off_is_reported_where_its_offer_lives_and_what_follows_it_is_not() {
    Finding finding = only(anything().rule(Rule.of("never", ABSENCE, any("connect:*"))));

    assertThat(finding.kind()).isEqualTo(FindingKind.DEAD_ACTIVITY);
    assertThat(finding.about()).isEqualTo("connect:help");
    assertThat(finding.witness()).containsExactly("offer:help", "accept:help", "connect:help");
  }

  @Test
  void thanks_that_never_come_are_dead() {
    Finding finding = only(anything().rule(Rule.of("no-thanks", ABSENCE, any("thank:*"))));

    assertThat(finding.kind()).isEqualTo(FindingKind.DEAD_ACTIVITY);
    assertThat(finding.about()).isEqualTo("thank:work");
  }

  // --- what is said twice, or in vain

  @Test
  void a_rule_that_another_one_implies_is_redundant() {
    Finding finding =
        one(
            FindingKind.REDUNDANT_RULE,
            "once",
            anything()
                .rule(Rule.of("once", EXISTENCE, any("begin:listen")))
                .rule(Rule.of("twice", EXISTENCE, any("begin:listen")).times(2)));

    assertThat(finding.rules()).containsExactly("once", "twice");
    assertThat(finding.witness()).containsExactly("close");
  }

  @Test
  void advice_that_the_rules_enforce_anyway_is_redundant() {
    Finding finding =
        one(
            FindingKind.REDUNDANT_RULE,
            "advice",
            anything()
                .rule(
                    Rule.of(
                        "before", PRECEDENCE, any("begin:listen"), any("begin:wrap-up", "thank:*")))
                .rule(
                    Rule.of("advice", PRECEDENCE, any("begin:listen"), any("thank:*"))
                        .asAdvisory()));

    assertThat(finding.rules()).containsExactly("advice", "before");
    assertThat(finding.witness()).containsExactly("thank:work", "close");
  }

  @Test
  void two_equal_rules_are_both_redundant_each_because_of_the_other() {
    Protocol protocol =
        anything()
            .rule(Rule.of("one", EXISTENCE, any("begin:listen")))
            .rule(Rule.of("other", EXISTENCE, any("begin:listen")))
            .build();

    assertThat(besideTheConcern(protocol))
        .extracting(Finding::rules)
        .containsExactly(List.of("one", "other"), List.of("other", "one"));
  }

  @Test
  void a_rule_that_holds_always_is_not_redundant_because_of_one_that_ends_with_the_conversation() {
    Rule thanked = Rule.of("thanked", RESPONSE, any("connect:help"), any("thank:work"));

    nothing(
        anything()
            .rule(thanked.bindingAlways())
            .rule(Rule.of("both", RESPONSE, any("connect:*", "begin:wrap-up"), any("thank:*"))));
    assertThat(
            one(
                    FindingKind.REDUNDANT_RULE,
                    "thanked",
                    anything()
                        .rule(thanked.bindingAlways())
                        .rule(
                            Rule.of(
                                    "both",
                                    RESPONSE,
                                    any("connect:*", "begin:wrap-up"),
                                    any("thank:*"))
                                .bindingAlways()))
                .rules())
        .containsExactly("thanked", "both");
  }

  @Test
  void a_rule_about_what_never_comes_is_vacuous() {
    Finding finding =
        one(
            FindingKind.VACUOUS_RULE,
            "after",
            anything()
                .rule(Rule.of("never", ABSENCE, any("offer:*")))
                .rule(Rule.of("after", RESPONSE, any("complete:help"), any("thank:work"))));

    assertThat(finding.rules()).containsExactly("after", "never");
    assertThat(finding.witness()).containsExactly("offer:help");
  }

  @Test
  void a_rule_is_not_called_vacuous_because_of_itself_where_an_outcome_could_still_satisfy_it() {
    Finding finding =
        one(
            FindingKind.VACUOUS_RULE,
            "lapses",
            anything()
                .resource(Resource.of("hotline", "Hotline").byNotice())
                .rule(Rule.of("listened", EXISTENCE, any("begin:listen")))
                .rule(Rule.of("apart", NOT_CO_EXISTENCE, any("begin:listen"), any("offer:hotline")))
                .rule(
                    Rule.of(
                        "lapses", CHAIN_RESPONSE, any("decline:hotline"), any("lapse:hotline"))));

    assertThat(finding.rules()).containsExactly("lapses", "listened", "apart");
  }

  // --- what nobody said

  @Test
  void what_the_rules_leave_no_way_around_is_forced() {
    Finding finding =
        only(
            anything()
                .rule(Rule.of("some", CHOICE, any("begin:listen"), any("begin:wrap-up")))
                .rule(Rule.of("first", PRECEDENCE, any("begin:listen"), any("begin:wrap-up"))));

    assertThat(finding.kind()).isEqualTo(FindingKind.FORCED);
    assertThat(finding.about()).isEqualTo("begin:listen");
    assertThat(finding.rules()).containsExactly("some", "first");
    assertThat(finding.witness()).containsExactly("begin:listen", "close");
  }

  @Test
  void what_the_life_of_referrals_asks_for_is_forced() {
    ProtocolBuilder protocol =
        anything().rule(Rule.of("handed-off", EXISTENCE, any("connect:help")));

    assertThat(one(FindingKind.FORCED, "offer:help", protocol).rules())
        .containsExactly("handed-off");
    assertThat(one(FindingKind.FORCED, "accept:help", protocol).witness())
        .containsExactly("offer:help", "accept:help", "connect:help", "close");
  }

  @Test
  void what_one_rule_asks_for_is_not_forced() {
    nothing(anything().rule(Rule.of("listened", EXISTENCE, any("begin:listen"))));
  }

  @Test
  void an_act_that_makes_the_way_longer_by_three_is_a_trap_and_by_two_is_not() {
    nothing(
        anything()
            .rule(Rule.of("two", RESPONSE, any("concern:elevated"), any("begin:listen")))
            .rule(Rule.of("more", RESPONSE, any("begin:listen"), any("thank:work"))));
    Finding finding =
        only(
            anything()
                .rule(Rule.of("two", RESPONSE, any("concern:elevated"), any("begin:listen")))
                .rule(Rule.of("more", RESPONSE, any("begin:listen"), any("begin:wrap-up")))
                .rule(Rule.of("most", RESPONSE, any("begin:wrap-up"), any("thank:work"))));

    assertThat(finding.kind()).isEqualTo(FindingKind.TRAP);
    assertThat(finding.about()).isEqualTo("concern:elevated");
    assertThat(finding.rules()).containsExactly("two", "more", "most");
    assertThat(finding.witness()).containsExactly("concern:elevated");
  }

  @Test
  void a_trap_may_be_the_lapse_of_a_connected_referral_while_another_one_is_pending() {
    Finding finding =
        one(
            FindingKind.TRAP,
            "lapse:help",
            anything().rule(Rule.of("agreed-last", END, any("accept:help"))));

    assertThat(finding.rules()).containsExactly("agreed-last");
    assertThat(finding.explanation()).contains("has 3 steps: a hand-off to 'Help',");
    assertThat(finding.witness())
        .containsExactly(
            "offer:help", "accept:help", "connect:help", "offer:help", "accept:help", "lapse:help");
  }

  @Test
  void of_resources_that_are_alike_each_has_a_shortest_trap() {
    ProtocolBuilder protocol =
        anything()
            .resource(Resource.of("hotline", "Hotline"))
            .rule(
                Rule.of(
                        "declined-{resource}",
                        RESPONSE,
                        any("accept:{resource}"),
                        any("decline:{resource}"))
                    .forEach(Rule.ForEach.RESOURCE));

    assertThat(one(FindingKind.TRAP, "accept:help", protocol).witness())
        .containsExactly("offer:help", "accept:help");
    assertThat(one(FindingKind.TRAP, "accept:hotline", protocol).witness())
        .containsExactly("offer:hotline", "accept:hotline");
  }

  // --- what is called for in vain

  @Test
  void a_deadline_for_what_cannot_come_again_is_unmeetable() {
    Finding finding =
        only(anything().deadline(Deadline.of("late", any("end"), any("offer:help"), HOUR)));

    assertThat(finding.kind()).isEqualTo(FindingKind.UNMEETABLE_DEADLINE);
    assertThat(finding.about()).isEqualTo("late");
    assertThat(finding.rules()).isEmpty();
    assertThat(finding.witness()).containsExactly("end:stopped");
  }

  @Test
  void a_deadline_that_only_elements_and_thanks_can_meet_is_over_with_the_conversation() {
    nothing(
        anything()
            .deadline(Deadline.of("late", any("end", "close"), any("begin:listen"), HOUR))
            .deadline(Deadline.of("again", any("decline:*"), any("begin:*", "thank:*"), HOUR)));
  }

  @Test
  void a_deadline_that_nothing_but_the_end_discharges_is_unmeetable() {
    ProtocolBuilder once =
        anything()
            .rule(Rule.of("once", ABSENCE, any("begin:wrap-up")).times(2))
            .deadline(Deadline.of("twice", any("begin:wrap-up"), any("begin:wrap-up"), HOUR));

    assertThat(only(once).kind()).isEqualTo(FindingKind.UNMEETABLE_DEADLINE);
    assertThat(only(once).witness()).containsExactly("begin:wrap-up");
  }

  @Test
  void a_deadline_may_be_unmeetable_from_the_opening_on() {
    Finding finding =
        one(
            FindingKind.UNMEETABLE_DEADLINE,
            "at-once",
            anything()
                .rule(Rule.of("no-help", ABSENCE, any("offer:help")))
                .deadline(Deadline.of("at-once", any("open"), any("offer:help"), HOUR)));

    assertThat(finding.witness()).isEmpty();
  }

  @Test
  void a_concern_after_the_end_may_call_for_what_can_no_longer_come() {
    Deadline soon = Deadline.of("soon", any("concern:*"), any("offer:help"), HOUR);
    Rule answered = Rule.of("answered", RESPONSE, any("concern:elevated"), any("offer:help"));

    assertThat(only(anything().deadline(soon)).witness())
        .containsExactly("end:stopped", "concern:elevated");
    Protocol lasting = anything().deadline(soon).rule(answered.bindingAlways()).build();
    assertThat(Verification.of(lasting).findings()).isEmpty();
  }

  @Test
  void a_concern_may_meet_a_deadline_at_any_time() {
    nothing(
        anything().deadline(Deadline.of("told", any("end", "decline:*"), any("concern:*"), HOUR)));
  }

  @Test
  void a_deadline_of_a_referral_is_not_met_by_another_referral() {
    Finding finding =
        only(anything().deadline(Deadline.of("again", any("decline:*"), any("accept:*"), HOUR)));

    assertThat(finding.witness()).containsExactly("offer:help", "decline:help");
  }

  @Test
  void a_deadline_that_the_life_of_a_referral_can_meet_after_the_end_is_not_unmeetable() {
    nothing(
        anything()
            .deadline(Deadline.of("hand-off", any("accept:*"), any("connect:*"), HOUR))
            .deadline(Deadline.of("outcome", any("connect:*"), any("complete:*"), HOUR)));
  }

  @Test
  void an_offer_that_shortens_the_way_may_come_after_the_end_and_bring_what_is_called_for() {
    Protocol protocol =
        anything()
            .rule(Rule.of("agreed", EXISTENCE, any("accept:help")).times(2).bindingAlways())
            .deadline(Deadline.of("agreement", any("end"), any("accept:help"), HOUR))
            .build();

    // Not so where two accepts have come already.
    assertThat(Verification.of(protocol).findings())
        .filteredOn(finding -> finding.kind() == FindingKind.UNMEETABLE_DEADLINE)
        .singleElement()
        .extracting(Finding::witness)
        .isEqualTo(
            List.of(
                "offer:help",
                "accept:help",
                "connect:help",
                "offer:help",
                "accept:help",
                "end:stopped"));
  }

  @Test
  void the_same_resource_is_meant_where_one_calls_for_what_another_discharges() {
    Finding finding =
        only(
            anything()
                .resource(Resource.of("hotline", "Hotline"))
                .deadline(Deadline.of("other", any("accept:hotline"), any("accept:help"), HOUR)));

    assertThat(finding.witness()).containsExactly("offer:hotline", "accept:hotline");
  }

  @Test
  void a_shorter_way_through_the_conversation_is_preferred_to_one_after_the_end() {
    Finding finding =
        one(
            FindingKind.UNMEETABLE_DEADLINE,
            "offers",
            anything()
                .rule(
                    Rule.of("turns", ALTERNATE_SUCCESSION, any("thank:work"), any("begin:wrap-up"))
                        .bindingAlways())
                .rule(
                    Rule.of("both", CO_EXISTENCE, any("thank:*", "begin:*"), any("begin:wrap-up"))
                        .bindingAlways())
                .deadline(Deadline.of("offers", any("begin:wrap-up"), any("offer:*"), HOUR)));

    assertThat(finding.witness()).containsExactly("thank:work", "end:stopped", "begin:wrap-up");
  }

  @Test
  void a_referral_is_completed_once() {
    Finding finding =
        only(
            anything()
                .rule(
                    Rule.of("thanked", RESPONSE, any("complete:help"), any("thank:work"))
                        .bindingAlways())
                .deadline(Deadline.of("next", any("thank:work"), any("complete:help"), HOUR)));

    assertThat(finding.witness())
        .containsExactly("offer:help", "end:stopped", "accept:help", "complete:help", "thank:work");
  }

  @Test
  void no_connected_referral_is_overlooked() {
    Finding finding =
        one(
            FindingKind.UNMEETABLE_DEADLINE,
            "outcome",
            anything()
                .rule(Rule.of("twice", EXISTENCE, any("connect:help")).times(2))
                .deadline(Deadline.of("outcome", any("close"), any("complete:help"), HOUR)));

    assertThat(finding.witness())
        .hasSize(9)
        .endsWith("close")
        .filteredOn(act -> act.startsWith("lapse:") || act.startsWith("complete:"))
        .hasSize(2);
  }

  // --- concerns

  @Test
  void a_concern_is_answered_by_a_mandatory_rule_that_holds_always_and_by_no_other() {
    Rule answered = Rule.of("answered", RESPONSE, any("concern:elevated"), any("offer:help"));

    assertThat(Verification.of(anything().rule(answered.bindingAlways()).build()).findings())
        .isEmpty();
    assertThat(unanswered(anything().rule(answered))).containsExactly("answered");
    assertThat(unanswered(anything().rule(answered.bindingAlways().asAdvisory())))
        .containsExactly("answered");
    assertThat(
            unanswered(
                anything().rule(Rule.of("offered", EXISTENCE, any("offer:help")).bindingAlways())))
        .isEmpty();
  }

  private static List<String> unanswered(ProtocolBuilder protocol) {
    return one(FindingKind.CONCERN_UNANSWERED, "concern:elevated", protocol).rules();
  }

  // --- properties

  @Test
  void a_property_is_broken_by_a_shortest_conversation() {
    Protocol protocol =
        anything().rule(Rule.of("listened", EXISTENCE, any("begin:listen"))).build();
    Rule property = Rule.of("thanked", EXISTENCE, any("thank:work"));
    Finding finding = Verification.ofProperty(protocol, property).findings().get(0);

    assertThat(finding.kind()).isEqualTo(FindingKind.BROKEN_PROPERTY);
    assertThat(finding.rules()).containsExactly("thanked");
    assertThat(finding.witness()).containsExactly("begin:listen", "close");
  }

  @Test
  void a_property_that_the_rules_imply_together_is_obeyed() {
    Protocol protocol =
        anything()
            .rule(Rule.of("some", CHOICE, any("begin:listen"), any("begin:wrap-up")))
            .rule(Rule.of("first", PRECEDENCE, any("begin:listen"), any("begin:wrap-up")))
            .build();
    Rule property = Rule.of("listened", EXISTENCE, any("begin:listen"));

    assertThat(Verification.ofProperty(protocol, property).findings()).isEmpty();
    assertThat(
            Verification.ofProperty(protocol, property.bindingAlways().asOverridable()).findings())
        .isEmpty();
  }

  @Test
  void a_property_for_each_resource_is_answered_one_by_one() {
    Protocol protocol =
        anything()
            .resource(Resource.of("hotline", "Hotline"))
            .rule(
                Rule.of(
                    "answered", RESPONSE, any("offer:help"), any("accept:help", "decline:help")))
            .build();
    Rule property =
        Rule.of(
                "answered-{resource}",
                RESPONSE,
                any("offer:{resource}"),
                any("accept:{resource}", "decline:{resource}"))
            .forEach(Rule.ForEach.RESOURCE);

    assertThat(Verification.ofProperty(protocol, property).findings())
        .extracting(Finding::about)
        .containsExactly("answered-hotline");
  }

  @Test
  void a_rule_is_not_redundant_because_only_few_connected_referrals_were_thought_of() {
    Protocol protocol =
        ProtocolBuilder.of("many", "1.0.0")
            .title("Many hand-offs")
            .source("Our own")
            .element(Element.optional("go", "Go", "Go.").asRepeatable())
            .resource(Resource.of("desk", "Desk"))
            .rule(Rule.of("each", ALTERNATE_PRECEDENCE, any("lapse:desk"), any("begin:go")))
            .rule(Rule.of("first", NOT_SUCCESSION, any("lapse:desk"), any("offer:desk")))
            .rule(Rule.of("few", ABSENCE, any("begin:go")).times(8))
            .build();

    assertThat(Verification.of(protocol).findings())
        .noneMatch(finding -> finding.about().equals("few"));
  }

  @Test
  void what_somebody_may_override_implies_nothing_that_nobody_may() {
    Rule soft =
        Rule.of("soft", RESPONSE, any("begin:listen"), any("begin:wrap-up")).asOverridable();
    Rule hard = Rule.of("hard", RESPONSE, any("begin:listen"), any("begin:wrap-up"));

    Finding finding = only(anything().rule(soft).rule(hard));

    assertThat(finding.kind()).isEqualTo(FindingKind.REDUNDANT_RULE);
    assertThat(finding.rules()).containsExactly("soft", "hard");
  }

  @Test
  void a_deadline_says_that_it_calls_for_the_same_referral_only_where_it_does() {
    Deadline again = Deadline.of("again", any("decline:help"), any("offer:help"), HOUR);
    Deadline talk =
        Deadline.of("talk", any("decline:help"), any("offer:help", "begin:listen"), HOUR);

    assertThat(only(anything().deadline(again)).explanation())
        .contains("an offer of 'Help' of the same referral");
    assertThat(only(anything().deadline(talk)).explanation()).doesNotContain("same referral");
  }

  @Test
  void what_would_need_a_fact_cannot_be_counted_on() {
    ProtocolBuilder protocol = anything().rule(Rule.of("done", EXISTENCE, any("complete:help")));

    assertThatThrownBy(protocol::build)
        .isInstanceOf(InvalidProtocolException.class)
        .hasMessageContaining("unless it counts on what no one can");
  }
}
