package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.TitledKey;

/** The parts of a protocol in plain sentences. */
final class Narration {
  private final Protocol protocol;
  private final Phrasebook phrases;
  private final RuleNarration rules;
  private final DeadlineNarration deadlines;
  private final FirstPage firstPage;

  Narration(Protocol protocol, Phrasebook phrases) {
    this.protocol = protocol;
    this.phrases = phrases;
    this.rules = new RuleNarration(protocol, phrases);
    this.deadlines = new DeadlineNarration(protocol, phrases);
    this.firstPage = new FirstPage(protocol, phrases, rules, deadlines);
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (Topic each : Topic.values()) {
      boolean warnsAgain = each == Topic.SIGN_OFF && protocol.caution().isPresent();
      Topic topic = warnsAgain ? Topic.CAUTION : each;
      List<Statement> statements =
          switch (topic) {
            case CAUTION -> caution(warnsAgain ? "caution.end" : "caution");
            case MUST -> firstPage.must();
            case SHOULD -> firstPage.should();
            case MAY -> firstPage.may();
            case DANGER -> firstPage.danger();
            case ABOUT -> about();
            case ELEMENTS -> elements();
            case ORDER -> order();
            case RESOURCES -> resources();
            case PEOPLE -> people();
            case RULES -> orNone(statements(rules.ofTheDocument()), "rules.none");
            case DEADLINES -> deadlines();
            case EXAMPLES -> examples();
            case SIGN_OFF -> List.of(phrases.statement("sign-off", reference()));
          };
      if (!statements.isEmpty()) {
        sections.add(new Section(topic, phrases.say("part." + topic.wireName()), statements));
      }
    }
    return sections;
  }

  private List<Statement> caution(String key) {
    return protocol.caution().stream()
        .map(text -> phrases.statement(key, Map.of("caution", Phrasebook.sentence(text))))
        .toList();
  }

  private Map<String, String> reference() {
    return Map.of("reference", protocol.reference());
  }

  private static List<Statement> statements(List<RuleNarration.ToldRule> told) {
    return told.stream().map(RuleNarration.ToldRule::statement).toList();
  }

  private List<Statement> orNone(List<Statement> statements, String none) {
    return statements.isEmpty() ? List.of(phrases.statement(none)) : statements;
  }

  private List<Statement> about() {
    List<Statement> told = new ArrayList<>();
    told.add(phrases.statement("about.reference", reference()));
    if (protocol.derivedFrom().isPresent()) {
      told.add(phrases.statement("about.derived", Map.of("base", protocol.derivedFrom().get())));
    }
    String source = Phrasebook.sentence(protocol.source());
    told.add(phrases.statement("about.source", Map.of("source", source)));
    told.add(phrases.statement("about.reading"));
    List<String> placeholders = new ArrayList<>();
    for (Element element : protocol.elements()) {
      if (element.provenance() == Provenance.PLACEHOLDER) {
        placeholders.add(element.title());
      }
    }
    if (!placeholders.isEmpty()) {
      String titles = phrases.all(placeholders);
      told.add(phrases.statement("about.placeholders", Map.of("titles", titles)));
    }
    told.add(phrases.statement("about.people"));
    told.add(phrases.statement("about.must"));
    told.add(phrases.statement("about.should"));
    told.add(phrases.statement("about.free"));
    return told;
  }

  private List<Statement> elements() {
    List<Statement> told = new ArrayList<>();
    for (Element element : protocol.elements()) {
      String purpose = Phrasebook.sentence(element.purpose());
      String text =
          phrases.say("element.purpose", Map.of("title", element.title(), "purpose", purpose));
      List<String> notes = new ArrayList<>();
      String need = element.need() == Need.REQUIRED ? "required" : "optional";
      String often = element.isRepeatable() ? "again" : "once";
      notes.add(phrases.say("element." + need + "." + often));
      if (element.isContinuous()) {
        notes.add(phrases.say("element.continuous"));
      }
      if (!element.prompts().isEmpty()) {
        notes.add(phrases.say("element.prompt", Map.of("prompts", prompts(element))));
      }
      notes.add(phrases.origin(element.provenance(), element.source()));
      told.add(
          new Statement(
              List.of(element.key()),
              Optional.of(Phrasebook.onOneLine(element.title())),
              text,
              notes,
              Optional.of(element.provenance())));
    }
    return told;
  }

  private String prompts(Element element) {
    String said = "";
    for (String prompt : element.prompts()) {
      said =
          said.isEmpty()
              ? phrases.say("prompt.first", Map.of("prompt", prompt))
              : phrases.say("prompt.next", Map.of("before", said, "prompt", prompt));
    }
    return said;
  }

  private List<Statement> order() {
    List<Statement> told = new ArrayList<>();
    told.add(phrases.statement("order." + protocol.order().mode().wireName()));
    List<Statement> ofTheOrder = statements(rules.ofTheOrder());
    told.addAll(ofTheOrder);
    if (!ofTheOrder.isEmpty()) {
      told.add(phrases.statement("order.provenance"));
    }
    return told;
  }

  private List<Statement> resources() {
    List<Statement> told = new ArrayList<>();
    for (Consent consent : Consent.values()) {
      List<String> keys = new ArrayList<>();
      List<String> titles = new ArrayList<>();
      for (Resource resource : protocol.resources()) {
        if (resource.consent() == consent) {
          keys.add(resource.key());
          titles.add(resource.title());
        }
      }
      if (!keys.isEmpty()) {
        String text =
            phrases.say("resource." + consent.wireName(), Map.of("titles", phrases.any(titles)));
        told.add(Phrasebook.statement(keys, text, List.of()));
      }
    }
    if (!told.isEmpty()) {
      told.add(phrases.statement("resource.words"));
    }
    return orNone(told, "resource.none");
  }

  private List<Statement> people() {
    List<Statement> told = new ArrayList<>();
    if (!protocol.concerns().isEmpty()) {
      String levels = phrases.nouns.list(words("concern", protocol.concerns()), "list.or");
      told.add(phrases.statement("people.concerns", Map.of("levels", levels)));
    }
    if (!protocol.appreciation().isEmpty()) {
      String facets = phrases.nouns.list(words("thank", protocol.appreciation()), "list.and");
      told.add(phrases.statement("people.appreciation", Map.of("facets", facets)));
    }
    reasons("end", protocol.reasons().end(), told);
    reasons("decline", protocol.reasons().decline(), told);
    reasons("lapse", protocol.reasons().lapse(), told);
    reasons("override", protocol.reasons().override(), told);
    told.add(phrases.statement("people." + protocol.pairing().wireName()));
    return told;
  }

  private void reasons(String of, List<TitledKey> reasons, List<Statement> told) {
    if (!reasons.isEmpty()) {
      String titles = phrases.all(reasons.stream().map(TitledKey::name).toList());
      told.add(phrases.statement("people.reasons." + of, Map.of("titles", titles)));
    }
  }

  private List<String> words(String kind, List<String> keys) {
    List<String> words = new ArrayList<>();
    for (String key : keys) {
      words.add(phrases.nouns.named(kind, key));
    }
    return words;
  }

  private List<Statement> deadlines() {
    List<Statement> told = new ArrayList<>(deadlines.all());
    if (!told.isEmpty()) {
      told.add(phrases.statement("deadlines.late"));
    }
    return orNone(told, "deadlines.none");
  }

  private List<Statement> examples() {
    List<Statement> told = new ArrayList<>();
    if (!protocol.examples().isEmpty()) {
      told.add(phrases.statement("example.intro"));
    }
    for (Example example : protocol.examples()) {
      int taken = example.accepted() ? example.trace().size() : example.at() - 1;
      List<String> steps = new ArrayList<>();
      for (String act : example.trace().subList(0, taken)) {
        steps.add(phrases.step(act));
      }
      String key = example.accepted() ? "example.accepted" : "example.refused";
      String step = example.accepted() ? "" : phrases.step(example.trace().get(taken));
      Map<String, String> values =
          Map.of(
              "Name", name(example),
              "steps", phrases.nouns.list(steps, "list.comma"),
              "step", step);
      String text = phrases.say(steps.isEmpty() ? key + ".first" : key, values);
      List<String> notes = new ArrayList<>();
      if (!example.rules().isEmpty()) {
        notes.add(phrases.say("example.rules", Map.of("rules", named(example.rules()))));
      }
      told.add(Phrasebook.statement(List.of(), text, notes));
    }
    return told;
  }

  /** The rules by their titles, each with its id. */
  private String named(List<String> ids) {
    List<String> names = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (ids.contains(rule.id())) {
        names.add(phrases.nouns.rule(rule.id(), rule.title(), rule.a()));
      }
    }
    return phrases.nouns.list(names, "list.and");
  }

  private static String name(Example example) {
    String name = Phrasebook.sentence(example.name());
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
