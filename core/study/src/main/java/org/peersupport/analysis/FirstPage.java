package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.peersupport.internal.words.Nouns;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;

/**
 * The first page of a protocol, for the supporter: what must, should and may be done, and what to
 * do in danger. Rules stand there by their titles and reasons; their exact sentences come later.
 */
final class FirstPage {
  private static final String CONCERN = ActivityKind.CONCERN.wireName() + ":";

  private final Protocol protocol;
  private final Phrasebook phrases;
  private final RuleNarration rules;
  private final DeadlineNarration deadlines;

  FirstPage(
      Protocol protocol, Phrasebook phrases, RuleNarration rules, DeadlineNarration deadlines) {
    this.protocol = protocol;
    this.phrases = phrases;
    this.rules = rules;
    this.deadlines = deadlines;
  }

  List<Statement> must() {
    List<Statement> told = new ArrayList<>();
    boolean isStrict = protocol.order().mode() == OrderMode.STRICT;
    elements(isStrict ? "must.order" : "must.elements", this::isRequired, told);
    rules(ExpandedRule::isMandatory, told);
    consent(told);
    return orNone(told, "must.none");
  }

  List<Statement> should() {
    List<Statement> told = new ArrayList<>();
    if (protocol.order().mode() == OrderMode.GUIDED) {
      elements("should.order", element -> !element.isContinuous(), told);
    }
    rules(rule -> !rule.isMandatory(), told);
    deadlines(deadline -> !isOfConcern(deadline.from()), told);
    return orNone(told, "should.none");
  }

  List<Statement> may() {
    List<Statement> told = new ArrayList<>();
    elements("may.elements", element -> !isRequired(element), told);
    boolean isOrdered = protocol.order().mode() != OrderMode.MODULAR;
    if (isOrdered && !rules.returns().isEmpty()) {
      told.add(phrases.statement("may.return"));
    }
    overridable(told);
    told.add(phrases.statement("may.end"));
    told.add(phrases.statement("may.peer"));
    return told;
  }

  List<Statement> danger() {
    List<Statement> told = new ArrayList<>();
    if (!protocol.levels().isEmpty()) {
      List<String> names = protocol.levels().stream().map(TitledKey::key).map(this::level).toList();
      String levels = phrases.nouns.list(names, "list.or");
      told.add(phrases.statement("danger.levels", Map.of("levels", levels)));
    }
    for (RuleNarration.ToldRule each : rules.ofTheDocument()) {
      if (isOfDanger(each.rule())) {
        told.add(inDanger(each));
      }
    }
    deadlines(deadline -> isOfConcern(deadline.from()), told);
    List<Statement> whole = new ArrayList<>(orNone(told, "danger.none"));
    whole.add(phrases.statement("danger.end"));
    return whole;
  }

  private List<Statement> orNone(List<Statement> told, String none) {
    return told.isEmpty() ? List.of(phrases.statement(none)) : told;
  }

  // --- elements and consent

  private boolean isRequired(Element element) {
    return element.need() == Need.REQUIRED;
  }

  private void elements(String key, Predicate<Element> which, List<Statement> told) {
    List<String> keys = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Element element : protocol.elements()) {
      if (which.test(element)) {
        keys.add(element.key());
        titles.add(element.title());
      }
    }
    if (!keys.isEmpty()) {
      String text = phrases.say(key, Map.of("titles", phrases.all(titles)));
      told.add(Phrasebook.statement(keys, text, List.of()));
    }
  }

  private void consent(List<Statement> told) {
    List<String> notices = new ArrayList<>();
    for (Resource resource : protocol.resources()) {
      if (resource.consent() == Consent.NOTICE) {
        notices.add(resource.title());
      }
    }
    if (notices.size() < protocol.resources().size()) {
      told.add(
          notices.isEmpty()
              ? phrases.statement("must.consent")
              : phrases.statement("must.consent.except", Map.of("titles", phrases.any(notices))));
    }
  }

  // --- rules and deadlines

  private void rules(Predicate<ExpandedRule> which, List<Statement> told) {
    for (RuleNarration.ToldRule each : rules.ofTheDocument()) {
      if (which.test(each.rule()) && !isOfDanger(each.rule())) {
        told.add(Phrasebook.statement(each.statement().ids(), brief(each), List.of()));
      }
    }
  }

  /** The title and the reason; the exact sentence where a rule has no title. */
  private static String brief(RuleNarration.ToldRule told) {
    Optional<String> title = told.statement().title();
    if (title.isEmpty()) {
      return told.statement().text();
    }
    String because = told.rule().because();
    String reason = because.isBlank() ? told.statement().text() : Phrasebook.sentence(because);
    return Phrasebook.sentence(title.get()) + " " + reason;
  }

  private Statement inDanger(RuleNarration.ToldRule told) {
    List<String> notes = new ArrayList<>();
    String exact = isCall(told.rule()) ? call(told.rule()) : told.statement().text();
    String brief = told.statement().title().isEmpty() ? exact : brief(told);
    if (!brief.endsWith(exact)) {
      notes.add(exact);
    }
    if (told.rule().isMandatory() && told.rule().holds() == Holds.ALWAYS) {
      notes.add(phrases.say("danger.always"));
    }
    return Phrasebook.statement(told.statement().ids(), brief, notes);
  }

  /** Whether the rule asks for help after something, until it is there. */
  private static boolean isCall(ExpandedRule rule) {
    return rule.isMandatory()
        && rule.holds() == Holds.ALWAYS
        && rule.template().equals(Optional.of(Template.RESPONSE));
  }

  private String call(ExpandedRule rule) {
    String a = phrases.nouns.anyMomentOf(rule.a());
    String b = phrases.nouns.anyMomentOf(rule.b());
    return phrases.say("danger.response", Map.of("a", a, "A", Nouns.capital(a), "b", b));
  }

  private void overridable(List<Statement> told) {
    List<RuleNarration.ToldRule> all = new ArrayList<>(rules.ofTheOrder());
    all.addAll(rules.ofTheDocument());
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (RuleNarration.ToldRule each : all) {
      if (each.rule().isMandatory() && each.rule().overridable()) {
        ids.addAll(each.statement().ids());
        names.add(each.statement().title().orElse(each.statement().ids().get(0)));
      }
    }
    if (!names.isEmpty()) {
      String text = phrases.say("may.override", Map.of("rules", phrases.all(names)));
      told.add(Phrasebook.statement(ids, text, List.of()));
    }
  }

  private void deadlines(Predicate<Deadline> which, List<Statement> told) {
    for (Deadline deadline : protocol.expandedDeadlines()) {
      if (which.test(deadline)) {
        String text = deadlines.sentence(deadline);
        told.add(Phrasebook.statement(List.of(deadline.id()), text, List.of()));
      }
    }
  }

  private static boolean isOfDanger(ExpandedRule rule) {
    return isOfConcern(rule.a()) || (rule.isMandatory() && rule.holds() == Holds.ALWAYS);
  }

  private static boolean isOfConcern(List<String> patterns) {
    return patterns.stream().allMatch(pattern -> pattern.startsWith(CONCERN));
  }

  private String level(String key) {
    return phrases.nouns.named(ActivityKind.CONCERN.wireName(), key);
  }
}
