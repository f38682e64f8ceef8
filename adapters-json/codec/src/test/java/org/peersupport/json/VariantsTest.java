package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Rule;

/** The protocols that ship as documents. */
class VariantsTest {
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
    assertThat(protocol.elements()).allMatch(element -> !element.prompts().isEmpty());
    assertThat(protocol.rules()).extracting(Rule::source).allMatch(source -> !source.isEmpty());
    assertThat(protocol.rules()).extracting(Rule::because).allMatch(because -> !because.isBlank());
    assertThat(protocol.deadlines())
        .extracting(Deadline::source)
        .allMatch(source -> !source.isEmpty());
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
        .containsExactly("check", "coordinate");
    assertThat(shipped("outreach-stanford").pairing()).isEqualTo(Pairing.DIFFERENT);
    assertThat(shipped("rise").title()).contains("Lurie");
    assertThat(shipped("rise").deadlines())
        .extracting(deadline -> deadline.within().toString())
        .containsExactly("PT30M", "PT24H");
  }
}
