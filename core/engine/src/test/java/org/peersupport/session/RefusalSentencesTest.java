package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;

/**
 * What a supporter reads at three in the morning: every code, every state of a referral, every
 * template, every rule of the default protocol, and what conversations under it come upon.
 */
class RefusalSentencesTest {
  private static final int FIRST_SENTENCE = 14;
  private static final double GRADE = 7;

  /**
   * What asks for a consent that nobody gave, sounds like the end of the world, or like a sermon.
   */
  private static final String NEVER_SAID =
      "(?i).*(record the yes|record the no\\b|owned up|nothing that comes next|violat|forbid"
          + "|illegal|fail|shame|wrong to|must be ashamed|respect that).*";

  /** They come with the event that was to be corrected. */
  private static final Set<RefusalCode> OF_CORRECTIONS =
      EnumSet.of(RefusalCode.CORRECTION_UNKNOWN_EVENT, RefusalCode.CORRECTION_IMPOSSIBLE);

  private static final Protocol DEFAULT = Catalogue.amaSixElements();

  private static final List<Refusal> REFUSALS = refusals();

  @Test
  void begin_with_a_short_sentence() {
    assertThat(texts())
        .allSatisfy(
            text ->
                assertThat(FleschKincaid.words(FleschKincaid.sentences(text).get(0)))
                    .as(text)
                    .hasSizeLessThanOrEqualTo(FIRST_SENTENCE));
  }

  @Test
  void can_be_read_after_seven_years_of_school() {
    double average =
        texts().stream().mapToDouble(FleschKincaid::grade).average().orElse(Double.NaN);

    assertThat(average).isLessThanOrEqualTo(GRADE);
    assertThat(FleschKincaid.grade(List.copyOf(texts()))).isLessThanOrEqualTo(GRADE);
  }

  @Test
  void ask_for_no_consent_and_preach_nothing() {
    assertThat(texts()).allSatisfy(text -> assertThat(text).doesNotMatch(NEVER_SAID));
  }

  @Test
  void are_whole_sentences() {
    assertThat(texts())
        .allSatisfy(
            text ->
                assertThat(text)
                    .matches("(?s)[A-Z].*[.!?]")
                    .doesNotContain("{", "}", "  ", " .", "''")
                    .doesNotContainPattern("\\b(code|template|order|noun|step)\\.[a-z]+\\.[a-z]"));
  }

  /** A refusal says once what to do, however many rules it names. */
  @Test
  void say_the_way_out_once() {
    assertThat(REFUSALS)
        .allSatisfy(
            refusal ->
                assertThat(refusal.explanation().split("Next: ", -1)).hasSizeLessThanOrEqualTo(2));
  }

  @Test
  void leave_no_code_and_no_rule_out() {
    Set<RefusalCode> codes = EnumSet.noneOf(RefusalCode.class);
    Set<String> rules = new LinkedHashSet<>();
    for (Refusal refusal : REFUSALS) {
      for (Violation violation : refusal.violations()) {
        codes.add(violation.code());
        violation.rule().ifPresent(rules::add);
      }
    }

    assertThat(codes).containsExactlyInAnyOrder(RefusalCode.values());
    DEFAULT.expandedRules().forEach(rule -> assertThat(rules).contains(rule.id()));
  }

  @Test
  void say_first_what_helps_somebody_in_danger_and_say_it_once() {
    Talk talk = Talk.under(DEFAULT).then("begin:reach-out", "concern:imminent");
    Refusal ahead = talk.refused("begin:offer-resources");
    Refusal close =
        talk.then(
                "begin:invite-and-listen",
                "begin:offer-resources",
                "begin:close-with-thank-you",
                "offer:information-sheet",
                "thank:work+sharing")
            .refused("close");
    String danger =
        "Someone may be in danger. Get help now. Do this first: offer 'Emergency care', then"
            + " connect the peer with 'Emergency care'. You may end the conversation for safety."
            + " That is a good ending, and help is still needed then. ";

    assertThat(ahead.explanation(Locale.ROOT, talk.session().urgency()))
        .isEqualTo(
            danger + "You cannot begin 'Offer resources' yet. A required element comes first.");
    assertThat(close.explanation(Locale.ROOT, talk.session().urgency()))
        .isEqualTo(
            danger
                + "You have not yet recorded a hand-off to 'Emergency care' or its completion. When"
                + " someone may be in danger, somebody who can help takes over.");
  }

  // --- what is read

  /** Each refusal as a whole, and what it says of each rule. */
  private static Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>();
    for (Refusal refusal : REFUSALS) {
      texts.add(refusal.explanation());
      refusal.violations().forEach(violation -> texts.add(violation.explanation()));
    }
    return texts;
  }

  private static List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    addStructural(refusals);
    addRules(DEFAULT, refusals);
    addTemplates(refusals);
    addConflicts(refusals);
    for (int seed = 0; seed < 15; seed++) {
      addConversation(new Random(seed), refusals);
    }
    return refusals;
  }

  private static void addStructural(List<Refusal> refusals) {
    CompiledProtocol compiled = CompiledProtocol.of(DEFAULT);
    for (RefusalCode code : RefusalCode.values()) {
      if (code.isStructural() && !OF_CORRECTIONS.contains(code)) {
        refusals.add(Refusal.of(code));
        refusals.add(Refusal.of(compiled.denial(code)));
      }
    }
    for (Consent consent : Consent.values()) {
      for (ReferralState state : ReferralState.values()) {
        refusals.add(
            Refusal.of(compiled.misstep(RefusalCode.REFERRAL_WRONG_STATE, state, consent)));
      }
      for (ReferralState state :
          List.of(ReferralState.OFFERED, ReferralState.DECLINED, ReferralState.WITHDRAWN)) {
        refusals.add(Refusal.of(compiled.misstep(RefusalCode.REFERRAL_NO_CONSENT, state, consent)));
      }
    }
    refusals.add(Refusal.of(compiled.unknownReason(DEFAULT.endReasons())));
    refusals.add(Refusal.of(compiled.unknownReason(List.of(TitledKey.of("not-now", "Not now")))));
    refusals.add(Refusal.of(compiled.unknownReason(List.of())));
    Talk talk =
        Talk.under(DEFAULT)
            .then(
                "begin:reach-out",
                "begin:invite-and-listen",
                "begin:offer-resources",
                "offer:chaplaincy",
                "accept:chaplaincy",
                "connect:chaplaincy");
    Stream.of("correct:1", "correct:2", "correct:5", "correct:6", "correct:99")
        .forEach(act -> refusals.add(talk.refused(act)));
    refusals.add(talk.refused(talk.peer().correct(4, "no")));
    refusals.add(talk.refused(talk.by("sup-9").correct(4, "no")));
    refusals.add(talk.then("concern:imminent").refused("void:test"));
  }

  /** What is said of each rule on its own, and of all together. */
  private static void addRules(Protocol protocol, List<Refusal> refusals) {
    CompiledProtocol compiled = CompiledProtocol.of(protocol);
    int[] close = {};
    int[] act = {0};
    BitSet all = new BitSet();
    for (int rule = 0; rule < protocol.expandedRules().size(); rule++) {
      BitSet one = new BitSet();
      one.set(rule);
      all.set(rule);
      for (int[] acts : List.of(close, act)) {
        Denial denial = Denial.ofRules(compiled.start(), acts, one);
        refusals.add(
            Refusal.of((Answer) denial.refusingOverride(RefusalCode.OVERRIDE_NOT_ALLOWED)));
        refusals.add(Refusal.of((Answer) denial.refusingOverride(RefusalCode.OVERRIDE_NO_REASON)));
      }
    }
    refusals.add(
        Refusal.of(
            (Answer)
                Denial.ofRules(compiled.start(), close, all)
                    .refusingOverride(RefusalCode.OVERRIDE_NO_REASON)));
  }

  private static void addTemplates(List<Refusal> refusals) {
    for (Template template : Template.values()) {
      for (int count = 1; count <= (template.isCounting() ? 3 : 1); count++) {
        addRules(advising(template, any("begin:listen"), any("begin:plan"), count), refusals);
        addRules(advising(template, any("offer:walk"), any("connect:walk"), count), refusals);
        addRules(advising(template, any("concern:grave"), any("thank:*"), count), refusals);
        addRules(
            advising(template, any("accept:walk", "decline:walk"), any("lapse:walk"), count),
            refusals);
      }
    }
  }

  private static Protocol advising(Template template, List<String> a, List<String> b, int count) {
    Rule rule = Rule.of("rule", template, a, template.isBinary() ? b : any()).times(count);
    return base().rule(rule.asAdvisory()).build();
  }

  private static ProtocolBuilder base() {
    return ProtocolBuilder.of("small", "1.0.0")
        .title("T")
        .source("S")
        .element(Element.optional("listen", "Listen", "P").asRepeatable())
        .element(Element.optional("plan", "Plan", "P").asRepeatable())
        .element(Element.optional("rest", "Rest", "P").asRepeatable())
        .resource(Resource.of("walk", "A walk"))
        .concerns("grave")
        .appreciation("work");
  }

  private static void addConflicts(List<Refusal> refusals) {
    Protocol two =
        base()
            .rule(Rule.of("one", Template.RESPONSE, any("begin:listen"), any("begin:plan")))
            .rule(Rule.of("other", Template.NOT_SUCCESSION, any("begin:rest"), any("begin:plan")))
            .build();
    refusals.add(Talk.under(two).then("begin:listen").refused("begin:rest"));
    refusals.add(Talk.under(two).then("begin:rest").refused("begin:listen"));
  }

  /** What may not come, at every step of a conversation that goes anywhere. */
  private static void addConversation(Random random, List<Refusal> refusals) {
    Talk talk = Talk.under(DEFAULT);
    for (int step = 0; step < 25 && !talk.session().status().isFinished(); step++) {
      List<String> permitted = new ArrayList<>();
      Options options =
          Sessions.options(talk.session(), talk.session().supporter().id(), talk.now());
      for (Options.Option option : options.options()) {
        option.refusal().ifPresentOrElse(refusals::add, () -> permitted.add(option.activity()));
      }
      permitted.removeIf(act -> act.equals("end") || act.equals("transfer"));
      if (random.nextInt(10) > 0) {
        permitted.remove("pause");
        permitted.remove("close");
      }
      talk.then(permitted.get(random.nextInt(permitted.size())));
    }
  }
}
