package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Strength;
import org.peersupport.protocol.Template;

/** What a clinician signs is what the rules ask for. */
class PlainTextTest {
  /** A key that there is no sentence for is said as it is. */
  private static final String KEY =
      "\\b(bind|each|list|moment|noun|order\\.return|people|prompt|quote|resource|template|time|times|told)"
          + "\\.[a-z]";

  // --- every template says what it means

  /** Each sentence is written from the meaning of its template, with 'Ask' as a and 'Act' as b. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      maxCharsPerColumn = 1000,
      delimiter = '|',
      textBlock =
          """
          existence            | The conversation must include the element 'Ask' at least once.
          absence              | The conversation must not include the element 'Ask'.
          exactly              | The conversation must include the element 'Ask' exactly once.
          init                 | The first thing recorded in the conversation must be the start of 'Ask'.
          end                  | The last thing recorded before the conversation closes must be the start of 'Ask'.
          choice               | The conversation must include the element 'Ask', or the element 'Act', or both.
          exclusive-choice     | The conversation must include either the element 'Ask', or the element 'Act', but not both.
          responded-existence  | If the conversation includes the element 'Ask', it must also include the element 'Act', earlier or later.
          co-existence         | The conversation must include both the element 'Ask' and the element 'Act', or neither of the two.
          response             | The start of 'Ask' must always be followed by the start of 'Act', at once or later.
          alternate-response   | The start of 'Ask' must always be followed by the start of 'Act' before the start of 'Ask' may come again.
          chain-response       | The start of 'Ask' must always be followed at once by the start of 'Act', with nothing recorded in between.
          precedence           | The start of 'Act' may come only after the start of 'Ask'.
          alternate-precedence | The start of 'Act' may come only after the start of 'Ask', and each further time only after the start of 'Ask' anew in between.
          chain-precedence     | The start of 'Act' may come only at once after the start of 'Ask', with nothing recorded in between.
          succession           | The start of 'Ask' must always be followed by the start of 'Act', at once or later, and the start of 'Act' may come only after the start of 'Ask'.
          alternate-succession | If at all, the start of 'Ask' and the start of 'Act' must come by turns: first the start of 'Ask', then the start of 'Act', and so on, with the start of 'Act' as the last.
          chain-succession     | The start of 'Ask' must always be followed at once by the start of 'Act', with nothing recorded in between, and the start of 'Act' may come only there.
          not-co-existence     | The conversation must not include both the element 'Ask' and the element 'Act'.
          not-succession       | The start of 'Ask' must never be followed by the start of 'Act', at once or later.
          not-chain-succession | The start of 'Ask' must never be followed at once by the start of 'Act'.
          """)
  void says_what_the_template_means(String template, String sentence) {
    Rule rule = rule(named(template));

    assertThat(sentence(rule)).isEqualTo(sentence);
    assertThat(sentence(rule.asAdvisory()))
        .isEqualTo(
            sentence
                .replace("must", "should")
                .replaceAll("may come(?= only)", "should come")
                .replace("may come again", "comes again"));
  }

  @Test
  void counts_as_the_templates_count() {
    assertThat(sentence(rule(Template.EXISTENCE).times(2))).endsWith("'Ask' at least twice.");
    assertThat(sentence(rule(Template.EXISTENCE).times(3))).endsWith("'Ask' at least 3 times.");
    assertThat(sentence(rule(Template.EXACTLY).times(2))).endsWith("'Ask' exactly twice.");
    assertThat(sentence(rule(Template.ABSENCE).times(2)))
        .isEqualTo("The conversation must not include the element 'Ask' more than once.");
    assertThat(sentence(rule(Template.ABSENCE).times(4))).endsWith("'Ask' more than 3 times.");
  }

  @Test
  void says_that_several_count_together_where_it_matters() {
    String together = "Everything named here counts together.";
    Rule two = Rule.of("rule", Template.EXISTENCE, any("begin:ask", "begin:act"));
    Rule wild = Rule.of("rule", Template.ABSENCE, any("begin:*"));

    assertThat(told(two.times(2)).notes()).contains(together);
    assertThat(told(wild.times(9)).notes()).contains(together);
    assertThat(told(Rule.of("rule", Template.EXACTLY, any("begin:*"))).notes()).contains(together);
    assertThat(told(two).notes()).doesNotContain(together);
    assertThat(told(rule(Template.EXISTENCE).times(2)).notes()).doesNotContain(together);
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void says_how_a_rule_binds(Template template) {
    String departs = "The supporter may depart from it";
    String holds = "It still holds after the conversation has ended";
    String advice = "This is advice";
    Rule plain = rule(template);

    assertBinding(told(plain));
    assertBinding(told(plain.asOverridable()), departs);
    assertBinding(told(plain.bindingAlways()), holds);
    assertBinding(told(plain.asOverridable().bindingAlways()), departs, holds);
    assertBinding(told(plain.asAdvisory()), advice);
    assertBinding(told(plain.asAdvisory().asOverridable().bindingAlways()), advice);
  }

  private static void assertBinding(Statement statement, String... notes) {
    List<String> expected = new ArrayList<>(Arrays.asList(notes));
    expected.add("This is our reading. No source states it.");
    assertThat(statement.notes()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(statement.notes().get(i)).startsWith(expected.get(i));
    }
    assertSentence(statement.text());
    statement.notes().forEach(PlainTextTest::assertSentence);
  }

  // --- nouns

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          offer:one                                | an offer of 'One'
          offer:one offer:two                      | an offer of 'One' or 'Two'
          offer:one offer:two offer:three          | an offer of a resource other than 'Four'
          offer:one offer:two offer:three offer:four | an offer of a resource
          offer:one offer:*                        | an offer of a resource
          offer:one connect:one                    | an offer of 'One' or a hand-off to 'One'
          offer:one offer:two connect:two          | an offer of 'One' or 'Two', or a hand-off to 'Two'
          offer:one concern:* connect:two          | an offer of 'One', a concern, or a hand-off to 'Two'
          accept:one decline:one                   | the peer's answer to 'One'
          accept:one decline:two                   | the peer's yes to 'One' or the peer's no to 'Two'
          accept:two decline:two accept:one decline:one | the peer's answer to 'Two' or 'One'
          accept:* decline:*                       | the peer's answer to an offer
          concern:grave concern:mild               | a concern recorded as grave or mild
          thank:making-time                        | a thank-you for making time
          begin:*                                  | an element
          begin:ask begin:act begin:rest           | an element
          """)
  void calls_the_sides_by_names(String patterns, String noun) {
    Rule rule = Rule.of("rule", Template.EXISTENCE, List.of(patterns.split(" "))).asAdvisory();

    assertThat(sentence(rule))
        .isEqualTo("The conversation should include " + noun + " at least once.");
  }

  @Test
  void has_a_noun_for_everything_that_rules_speak_about() {
    List<String> sides = new ArrayList<>();
    for (Activity activity : full().build().activities()) {
      sides.add(activity.text());
      sides.add(activity.kind().wireName() + ":*");
    }
    sides.add("accept:* decline:*");
    sides.add("accept:one accept:two accept:three decline:one decline:two decline:three");
    List<Rule> rules = new ArrayList<>();
    for (Template template : List.of(Template.EXISTENCE, Template.RESPONSE)) {
      for (ActivityKind kind : ActivityKind.values()) {
        String wire = kind.wireName();
        if (kind.isReferral()) {
          sides.add(wire + ":one " + wire + ":two " + wire + ":three");
          rules.add(each(template, Rule.ForEach.RESOURCE, any(wire + ":{resource}"), rules.size()));
        }
      }
      List<String> answer = any("accept:{resource}", "decline:{resource}");
      rules.add(each(template, Rule.ForEach.RESOURCE, answer, rules.size()));
      rules.add(each(template, Rule.ForEach.ELEMENT, any("begin:{element}"), rules.size()));
      for (String side : new HashSet<>(sides)) {
        rules.add(both("rule-" + rules.size(), template, List.of(side.split(" "))));
      }
    }
    ProtocolBuilder builder = full();
    rules.forEach(builder::rule);
    for (EndReason reason : EndReason.builtIn()) {
      builder.example(Example.accepted(reason.wireName(), "begin:ask", "end:" + reason.wireName()));
    }
    builder.deadline(
        Deadline.of("moments", any("open", "begin:*"), any("close", "end"), Duration.ofHours(1)));

    assertAllSentences(PlainText.of(builder.build()));
  }

  private static Rule each(Template template, Rule.ForEach each, List<String> side, int number) {
    return both("rule-" + number + "-{" + each.wireName() + "}", template, side).forEach(each);
  }

  private static Rule both(String id, Template template, List<String> side) {
    return Rule.of(id, template, side, template.isBinary() ? side : List.of()).asAdvisory();
  }

  // --- rules that are repeated

  @Test
  void tells_a_repeated_rule_once_and_names_every_id() {
    Rule answered =
        Rule.of(
            "answered-{resource}",
            Template.RESPONSE,
            any("offer:{resource}"),
            any("accept:{resource}", "decline:{resource}"));
    String it =
        "An offer of it must always be followed by the peer's answer to it, at once or later.";

    Statement all = only(full().rule(answered.forEach(Rule.ForEach.RESOURCE)));
    Statement most = only(full().rule(answered.forEach(Rule.ForEach.RESOURCE, "four")));
    Statement few = only(full().rule(answered.forEach(Rule.ForEach.RESOURCE, "one", "three")));

    assertThat(all.text()).isEqualTo("For each resource: " + it);
    assertThat(all.ids())
        .containsExactly("answered-one", "answered-two", "answered-three", "answered-four");
    assertThat(most.text()).isEqualTo("For each resource except 'Four': " + it);
    assertThat(most.ids()).containsExactly("answered-one", "answered-two", "answered-three");
    assertThat(few.text()).isEqualTo("For each of the resources 'Two' and 'Four': " + it);
    assertThat(few.ids()).containsExactly("answered-two", "answered-four");
  }

  @Test
  void tells_a_repeated_rule_one_by_one_where_its_reason_names_the_key() {
    Rule rule =
        Rule.of("met-{element}", Template.RESPONSE, any("concern:grave"), any("begin:{element}"))
            .because("After a grave concern {element} comes.")
            .asAdvisory();

    List<Statement> told = rules(full().rule(rule.forEach(Rule.ForEach.ELEMENT, "rest")).build());

    assertThat(told)
        .extracting(Statement::ids)
        .containsExactly(List.of("met-ask"), List.of("met-act"));
    assertThat(told.get(0).text())
        .isEqualTo(
            "A concern recorded as grave should always be followed by the start of 'Ask', at once or later.");
    assertThat(told.get(0).notes()).contains("Reason: After a grave concern ask comes.");
  }

  @Test
  void tells_the_only_one_that_is_left_by_its_name() {
    Rule rule = Rule.of("no-{element}", Template.ABSENCE, any("begin:{element}"));

    Statement told = only(full().rule(rule.forEach(Rule.ForEach.ELEMENT, "act", "rest")));

    assertThat(told.ids()).containsExactly("no-ask");
    assertThat(told.text()).isEqualTo("The conversation must not include the element 'Ask'.");
  }

  @Test
  void tells_every_rule_exactly_once() {
    Protocol protocol = Catalogue.amaSixElements();
    PlainText text = PlainText.of(protocol);
    List<String> ids = new ArrayList<>();
    text.about(Topic.ORDER).forEach(statement -> ids.addAll(statement.ids()));
    text.about(Topic.RULES).forEach(statement -> ids.addAll(statement.ids()));

    assertThat(ids)
        .containsExactlyElementsOf(
            protocol.expandedRules().stream().map(ExpandedRule::id).toList());
  }

  // --- the order

  @Test
  void tells_the_order_as_what_must_be_and_as_advice() {
    assertThat(order(Order.strict()))
        .containsExactly(
            "The elements come in the order above. A step out of order is refused.",
            "Before an element begins, every required element ahead of it must have begun.",
            "The conversation must not go back to an earlier element.",
            "The element 'Plan' must not begin more than once.",
            "The element 'Listen' must begin before the conversation closes.",
            "The rules of the order are our reading, unless the source of an element says otherwise.");
    assertThat(order(Order.guided().returning("plan", "listen")))
        .contains(
            "Before an element begins, every required element ahead of it should have begun.",
            "The conversation should not go back to an earlier element, except as named here.",
            "The element 'Plan' must not begin more than once.");
    assertThat(order(Order.modular())).startsWith("The elements may come in any order.").hasSize(4);
  }

  @Test
  void gathers_the_ways_back_and_leaves_out_those_that_mean_nothing() {
    Order order =
        Order.strict()
            .returning("plan", "listen")
            .returning("leave", "plan")
            .returning("leave", "listen");
    Protocol protocol =
        described("ordered")
            .element(Element.optional("watch", "Watch", "P").asRepeatable().asContinuous())
            .element(Element.optional("listen", "Listen", "P").asRepeatable())
            .element(Element.optional("plan", "Plan", "P").asRepeatable())
            .element(Element.optional("leave", "Leave", "P"))
            .order(order.returning("plan", "watch").allowingOverride())
            .build();

    Statement told = PlainText.of(protocol).about(Topic.ORDER).get(2);

    assertThat(told.ids()).containsExactly(ExpandedRule.RETURN);
    assertThat(told.text())
        .isEqualTo(
            "The conversation must not go back to an earlier element, except as named here.");
    assertThat(told.notes()).hasSize(3);
    assertThat(told.notes().subList(0, 2))
        .containsExactly(
            "Allowed: from 'Plan' back to 'Listen'.",
            "Allowed: from 'Leave' back to 'Listen' or 'Plan'.");
    assertThat(told.notes().get(2)).startsWith("The supporter may depart from it");
  }

  private static List<String> order(Order order) {
    Protocol protocol =
        described("ordered")
            .element(Element.required("listen", "Listen", "P").asRepeatable())
            .element(Element.optional("plan", "Plan", "P"))
            .order(order)
            .build();
    return texts(protocol, Topic.ORDER);
  }

  // --- the other parts

  @Test
  void tells_elements_with_what_they_are_for_and_where_they_come_from() {
    Protocol protocol =
        described("parts")
            .element(
                Element.required("one", "One", "to begin with")
                    .prompting("Hello.", "Shall we?")
                    .from(Provenance.PLACEHOLDER))
            .element(
                Element.required("two", "Two", "Go on!")
                    .asRepeatable()
                    .from(Provenance.STATED, "P. 7"))
            .element(
                Element.optional("three", "Three", "Rest.").from(Provenance.SECONDARY, "A copy."))
            .element(Element.optional("four", "Four", "Watch.").asRepeatable().asContinuous())
            .build();

    List<Statement> told = PlainText.of(protocol).about(Topic.ELEMENTS);

    assertThat(told)
        .extracting(Statement::text)
        .containsExactly("One: To begin with.", "Two: Go on!", "Three: Rest.", "Four: Watch.");
    assertThat(told.get(0).notes())
        .containsExactly(
            "It is required and begins only once.",
            "Words that may help: \"Hello.\" \"Shall we?\"",
            "This is a placeholder: it stands in for something that the source does not name.");
    assertThat(told.get(1).notes())
        .containsExactly(
            "It is required and may begin more than once.", "The source states this: P. 7.");
    assertThat(told.get(2).notes())
        .containsExactly(
            "It is optional and begins at most once.", "This is known at second hand: A copy.");
    assertThat(told.get(3).notes())
        .containsExactly(
            "It is optional and may begin more than once.",
            "It may begin at any time, beside the element that is under way. It has no place in the order.",
            "This is our reading. No source states it.");
    assertThat(told)
        .extracting(Statement::provenance)
        .contains(Optional.of(Provenance.PLACEHOLDER));
    assertThat(texts(protocol, Topic.ABOUT))
        .contains(
            "The source does not name these elements, so they are placeholders: 'One'. Your programme"
                + " must replace or confirm them.");
  }

  @Test
  void says_outright_what_a_protocol_does_not_have() {
    Protocol bare =
        described("bare").element(Element.optional("one", "One", "P").asRepeatable()).build();
    PlainText text = PlainText.of(bare);

    assertThat(texts(bare, Topic.RESOURCES))
        .containsExactly("The protocol names no resources that could be offered.");
    assertThat(texts(bare, Topic.RULES))
        .containsExactly("There are no rules beyond those of the elements and their order.");
    assertThat(texts(bare, Topic.DEADLINES)).containsExactly("There are no deadlines.");
    assertThat(text.about(Topic.EXAMPLES)).isEmpty();
    assertThat(text.sections()).extracting(Section::topic).doesNotContain(Topic.EXAMPLES);
    assertAllSentences(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PT30M    | 30 minutes
          PT1M     | 1 minute
          PT1H     | 1 hour
          P1D      | 24 hours
          PT47H    | 47 hours
          P2D      | 2 days
          P3DT1H   | 3 days and 1 hour
          PT1H2M3S | 1 hour, 2 minutes and 3 seconds
          PT1S     | 1 second
          PT0.5S   | 0.5 seconds
          """)
  void tells_how_long_a_deadline_is(Duration within, String said) {
    Protocol protocol =
        full()
            .deadline(Deadline.of("soon", any("accept:*"), any("connect:*", "lapse:*"), within))
            .build();

    Statement told = PlainText.of(protocol).about(Topic.DEADLINES).get(0);

    assertThat(told.ids()).containsExactly("soon");
    assertThat(told.text())
        .isEqualTo(
            "The peer's yes to an offer should be followed within "
                + said
                + " by a hand-off or the lapse of a referral.");
    assertThat(told.notes()).contains("The time is counted for each referral on its own.");
  }

  @ParameterizedTest
  @EnumSource(Pairing.class)
  void says_who_may_meet(Pairing pairing) {
    String who =
        switch (pairing) {
          case ANY -> "Supporter and peer may come from any department.";
          case SAME -> "Supporter and peer must be known to come from the same department.";
          case DIFFERENT -> "Supporter and peer must be known to come from different departments.";
        };

    assertThat(texts(full().pairing(pairing).build(), Topic.PEOPLE)).contains(who);
  }

  @Test
  void tells_examples_up_to_the_step_that_is_refused() {
    Protocol protocol =
        full()
            .rule(Rule.of("not-twice", Template.ABSENCE, any("begin:ask")).times(2))
            .rule(Rule.of("no-rest", Template.ABSENCE, any("begin:rest")))
            .example(Example.accepted("all is well.", "begin:ask", "offer:one", "close"))
            .example(Example.refused("twice", List.of("begin:ask", "begin:ask"), "not-twice"))
            .example(Example.refused("rest", List.of("begin:rest"), "no-rest"))
            .build();

    List<Statement> told = PlainText.of(protocol).about(Topic.EXAMPLES);

    assertThat(told.get(1).text())
        .isEqualTo(
            "All is well: 'Ask', an offer of 'One', the closing of the conversation."
                + " All of this is accepted.");
    assertThat(told.get(2).text()).isEqualTo("Twice: 'Ask'. The next step, 'Ask', is refused.");
    assertThat(told.get(2).notes()).containsExactly("The rule behind it: 'not-twice'.");
    assertThat(told.get(3).text()).isEqualTo("Rest: the first step, 'Rest', is refused.");
  }

  @Test
  void names_the_release_that_is_signed() {
    PlainText text = PlainText.of(Catalogue.amaSixElements());
    List<Statement> signed = text.about(Topic.SIGN_OFF);

    assertThat(text.reference()).isEqualTo("ama-six-elements@1.0.0");
    assertThat(signed).hasSize(1);
    assertThat(signed.get(0).text()).contains("ama-six-elements@1.0.0");
    assertAllSentences(text);
  }

  @Test
  void warns_at_both_ends_where_there_is_a_caution_and_asks_nobody_to_sign() {
    Protocol protocol =
        described("cautioned")
            .caution("use it for comparisons only")
            .element(Element.optional("one", "One", "To begin with."))
            .build();

    PlainText text = PlainText.of(protocol);

    assertThat(text.about(Topic.SIGN_OFF)).isEmpty();
    assertThat(text.about(Topic.CAUTION))
        .extracting(Statement::text)
        .containsExactly(
            "Use it for comparisons only.",
            "Nobody is asked to sign this text. Use it for comparisons only.");
    assertThat(text.sections().get(0).topic()).isEqualTo(Topic.CAUTION);
    assertThat(text.sections().get(text.sections().size() - 1).topic()).isEqualTo(Topic.CAUTION);
    assertAllSentences(text);
  }

  @Test
  void keeps_on_one_line_what_is_written_on_several() {
    Protocol protocol =
        described("lines")
            .element(Element.optional("one", "One\n  of two", "To\tbegin\r\n with").asRepeatable())
            .build();

    assertThat(texts(protocol, Topic.ELEMENTS)).containsExactly("One of two: To begin with.");
  }

  // --- languages

  @Test
  void comes_in_another_language_sentence_by_sentence() {
    Protocol protocol = full().rule(rule(Template.PRECEDENCE)).build();

    PlainText text = PlainText.of(protocol, Locale.forLanguageTag("xx"));

    assertThat(text.about(Topic.RULES).get(0).text())
        .isEqualTo("Xuerst Xeginn von 'Ask', dann Xeginn von 'Act'.");
    assertThat(text.sections()).extracting(Section::heading).contains("Xegeln", "Elements");
    assertThat(PlainText.of(protocol, Locale.forLanguageTag("qq")))
        .isEqualTo(PlainText.of(protocol));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "xx", "ar-u-nu-arab"})
  void does_not_depend_on_the_locale_of_the_machine(String tag) {
    Locale before = Locale.getDefault();
    PlainText english = PlainText.of(Catalogue.amaSixElements());
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(PlainText.of(Catalogue.amaSixElements())).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  // --- protocols and their texts

  private static ProtocolBuilder described(String id) {
    return ProtocolBuilder.of(id, "1").title("T").source("S");
  }

  private static ProtocolBuilder full() {
    return described("full")
        .element(Element.optional("ask", "Ask", "P").asRepeatable())
        .element(Element.optional("act", "Act", "P").asRepeatable())
        .element(Element.optional("rest", "Rest", "P").asRepeatable())
        .resource(Resource.of("one", "One"))
        .resource(Resource.of("two", "Two"))
        .resource(Resource.of("three", "Three"))
        .resource(Resource.of("four", "Four").byNotice())
        .concerns("grave", "mild")
        .appreciation("making-time");
  }

  private static Template named(String wire) {
    for (Template template : Template.values()) {
      if (template.wireName().equals(wire)) {
        return template;
      }
    }
    throw new AssertionError(wire);
  }

  private static Rule rule(Template template) {
    return Rule.of(
        "rule", template, any("begin:ask"), template.isBinary() ? any("begin:act") : any());
  }

  private static String sentence(Rule rule) {
    return told(rule).text();
  }

  /** A mandatory rule of any template only builds where nothing can come between. */
  private static Statement told(Rule rule) {
    ProtocolBuilder quiet =
        described("quiet")
            .element(Element.optional("ask", "Ask", "P").asRepeatable())
            .element(Element.optional("act", "Act", "P").asRepeatable())
            .element(Element.optional("rest", "Rest", "P").asRepeatable());
    return only((rule.strength() == Strength.MANDATORY ? quiet : full()).rule(rule));
  }

  private static Statement only(ProtocolBuilder builder) {
    List<Statement> told = rules(builder.build());
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static List<Statement> rules(Protocol protocol) {
    return PlainText.of(protocol).about(Topic.RULES);
  }

  private static List<String> texts(Protocol protocol, Topic topic) {
    return PlainText.of(protocol).about(topic).stream().map(Statement::text).toList();
  }

  private static void assertAllSentences(PlainText text) {
    for (Section section : text.sections()) {
      assertThat(section.heading()).matches("[A-Z][^{}.]*");
      for (Statement statement : section.statements()) {
        assertSentence(statement.text());
        statement.notes().forEach(PlainTextTest::assertSentence);
      }
    }
  }

  private static void assertSentence(String text) {
    assertThat(text)
        .matches("(?s)[A-Z].*[.!?]\"?")
        .doesNotContain("{", "}", "  ")
        .doesNotContainPattern(KEY);
  }
}
