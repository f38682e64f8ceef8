package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A protocol in the languages of its translations, each made when it is first asked for. */
final class TranslatedProtocols {
  private final Protocol original;
  private final Map<Translation, Protocol> made = new ConcurrentHashMap<>();

  TranslatedProtocols(Protocol original) {
    this.original = original;
  }

  /** The protocol in the language; itself where there is no translation. */
  Protocol in(Locale locale) {
    Optional<Translation> words = Translation.of(original, locale);
    return words.isEmpty() ? original : made.computeIfAbsent(words.get(), this::translate);
  }

  /** The rules are the same, so nothing has to be checked again. */
  private Protocol translate(Translation words) {
    ProtocolBuilder builder =
        ProtocolBuilder.of(original.id(), original.release())
            .title(words.title().orElse(original.title()))
            .source(original.source())
            .order(original.order())
            .pairing(original.pairing())
            .reasons(reasons(words.reasons()));
    original.derivedFrom().ifPresent(builder::derivedFrom);
    original.caution().ifPresent(builder::caution);
    original.elements().forEach(each -> builder.element(element(each, words.elements())));
    original.resources().forEach(each -> builder.resource(resource(each, words.resources())));
    titled(original.levels(), words.concerns()).forEach(builder::concern);
    titled(original.facets(), words.appreciation()).forEach(builder::appreciation);
    for (Rule rule : original.rules()) {
      String because = words.rules().get(rule.id());
      builder.rule(because == null ? rule : rule.because(because));
    }
    for (Deadline deadline : original.deadlines()) {
      String because = words.deadlines().get(deadline.id());
      builder.deadline(because == null ? deadline : deadline.because(because));
    }
    original.examples().forEach(builder::example);
    return builder.buildProved();
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

  private ReasonLists reasons(Map<String, String> titles) {
    ReasonLists own = original.reasons();
    return new ReasonLists(
        titled(own.end(), titles),
        titled(own.decline(), titles),
        titled(own.lapse(), titles),
        titled(own.override(), titles));
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
