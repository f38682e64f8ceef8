package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of a protocol in which people read words, with those of a translation. */
final class TranslatedParts {
  private final Protocol original;
  private final Translation words;

  TranslatedParts(Protocol original, Translation words) {
    this.original = original;
    this.words = words;
  }

  String title() {
    return words.title().orElse(original.title());
  }

  List<Element> elements() {
    return original.elements().stream().map(each -> element(each, words.elements())).toList();
  }

  List<Resource> resources() {
    return original.resources().stream().map(each -> resource(each, words.resources())).toList();
  }

  List<TitledKey> levels() {
    return titled(original.levels(), words.concerns());
  }

  List<TitledKey> facets() {
    return titled(original.facets(), words.appreciation());
  }

  ReasonLists reasons() {
    ReasonLists own = original.reasons();
    return new ReasonLists(
        titled(own.end(), words.reasons()),
        titled(own.decline(), words.reasons()),
        titled(own.lapse(), words.reasons()),
        titled(own.override(), words.reasons()));
  }

  List<Rule> rules() {
    return original.rules().stream().map(each -> rule(each, words.rules())).toList();
  }

  List<Deadline> deadlines() {
    return original.deadlines().stream().map(each -> deadline(each, words.deadlines())).toList();
  }

  private static Rule rule(Rule rule, Map<String, String> becauses) {
    String because = becauses.get(rule.id());
    return because == null ? rule : rule.because(because);
  }

  private static Deadline deadline(Deadline deadline, Map<String, String> becauses) {
    String because = becauses.get(deadline.id());
    return because == null ? deadline : deadline.because(because);
  }

  private static Element element(
      Element element, Map<String, Translation.ElementWords> translated) {
    Translation.ElementWords words = translated.get(element.key());
    if (words == null) {
      return element;
    }
    List<String> prompts = words.prompts().isEmpty() ? element.prompts() : words.prompts();
    return ImmutableElement.copyOf(element)
        .withTitle(words.title().orElse(element.title()))
        .withPurpose(words.purpose().orElse(element.purpose()))
        .withPrompts(prompts);
  }

  private static Resource resource(Resource resource, Map<String, String> titles) {
    return new Resource(
        resource.key(), titles.getOrDefault(resource.key(), resource.title()), resource.consent());
  }

  private static List<TitledKey> titled(List<TitledKey> entries, Map<String, String> titles) {
    List<TitledKey> titled = new ArrayList<>();
    for (TitledKey entry : entries) {
      String title = titles.get(entry.key());
      titled.add(title == null ? entry : TitledKey.of(entry.key(), title));
    }
    return titled;
  }
}
