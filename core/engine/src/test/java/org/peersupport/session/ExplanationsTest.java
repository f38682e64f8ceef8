package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** What refusals say to people, all of it in one file that a person has read. */
class ExplanationsTest {
  /** However badly a conversation goes, what these ask for can still come. */
  private static final Set<Template> VIOLATED_BY_NO_ACT =
      EnumSet.of(
          Template.EXISTENCE,
          Template.END,
          Template.CHOICE,
          Template.RESPONDED_EXISTENCE,
          Template.CO_EXISTENCE);

  /** Their sentences are those of the template that allows the same conversations. */
  private static final Set<Template> SHARING =
      EnumSet.of(
          Template.NOT_RESPONSE,
          Template.NOT_PRECEDENCE,
          Template.NOT_RESPONDED_EXISTENCE,
          Template.NOT_CHAIN_RESPONSE,
          Template.NOT_CHAIN_PRECEDENCE);

  private final List<String> said = new ArrayList<>();

  @Test
  void are_what_was_agreed_on() {
    say_structural();
    say_order();
    say_templates();
    say_reasons();
    say_conflicts();
    say_overrides();
    say_corrections();
    say_dangers();
    say_nouns();

    Golden.check("explanations.txt", said);
  }

  @Test
  void speak_in_the_words_of_the_protocol() {
    Talk talk = inReflection();

    Refusal refusal = talk.refused("offer:chaplaincy");

    assertThat(refusal.explanation())
        .isEqualTo(
            "You cannot offer 'Chaplain or spiritual care' yet. Help is offered after listening, or"
                + " right after a concern. Next: begin 'Offer resources'.");
  }

  @Test
  void call_a_thing_by_its_own_title_also_where_another_has_the_same_key() {
    Protocol protocol =
        ProtocolBuilder.of("twins", "1.0.0")
            .title("T")
            .source("S")
            .element(Element.optional("walk", "Walk together", "P").asRepeatable())
            .resource(Resource.of("walk", "A walk in the park"))
            .appreciation("walk")
            .rule(Rule.of("offered", Template.EXISTENCE, any("offer:walk")))
            .rule(Rule.of("thanked", Template.EXISTENCE, any("thank:walk")))
            .build();

    assertThat(Talk.under(protocol).refused("close").explanation())
        .isEqualTo(
            "You cannot close this conversation yet. You have not yet recorded an offer of 'A walk in"
                + " the park', or a thank-you for walk. Next: offer 'A walk in the park', then thank"
                + " the peer for walk. If the conversation has broken off, end it early instead. That"
                + " is all right.");
  }

  @Test
  void come_in_another_language_when_there_is_a_file_for_it() {
    Refusal skip = Talk.under(Catalogue.amaSixElements()).refused("begin:invite-and-listen");
    Refusal paused = inReflection().then("pause").refused("close");

    assertThat(skip.explanation(Locale.forLanguageTag("xx")))
        .isEqualTo("Xefore . A required element comes first. Xegin 'Reach out'!");
    assertThat(paused.explanation(Locale.forLanguageTag("xx")))
        .isEqualTo("Xakt: das Gespräch ruht.");
    assertThat(paused.explanation(Locale.forLanguageTag("xx-YY"))).isEqualTo("Yakt.");
    assertThat(skip.explanation(Locale.forLanguageTag("xx-YY")))
        .isEqualTo(skip.explanation(Locale.forLanguageTag("xx")));
  }

  @Test
  void fall_back_to_english_sentence_by_sentence() {
    Refusal finished = inReflection().then("end:stopped").refused("close");

    assertThat(finished.explanation(Locale.forLanguageTag("xx"))).isEqualTo(finished.explanation());
    assertThat(finished.explanation(Locale.forLanguageTag("qq"))).isEqualTo(finished.explanation());
    assertThat(finished.explanation(Locale.ENGLISH)).isEqualTo(finished.explanation());
  }

  @Test
  void do_not_depend_on_the_locale_of_the_machine() {
    Locale before = Locale.getDefault();
    List<String> english = new ArrayList<>();
    inReflection().refused("close").violations().forEach(v -> english.add(v.explanation()));
    try {
      for (String tag : List.of("tr", "xx", "xx-YY", "ar-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        List<String> now = new ArrayList<>();
        inReflection().refused("close").violations().forEach(v -> now.add(v.explanation()));
        assertThat(now).isEqualTo(english);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void have_a_sentence_for_everything_that_can_be_said() throws IOException {
    Properties english = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/META-INF/peersupport/explanations.properties"))) {
      english.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Set<String> needed =
        new TreeSet<>(
            Set.of(
                "remedy", "remedy.after", "remedy.none.act", "remedy.none.close", "remedy.join"));
    needed.addAll(List.of("urgent", "urgent.none", "many.act", "many.close", "missing"));
    needed.addAll(
        List.of(
            "times.1", "times.2", "times.many", "list.comma", "list.or", "list.or.long", "quote"));
    needed.addAll(
        List.of("urgent.finished", "urgent.none.finished", "code.correction.not-allowed.urgent"));
    for (RefusalCode code : RefusalCode.values()) {
      boolean ofReferralState =
          code == RefusalCode.REFERRAL_WRONG_STATE || code == RefusalCode.REFERRAL_NO_CONSENT;
      if (code != RefusalCode.RULE_VIOLATED && !ofReferralState) {
        needed.add("code." + code.wireName());
      }
    }
    for (ReferralState state : ReferralState.values()) {
      needed.add("code.referral.wrong-state." + state.wireName());
    }
    for (Template template : Template.values()) {
      needed.add("template." + template.wireName() + ".rule");
      needed.add("template." + template.wireName() + ".advice");
      if (!SHARING.contains(template)) {
        needed.add("past.template." + template.wireName() + ".act");
        needed.add("past.template." + template.wireName() + ".close");
      }
    }
    for (String rule : List.of("skip", "return", "repeat", "required")) {
      needed.add("order." + rule + ".act");
      needed.add("order." + rule + ".close");
    }
    for (ActivityKind kind : ActivityKind.values()) {
      needed.add("noun." + kind.wireName());
      needed.add("noun." + kind.wireName() + ".any");
      needed.add("step." + kind.wireName());
      if (kind != ActivityKind.CONCERN && kind != ActivityKind.THANK) { // those have no titles
        needed.add("noun." + kind.wireName() + ".each");
        needed.add("noun." + kind.wireName() + ".except");
      }
    }

    assertThat(english.stringPropertyNames()).containsAll(needed);
    assertThat(english.values()).allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    assertThat(
            english.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("template.") || key.matches(".*\\.(rule|advice)"))
                .filter(key -> !key.matches("(step|order|list)\\..*"))
                .map(english::getProperty))
        .doesNotHaveDuplicates();
  }

  @Test
  void are_given_for_codes_that_are_stable() {
    List<String> codes = new ArrayList<>();
    for (RefusalCode code : RefusalCode.values()) {
      codes.add(code.wireName());
    }

    Golden.check("refusal-codes.txt", codes);
  }

  // --- the sections of the file

  private void say_structural() {
    title("What is about who, when and what");
    for (RefusalCode code :
        List.of(
            RefusalCode.SESSION_UNKNOWN,
            RefusalCode.SESSION_ALREADY_OPEN,
            RefusalCode.PROTOCOL_UNKNOWN)) {
      say(code.wireName(), Refusal.of(code));
    }
    Talk talk = inReflection();
    Commands supporter = talk.supporter();
    say("another event has happened", talk.refused(supporter.ifSeq(1).pause()));
    say("resume while open", talk.refused("resume"));
    say("a stranger", talk.refused(talk.by("sup-9").pause()));
    say("the peer begins", talk.refused(talk.peer().begin("reach-out")));
    Commands ahead = supporter.recordedAt(Talk.START.minusSeconds(301));
    say("in the future", talk.refused(ahead.begin("reflect-and-reframe")));
    say("an unknown element", talk.refused("begin:sing"));
    say("an unknown resource", talk.refused("offer:massage"));
    say("an unknown level", talk.refused("concern:mild"));
    say("an unknown facet", talk.refused("thank:patience"));
    say("an unknown reason", talk.refused("end:tired"));
    say("an unknown referral", talk.refused("accept:chaplaincy"));
    say("a transfer to the peer", talk.refused(supporter.transfer(Talk.PEER)));
    talk.then("begin:offer-resources", "offer:chaplaincy");
    say("an id that is taken", talk.refused(supporter.offer("r-1", "peer-follow-up")));
    say("offered already", talk.refused("offer:chaplaincy"));
    say("connect without a yes", talk.refused("connect:chaplaincy"));
    say("a step too far", talk.refused("complete:chaplaincy"));
    talk.then("decline:chaplaincy");
    say("connect after a no", talk.refused("connect:chaplaincy"));
    say("a yes after a no", talk.refused("accept:chaplaincy"));
    talk.then("offer:chaplaincy", "accept:chaplaincy");
    say("two answers", talk.refused("decline:chaplaincy"));
    talk.then("connect:chaplaincy");
    say("connected twice", talk.refused("connect:chaplaincy"));
    talk.then("complete:chaplaincy");
    say("completed twice", talk.refused("complete:chaplaincy"));
    talk.then("offer:peer-follow-up", "lapse:peer-follow-up");
    say("a yes after a lapse", talk.refused("accept:peer-follow-up"));
    talk.then("offer:information-sheet", "accept:information-sheet", "withdraw:information-sheet");
    say("connect after a yes was taken back", talk.refused("connect:information-sheet"));
    say("complete after a yes was taken back", talk.refused("complete:information-sheet"));
    talk.then("pause");
    say("begin while paused", talk.refused("begin:offer-resources"));
    talk.then("end:stopped");
    say("begin after the end", talk.refused("begin:offer-resources"));
    talk.then("concern:imminent");
    say("void while someone may be in danger", talk.refused("void:test"));
    talk.then("offer:emergency-care", "connect:emergency-care", "void:wrong-person");
    say("a concern after a void", talk.refused("concern:imminent"));
    say("a correction after a void", talk.refused("correct:2"));
    Command again = Commands.of("s-1", "sup-1", Talk.START).commandId("c-1").pause();
    Talk known = Talk.under(Catalogue.amaSixElements());
    known.record(again);
    say("another command under a known id", known.refused(again.withBy("peer-1")));
    say(
        "departments that do not fit",
        (Refusal)
            Sessions.open(
                base("pairs").pairing(Pairing.SAME).build(),
                Commands.of("s-2", "sup-1", Talk.START).open("pairs", Talk.SUPPORTER, Talk.PEER)));
  }

  private void say_order() {
    title("The rules of the order");
    Protocol strict =
        ProtocolBuilder.of("ordered", "1.0.0")
            .title("T")
            .source("S")
            .element(Element.required("listen", "Listen", "P").asRepeatable())
            .element(Element.required("plan", "Plan", "P"))
            .element(Element.optional("close-well", "Close well", "P").asRepeatable())
            .order(Order.strict())
            .build();
    say("order.skip, an act", Talk.under(strict).refused("begin:plan"));
    Talk planned = Talk.under(strict).then("begin:listen", "begin:plan");
    say("order.return, an act", planned.refused("begin:listen"));
    say("order.repeat, an act", planned.refused("begin:plan"));
    say("order.required, a close", Talk.under(strict).then("begin:listen").refused("close"));
    Protocol free =
        ProtocolBuilder.of("ordered", "1.0.0")
            .title("T")
            .source("S")
            .element(Element.optional("listen", "Listen", "P").asRepeatable())
            .element(Element.optional("plan", "Plan", "P").asRepeatable())
            .element(Element.optional("close-well", "Close well", "P").asRepeatable())
            .build();
    Talk loose =
        Talk.under(free).then("begin:plan", "begin:close-well", "begin:plan", "begin:listen");
    say(
        "order.skip, order.return and order.repeat, a close of what happened under an older release",
        closeUnder(strict, loose));
    sayWords("order.required, an act; no act violates it", strict, "order.required.plan", true);
  }

  private void say_templates() {
    title("The templates");
    for (Template template : Template.values()) {
      say_act(template);
      say_close(template);
    }
    title("The counts");
    for (Template template : List.of(Template.EXISTENCE, Template.ABSENCE, Template.EXACTLY)) {
      for (int count = 1; count <= 3; count++) {
        Protocol protocol = advising(rule(template).times(count));
        sayWords(template.wireName() + " " + count + ", an act", protocol, "rule", true);
        sayWords(template.wireName() + " " + count + ", a close", protocol, "rule", false);
      }
    }
  }

  private void say_act(Template template) {
    String what = template.wireName() + ", an act";
    if (VIOLATED_BY_NO_ACT.contains(template)) {
      sayWords(what + "; no act violates it", advising(rule(template)), "rule", true);
      return;
    }
    if (template == Template.RESPONSE) {
      Rule itself = Rule.of("rule", template, any("begin:listen"), any("begin:listen"));
      say(what, Talk.under(base("said").rule(itself).build()).refused("begin:listen"));
      return;
    }
    Talk talk = Talk.under(mandating(rule(template)));
    switch (template) {
      case ABSENCE, INIT, PRECEDENCE, ALTERNATE_PRECEDENCE, CHAIN_PRECEDENCE, SUCCESSION -> {}
      case ALTERNATE_SUCCESSION, CHAIN_SUCCESSION -> talk.then("begin:listen", "begin:plan");
      default -> talk.then("begin:listen");
    }
    String act =
        switch (template) {
          case ABSENCE, EXACTLY, ALTERNATE_RESPONSE -> "begin:listen";
          case CHAIN_RESPONSE, INIT -> "begin:rest";
          default -> "begin:plan";
        };
    say(what, talk.refused(act));
  }

  private void say_close(Template template) {
    Talk talk = Talk.under(base("said").build());
    switch (template) {
      case EXISTENCE, EXACTLY, CHOICE, EXCLUSIVE_CHOICE -> {}
      case INIT, END -> talk.then("begin:rest");
      case ABSENCE, RESPONDED_EXISTENCE, CO_EXISTENCE -> talk.then("begin:listen");
      case RESPONSE, ALTERNATE_RESPONSE, CHAIN_RESPONSE -> talk.then("begin:listen");
      case SUCCESSION, ALTERNATE_SUCCESSION, CHAIN_SUCCESSION -> talk.then("begin:listen");
      case PRECEDENCE, ALTERNATE_PRECEDENCE, CHAIN_PRECEDENCE -> talk.then("begin:plan");
      case NOT_CO_EXISTENCE,
          NOT_SUCCESSION,
          NOT_CHAIN_SUCCESSION,
          NOT_RESPONSE,
          NOT_PRECEDENCE,
          NOT_RESPONDED_EXISTENCE,
          NOT_CHAIN_RESPONSE,
          NOT_CHAIN_PRECEDENCE ->
          talk.then("begin:listen", "begin:plan");
    }
    Protocol protocol = mandating(rule(template));
    say(template.wireName() + ", a close", closeUnder(protocol, talk));
  }

  private void say_reasons() {
    title("With the rule's own reason");
    Talk talk = inReflection();
    say("what comes next", talk.refused("offer:chaplaincy"));
    Talk thanking =
        Talk.under(
            base("thanks")
                .appreciation("work", "sharing")
                .rule(
                    Rule.of("last", Template.PRECEDENCE, any("begin:rest"), any("thank:*"))
                        .because("Thanks come after the rest has begun."))
                .build());
    say("two in one breath", thanking.refused("thank:work+sharing"));
    say("a close", talk.refused("close"));
    Rule reasoned =
        rule(Template.NOT_SUCCESSION).because("Nobody makes plans after the listening has begun.");
    say(
        "nothing that comes next helps",
        Talk.under(mandating(reasoned)).then("begin:listen").refused("begin:plan"));
  }

  private void say_conflicts() {
    title("Rules that stand in each other's way");
    Protocol two =
        base("clash")
            .rule(Rule.of("one", Template.RESPONSE, any("begin:listen"), any("begin:plan")))
            .rule(Rule.of("other", Template.NOT_SUCCESSION, any("begin:rest"), any("begin:plan")))
            .build();
    Talk talk = Talk.under(two).then("begin:listen");
    say("mended by a step", talk.refused("begin:rest"));
    say("mended by nothing", Talk.under(two).then("begin:rest").refused("begin:listen"));
    Protocol one =
        base("life")
            .resource(Resource.of("walk", "A walk"))
            .rule(Rule.of("alone", Template.CHAIN_RESPONSE, any("begin:rest"), any("offer:walk")))
            .rule(Rule.of("unconnected", Template.ABSENCE, any("connect:walk")))
            .build();
    Talk offered = Talk.under(one).then("offer:walk");
    say("a rule and the life of referrals", offered.refused("begin:rest"));
  }

  private void say_overrides() {
    title("Overrides that do not help");
    Talk talk = inReflection();
    Commands why = talk.supporter().overriding("because");
    say("a rule that binds in any case", talk.refused(why.begin("close-with-thank-you")));
    Commands blank = talk.supporter().overriding(" ");
    say("no reason", talk.refused(blank.offer("r-1", "chaplaincy")));
  }

  private void say_corrections() {
    title("Corrections");
    Talk talk = inReflection().then("begin:offer-resources", "offer:chaplaincy");
    say("no such event", talk.refused("correct:7"));
    say("the opening", talk.refused("correct:1"));
    say("a stranger", talk.refused(talk.by("sup-9").correct(2, "x")));
    Talk said = inReflection().then("offer:emergency-care");
    said.record(said.peer().decline("r-1"));
    say("the supporter corrects the peer", said.refused("correct:6"));
    say("the peer corrects the supporter", talk.refused(talk.peer().correct(2, "x")));
    say("a rule with its reason", talk.refused("correct:5"));
    talk.then("decline:chaplaincy", "offer:chaplaincy");
    say("another referral is under way", talk.refused("correct:7"));
    talk.then("accept:chaplaincy");
    say("no such referral", talk.refused("correct:8"));
    talk.then("connect:chaplaincy");
    say("no yes", talk.refused("correct:9"));
    talk.then("complete:chaplaincy");
    Talk told = inReflection().then("offer:emergency-care", "connect:emergency-care");
    told.then("complete:emergency-care");
    say("not connected", told.refused("correct:6"));
    talk.then("pause", "resume");
    say("not paused", talk.refused("correct:12"));
    talk.then("begin:offer-resources", "transfer:sup-2", "pause");
    say("still paused", talk.refused("correct:13"));
    talk.then("resume");
    say("another supporter", talk.refused("correct:15"));
    Protocol debt =
        base("debt")
            .concerns("grave")
            .rule(
                Rule.of("met", Template.RESPONSE, any("concern:grave"), any("begin:rest"))
                    .bindingAlways())
            .build();
    Talk indebted = Talk.under(debt).then("concern:grave", "end:stopped", "begin:rest");
    say("over by then", indebted.refused("correct:2"));
    Protocol two =
        base("clash")
            .rule(Rule.of("some", Template.EXISTENCE, any("begin:plan")))
            .rule(Rule.of("other", Template.NOT_SUCCESSION, any("begin:rest"), any("begin:plan")))
            .build();
    Talk planned = Talk.under(two).then("begin:plan", "begin:rest");
    say("no way to the close", planned.refused("correct:2"));
  }

  private void say_dangers() {
    title("While someone may be in danger");
    Talk talk = inReflection().then("concern:imminent");
    sayUrgent("nothing offered yet", talk.session());
    sayUrgent("offered", talk.then("offer:emergency-care").session());
    sayUrgent("over", talk.then("lapse:emergency-care", "end:safety").session());
  }

  private void sayUrgent(String what, Session session) {
    said.add("");
    said.add("-- " + what);
    said.add(session.urgency().orElseThrow().explanation());
  }

  private void say_nouns() {
    title("The activities as people call them");
    ProtocolBuilder all =
        base("words")
            .resource(Resource.of("walk", "A walk"))
            .concerns("grave")
            .appreciation("work");
    Protocol activities = all.build();
    List<String> patterns = new ArrayList<>();
    for (Activity activity : activities.activities()) {
      if (!activity.qualifier().equals("plan") && !activity.qualifier().equals("rest")) {
        patterns.add(activity.text());
        patterns.add(activity.kind().wireName() + ":*");
      }
    }
    for (String pattern : patterns) {
      String id = "rule-" + patterns.indexOf(pattern);
      all.rule(Rule.of(id, Template.EXISTENCE, any(pattern)).asAdvisory());
    }
    Protocol protocol = all.build();
    for (String pattern : patterns) {
      String id = "rule-" + patterns.indexOf(pattern);
      Refusal refusal = worded(protocol, id, false);
      String words = refusal.violations().get(0).explanation();
      said.add(pattern + ": " + words.substring(0, words.indexOf('.') + 1));
    }
    title("Steps of a remedy");
    Protocol steps =
        base("steps")
            .resource(Resource.of("walk", "A walk"))
            .appreciation("work")
            .rule(Rule.of("walked", Template.EXISTENCE, any("connect:walk")))
            .rule(Rule.of("declined", Template.EXISTENCE, any("decline:walk")))
            .rule(Rule.of("thanked", Template.EXISTENCE, any("thank:work")))
            .rule(Rule.of("begun", Template.EXISTENCE, any("begin:plan")))
            .build();
    say("a close", Talk.under(steps).refused("close"));
  }

  // --- how they are provoked

  private static Talk inReflection() {
    return Talk.under(Catalogue.amaSixElements())
        .then("begin:reach-out", "begin:invite-and-listen", "begin:reflect-and-reframe");
  }

  /** Three elements that may come in any order. */
  private static ProtocolBuilder base(String id) {
    return ProtocolBuilder.of(id, "1.0.0")
        .title("T")
        .source("S")
        .element(Element.optional("listen", "Listen", "P").asRepeatable())
        .element(Element.optional("plan", "Plan", "P").asRepeatable())
        .element(Element.optional("rest", "Rest", "P").asRepeatable());
  }

  private static Rule rule(Template template) {
    return template.isBinary()
        ? Rule.of("rule", template, any("begin:listen"), any("begin:plan"))
        : Rule.of("rule", template, any("begin:listen"));
  }

  private static Protocol mandating(Rule rule) {
    return base("said").rule(rule).build();
  }

  private static Protocol advising(Rule rule) {
    return base("said").rule(rule.asAdvisory()).build();
  }

  /** The refusal of a close under a protocol, of what was recorded when it asked for less. */
  private static Refusal closeUnder(Protocol protocol, Talk talk) {
    Session replayed = HistoryReview.start(protocol, talk.history().get(0));
    for (Event event : talk.history().subList(1, talk.history().size())) {
      replayed = HistoryReview.evolve(replayed, event);
    }
    return (Refusal) Sessions.decide(replayed, talk.command("close"));
  }

  /** The words for a rule, also where no refusal could ever use them. */
  private static Refusal worded(Protocol protocol, String rule, boolean act) {
    CompiledProtocol compiled = CompiledProtocol.of(protocol);
    BitSet violated = new BitSet();
    violated.set(compiled.ruleNumber(rule));
    int[] acts = act ? new int[] {0} : new int[0];
    return Refusal.of(Denial.ofRules(compiled.start(), acts, violated));
  }

  private void title(String title) {
    if (!said.isEmpty()) {
      said.add("");
    }
    said.add("== " + title);
  }

  private void say(String what, Refusal refusal) {
    said.add("");
    said.add("-- " + what);
    for (Violation violation : refusal.violations()) {
      String rules = violation.rule().map(rule -> " " + rule).orElse("");
      said.add(violation.code().wireName() + rules + ": " + violation.explanation());
    }
    said.add("=> " + refusal.explanation());
  }

  /** The words for a rule alone: a refusal that nothing led to has no remedy to speak of. */
  private void sayWords(String what, Protocol protocol, String rule, boolean act) {
    String words = worded(protocol, rule, act).violations().get(0).explanation();
    said.add("");
    said.add("-- " + what);
    said.add(words.endsWith(" .") ? words.substring(0, words.length() - 2) : words);
  }
}
