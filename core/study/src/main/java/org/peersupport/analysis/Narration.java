package org.peersupport.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.words.Nouns;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
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

  Narration(Protocol protocol, Phrasebook phrases) {
    this.protocol = protocol;
    this.phrases = phrases;
    this.rules = new RuleNarration(protocol, phrases);
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (Topic each : Topic.values()) {
      boolean warnsAgain = each == Topic.SIGN_OFF && protocol.caution().isPresent();
      Topic topic = warnsAgain ? Topic.CAUTION : each;
      List<Statement> statements =
          switch (topic) {
            case CAUTION -> caution(warnsAgain ? "caution.end" : "caution");
            case ABOUT -> about();
            case ELEMENTS -> elements();
            case ORDER -> order();
            case RESOURCES -> resources();
            case PEOPLE -> people();
            case RULES -> orNone(rules.ofTheDocument(), "rules.none");
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
          new Statement(List.of(element.key()), text, notes, Optional.of(element.provenance())));
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
    List<Statement> ofTheOrder = rules.ofTheOrder();
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
        told.add(new Statement(keys, text, List.of(), Optional.empty()));
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
    List<Statement> told = new ArrayList<>();
    for (Deadline deadline : protocol.expandedDeadlines()) {
      Map<String, String> values =
          Map.of(
              "time", time(deadline.within()),
              "A", Nouns.capital(phrases.nouns.anyMomentOf(deadline.from())),
              "b", phrases.nouns.anyMomentOf(deadline.to()));
      List<String> notes = new ArrayList<>();
      if (isOfReferrals(deadline.from()) && isOfReferrals(deadline.to())) {
        notes.add(phrases.say("deadline.referral"));
      }
      notes.addAll(phrases.reason(deadline.because()));
      notes.add(phrases.origin(deadline.provenance(), deadline.source()));
      told.add(
          new Statement(
              List.of(deadline.id()),
              phrases.say("deadline", values),
              notes,
              Optional.of(deadline.provenance())));
    }
    if (!told.isEmpty()) {
      told.add(phrases.statement("deadlines.late"));
    }
    return orNone(told, "deadlines.none");
  }

  private static boolean isOfReferrals(List<String> patterns) {
    for (String pattern : patterns) {
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.isReferral() && pattern.startsWith(kind.wireName() + ":")) {
          return true;
        }
      }
    }
    return false;
  }

  /** In days from two on: a day is said as 24 hours, because it does not end at midnight. */
  private String time(Duration time) {
    List<String> said = new ArrayList<>();
    long days = time.toDays() < 2 ? 0 : time.toDays();
    long hours = time.toHours() - 24 * days;
    if (days > 0) {
      said.add(count(Long.toString(days), "time.day"));
    }
    if (hours > 0) {
      said.add(count(Long.toString(hours), "time.hour"));
    }
    if (time.toMinutesPart() > 0) {
      said.add(count(Integer.toString(time.toMinutesPart()), "time.minute"));
    }
    if (time.toSecondsPart() > 0 || time.toNanosPart() > 0) {
      said.add(count(seconds(time), "time.second"));
    }
    return phrases.nouns.list(said, "list.and");
  }

  private static String seconds(Duration time) {
    String whole = Integer.toString(time.toSecondsPart());
    if (time.toNanosPart() == 0) {
      return whole;
    }
    String nanos = Integer.toString(1_000_000_000 + time.toNanosPart()).substring(1);
    int end = nanos.length();
    while (nanos.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + nanos.substring(0, end);
  }

  private String count(String count, String unit) {
    return phrases.say(count.equals("1") ? unit : unit + "s", Map.of("count", count));
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
        String named = String.join(", ", example.rules());
        notes.add(phrases.say("example.rules", Map.of("rules", named)));
      }
      told.add(new Statement(List.of(), text, notes, Optional.empty()));
    }
    return told;
  }

  private static String name(Example example) {
    String name = Phrasebook.sentence(example.name());
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
