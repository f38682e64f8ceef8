package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Strength;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;

/** The protocols that ship as documents. */
class VariantsTest {
  private static final Set<Provenance> KNOWN = Set.of(Provenance.STATED, Provenance.SECONDARY);

  static Stream<Protocol> shipped() {
    return Variants.all().stream();
  }

  static Stream<Protocol> documents() {
    return Variants.all().stream().skip(1);
  }

  private static Protocol shipped(String id) {
    return Variants.find(id).orElseThrow();
  }

  @Test
  void are_found_by_id_and_by_release() {
    assertThat(Variants.ids())
        .containsExactly(
            "ama-six-elements",
            "shapiro-galowitz-nine",
            "foryou-one-on-one",
            "rise",
            "who-look-listen-link",
            "nctsn-pfa-eight",
            "rapid-pfa",
            "mhfa-algee",
            "stress-first-aid-seven-c",
            "cisd-seven",
            "safer-r",
            "ernst-quick-guide",
            "outreach-stanford",
            "outreach-spectrum");
    assertThat(Variants.all()).extracting(Protocol::id).isEqualTo(Variants.ids());
    for (Protocol protocol : Variants.all()) {
      assertThat(Variants.find(protocol.id())).containsSame(protocol);
      assertThat(Variants.find(protocol.reference())).containsSame(protocol);
      assertThat(Variants.find(protocol.id() + "@0")).isEmpty();
    }
    assertThat(shipped("ama-six-elements")).isSameAs(Catalogue.amaSixElements());
    assertThat(Variants.find("no-such-protocol")).isEmpty();
    assertThat(Variants.find("../Variants")).isEmpty();
  }

  /** An example runs when its document is read, so here it is enough that they are there. */
  @ParameterizedTest
  @MethodSource("documents")
  void have_two_examples_that_complete_and_two_that_are_refused(Protocol protocol) {
    assertThat(protocol.examples())
        .filteredOn(Example::accepted)
        .filteredOn(example -> completes(example.trace()))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(protocol.examples())
        .filteredOn(example -> !example.accepted())
        .allSatisfy(example -> assertThat(example.rules()).isNotEmpty())
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private static boolean completes(List<String> trace) {
    return trace.stream().anyMatch(act -> act.equals("close") || act.startsWith("end:"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void say_where_each_entry_comes_from(Protocol protocol) {
    assertThat(protocol.elements())
        .extracting(Element::source)
        .allMatch(source -> !source.isEmpty());
    assertThat(protocol.elements())
        .allMatch(element -> element.prompts().isEmpty() == protocol.caution().isPresent());
    assertThat(protocol.rules()).extracting(Rule::source).allMatch(source -> !source.isEmpty());
    assertThat(protocol.rules()).extracting(Rule::because).allMatch(because -> !because.isBlank());
    assertThat(protocol.deadlines())
        .extracting(Deadline::source)
        .allMatch(source -> !source.isEmpty());
  }

  /** That a source states something is one thing, that it is compulsory another. */
  @ParameterizedTest
  @MethodSource("shipped")
  void tell_what_is_stated_from_what_is_compulsory(Protocol protocol) {
    assertThat(protocol.source()).contains("compulsory here is so by our reading");
    assertThat(protocol.rules())
        .filteredOn(rule -> rule.strength() == Strength.MANDATORY)
        .allMatch(rule -> rule.provenance() == Provenance.OUR_READING);
    assertThat(protocol.elements())
        .filteredOn(element -> element.need() == Need.REQUIRED)
        .filteredOn(element -> KNOWN.contains(element.provenance()))
        .allMatch(element -> element.source().orElse("").contains("our reading"));
    assertThat(PeerSupportJson.writeProtocol(protocol).toLowerCase(Locale.ROOT))
        .doesNotContain("every published programme");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void are_told_with_titles(Protocol protocol) {
    assertThat(protocol.levels()).allMatch(level -> level.title().isPresent());
    assertThat(protocol.facets()).allMatch(facet -> facet.title().isPresent());
    assertThat(protocol.rules()).allMatch(rule -> rule.title().isPresent());
    assertThat(protocol.reasons().decline()).containsExactly(TitledKey.of("not-now", "Not now"));
  }

  /** To offer help to someone in danger is not enough: somebody has to take over. */
  @ParameterizedTest
  @MethodSource("shipped")
  void meet_danger_by_a_hand_off(Protocol protocol) {
    Rule met = rule(protocol, "imminent-concern-met");

    assertThat(met.template()).isEqualTo(Template.RESPONSE);
    assertThat(met.a()).containsExactly("concern:imminent");
    assertThat(met.b())
        .contains("connect:emergency-care", "complete:emergency-care")
        .allMatch(act -> act.startsWith("connect:") || act.startsWith("complete:"))
        .allMatch(act -> consent(protocol, act) == Consent.NOTICE);
    assertThat(met.strength()).isEqualTo(Strength.MANDATORY);
    assertThat(met.isOverridable()).isFalse();
    assertThat(met.holds()).isEqualTo(Holds.ALWAYS);
  }

  private static Consent consent(Protocol protocol, String act) {
    return protocol.resource(act.substring(act.indexOf(':') + 1)).orElseThrow().consent();
  }

  private static Rule rule(Protocol protocol, String id) {
    return protocol.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  /** A level that nobody must answer after the end has a rule that says why not. */
  @ParameterizedTest
  @MethodSource("shipped")
  void answer_every_concern_or_say_why_not(Protocol protocol) {
    for (String level : protocol.concerns()) {
      List<Rule> answers =
          protocol.rules().stream()
              .filter(rule -> rule.template() == Template.RESPONSE)
              .filter(rule -> rule.a().equals(List.of("concern:" + level)))
              .toList();
      assertThat(answers).as(level).hasSize(1);
      Rule answer = answers.get(0);
      boolean always = answer.strength() == Strength.MANDATORY && answer.holds() == Holds.ALWAYS;
      boolean saysWhyNot =
          answer
              .source()
              .orElse("")
              .contains("It ends with the conversation: only rules about danger go on after it");
      assertThat(always).as(level).isNotEqualTo(saysWhyNot);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void advise_supporters_to_look_after_themselves(Protocol protocol) {
    Element care = protocol.elements().get(protocol.elements().size() - 1);
    Rule cared = rule(protocol, "supporter-cared-for");

    assertThat(care.key()).isEqualTo("supporter-care");
    assertThat(care.need()).isEqualTo(Need.OPTIONAL);
    assertThat(care.isContinuous()).isTrue();
    assertThat(care.provenance()).isEqualTo(Provenance.OUR_READING);
    assertThat(cared.strength()).isEqualTo(Strength.ADVISORY);
    assertThat(cared.provenance()).isEqualTo(Provenance.OUR_READING);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void show_a_concern_a_yes_taken_back_and_a_not_now(Protocol protocol) {
    List<Example> accepted = protocol.examples().stream().filter(Example::accepted).toList();
    assertThat(accepted)
        .anyMatch(example -> has(example, "concern:imminent") && has(example, "connect:"));
    assertThat(accepted).anyMatch(example -> has(example, "withdraw:"));
    assertThat(accepted)
        .filteredOn(example -> example.name().startsWith("not now is an answer"))
        .hasSize(1)
        .allMatch(example -> has(example, "decline:") && has(example, "close"));
    assertThat(protocol.examples())
        .filteredOn(example -> example.name().equals("to offer emergency care is not enough"))
        .hasSize(1)
        .allMatch(example -> example.rules().equals(List.of("imminent-concern-met")));
  }

  private static boolean has(Example example, String beginning) {
    return example.trace().stream().anyMatch(act -> act.startsWith(beginning));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void welcome_thanks_at_any_time(Protocol protocol) {
    for (String facet : protocol.appreciation()) {
      assertThat(
              variant(
                  protocol,
                  "\"examples\":[{\"name\":\"thanks first\",\"trace\":[\"thank:"
                      + facet
                      + "\"],\"expect\":\"accepted\"}]"))
          .isNotNull();
    }
  }

  /** A rule is about these: a variant that drops them drops the rule too. */
  private static final List<String> RULED =
      List.of(
          "emergency-care",
          "employee-assistance",
          "mental-health-professional",
          "institution-list",
          "resource-sheet",
          "psychiatry-on-call",
          "information-by-email",
          "hospital-resources");

  @ParameterizedTest
  @MethodSource("shipped")
  void let_a_variant_drop_a_resource_in_one_line(Protocol protocol) {
    for (Resource resource : protocol.resources()) {
      boolean ruled = RULED.contains(resource.key()) && rules(protocol, resource.key());
      if (!ruled) {
        Protocol variant =
            variant(protocol, "\"remove\":{\"resources\":[\"" + resource.key() + "\"]}");

        assertThat(variant.resource(resource.key())).isEmpty();
        assertThat(variant.resources()).hasSize(protocol.resources().size() - 1);
      }
    }
  }

  private static boolean rules(Protocol protocol, String resource) {
    return protocol.rules().stream()
            .flatMap(rule -> Stream.concat(rule.a().stream(), rule.b().stream()))
            .anyMatch(pattern -> !pattern.startsWith("!") && pattern.endsWith(":" + resource))
        || protocol.resources().size() == 2;
  }

  @Test
  void let_a_hospital_without_a_chaplain_say_so_in_one_line() {
    Protocol variant =
        PeerSupportJson.readProtocol(
                "{\"id\":\"here\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                    + "\"remove\":{\"resources\":[\"chaplaincy\"]}}")
            .orElseThrow();

    assertThat(variant.resources()).extracting(Resource::key).doesNotContain("chaplaincy");
    assertThat(variant.expandedRules())
        .extracting(ExpandedRule::id)
        .contains("answered-peer-follow-up")
        .doesNotContain("answered-chaplaincy");
    assertThat(variant.activities())
        .extracting(Activity::qualifier)
        .isNotEmpty()
        .doesNotContain("chaplaincy");
  }

  private static Protocol variant(Protocol base, String differs) {
    return PeerSupportJson.readProtocol(
            "{\"id\":\"variant\",\"release\":\"1\",\"extends\":\""
                + base.reference()
                + "\","
                + differs
                + "}")
        .orElseThrow();
  }

  @Test
  void present_nothing_unverified_as_stated() {
    assertThat(documents().flatMap(protocol -> protocol.elements().stream()))
        .filteredOn(element -> element.source().orElse("").contains("not be verified"))
        .isNotEmpty()
        .allMatch(element -> element.provenance() == Provenance.OUR_READING);
    assertThat(documents().flatMap(protocol -> protocol.rules().stream()))
        .filteredOn(rule -> rule.source().orElse("").contains("not be verified"))
        .allMatch(rule -> rule.provenance() == Provenance.OUR_READING);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void call_nobody_a_victim(Protocol protocol) {
    String ours =
        protocol.title()
            + protocol.elements().stream().map(e -> e.key() + e.title() + e.purpose()).toList()
            + protocol.elements().stream().map(Element::prompts).toList()
            + protocol.rules().stream().map(rule -> rule.id() + rule.because()).toList();
    assertThat(ours.toLowerCase(Locale.ROOT)).doesNotContain("victim");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void are_the_same_when_written_and_read(Protocol protocol) {
    assertThat(PeerSupportJson.readProtocol(PeerSupportJson.writeProtocol(protocol)).orElseThrow())
        .isEqualTo(protocol);
  }

  @Test
  void warn_whoever_meets_the_debriefing() {
    Protocol debriefing = shipped("cisd-seven");

    assertThat(debriefing.title()).contains("evidence caution");
    assertThat(debriefing.source()).startsWith("EVIDENCE CAUTION").contains("CD000560", "2.51");
    assertThat(debriefing.caution().orElseThrow())
        .contains("not recommended", "CD000560", "2.51", "NICE", "WHO");
    assertThat(debriefing.elements()).allMatch(element -> element.prompts().isEmpty());
    assertThat(debriefing.elements().get(0).purpose()).startsWith("Not recommended");
    assertThat(Variants.all())
        .filteredOn(protocol -> protocol.caution().isPresent())
        .containsExactly(debriefing);
  }

  @Test
  void hand_a_caution_on_to_what_extends_them() {
    Protocol debriefing = shipped("cisd-seven");
    Protocol variant = variant(debriefing, "\"title\":\"Ours\"");
    String own = "Only with a psychologist in the room.";

    assertThat(variant.caution()).isEqualTo(debriefing.caution());
    assertThat(variant(debriefing, "\"caution\":\"" + own + "\"").caution()).hasValue(own);
    assertThat(PeerSupportJson.writeProtocolChanges(variant, debriefing))
        .doesNotContain("\"caution\"");
  }

  @Test
  void ask_nobody_to_tick_a_principle() {
    assertThat(shipped("rise").elements())
        .filteredOn(element -> element.source().orElse("").contains("principles"))
        .hasSize(4)
        .allMatch(Element::isContinuous)
        .allMatch(element -> element.need() == Need.OPTIONAL);
    assertThat(shipped("rise").element("call-back").orElseThrow().isRepeatable()).isTrue();
  }

  @Test
  void count_emergency_care_as_a_resource() {
    assertThat(rule(shipped("shapiro-galowitz-nine"), "resources-offered").a())
        .containsExactly("offer:*");
    assertThat(rule(shipped("cisd-seven"), "never-alone").a()).containsExactly("offer:*");
  }

  @Test
  void are_as_strict_as_their_sources() {
    assertThat(Variants.all())
        .filteredOn(protocol -> protocol.order().mode() == OrderMode.STRICT)
        .extracting(Protocol::id)
        .containsExactly("ama-six-elements", "cisd-seven");
    assertThat(shipped("stress-first-aid-seven-c").elements())
        .filteredOn(Element::isContinuous)
        .extracting(Element::key)
        .containsExactly("check", "coordinate", "supporter-care");
    assertThat(shipped("outreach-stanford").pairing()).isEqualTo(Pairing.DIFFERENT);
    assertThat(shipped("rise").title()).contains("Lurie");
    assertThat(shipped("rise").deadlines())
        .extracting(deadline -> deadline.within().toString())
        .containsExactly("PT30M", "PT24H");
  }
}
