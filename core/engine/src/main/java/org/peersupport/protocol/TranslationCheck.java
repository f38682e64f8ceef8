package org.peersupport.protocol;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that translations speak of what the protocol has, and say something. */
final class TranslationCheck {
  private final Protocol protocol;
  private final ProblemCollector problems;

  private TranslationCheck(Protocol protocol, ProblemCollector problems) {
    this.protocol = protocol;
    this.problems = problems;
  }

  static void check(Protocol protocol, ProblemCollector problems) {
    TranslationCheck check = new TranslationCheck(protocol, problems);
    problems.size("/translations", protocol.translations().size(), Limits.LEVELS);
    Set<String> languages = new HashSet<>();
    for (Translation words : protocol.translations()) {
      String pointer = "/translations/" + words.language();
      if (!isTag(words.language())) {
        problems.add(
            ProblemCode.ILL_FORMED,
            "/translations",
            "A language is a BCP 47 tag, such as de or pt-BR.");
      } else if (!languages.add(words.language().toLowerCase(Locale.ROOT))) {
        problems.duplicate(pointer);
      } else {
        check.check(pointer, words);
      }
    }
  }

  private static boolean isTag(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private void check(String pointer, Translation words) {
    words.title().ifPresent(title -> problems.text(pointer + "/title", title, true));
    Set<String> elements = keys(protocol.elements().stream().map(Element::key));
    checkKeys(pointer + "/elements", "element", words.elements().keySet(), elements);
    words
        .elements()
        .forEach(
            (key, told) -> {
              String place = pointer + "/elements/" + (elements.contains(key) ? key : "");
              told.title().ifPresent(text -> problems.text(place + "/title", text, true));
              told.purpose().ifPresent(text -> problems.text(place + "/purpose", text, true));
              for (int p = 0; p < told.prompts().size(); p++) {
                problems.text(place + "/prompts/" + p, told.prompts().get(p), true);
              }
            });
    check(
        pointer + "/resources",
        "resource",
        words.resources(),
        keys(protocol.resources().stream().map(Resource::key)));
    check(
        pointer + "/concerns",
        "level of concern",
        words.concerns(),
        Set.copyOf(protocol.concerns()));
    check(
        pointer + "/appreciation",
        "facet of appreciation",
        words.appreciation(),
        Set.copyOf(protocol.appreciation()));
    ReasonLists own = protocol.reasons();
    check(
        pointer + "/reasons",
        "reason",
        words.reasons(),
        keys(
            Stream.of(own.end(), own.decline(), own.lapse(), own.override())
                .flatMap(List::stream)
                .map(TitledKey::key)));
    check(pointer + "/rules", "rule", words.rules(), keys(protocol.rules().stream().map(Rule::id)));
    check(
        pointer + "/deadlines",
        "deadline",
        words.deadlines(),
        keys(protocol.deadlines().stream().map(Deadline::id)));
  }

  private static Set<String> keys(Stream<String> keys) {
    Set<String> known = new HashSet<>();
    keys.forEach(known::add);
    return known;
  }

  private void check(String pointer, String what, Map<String, String> words, Set<String> known) {
    checkKeys(pointer, what, words.keySet(), known);
    words.forEach(
        (key, text) -> problems.text(pointer + (known.contains(key) ? "/" + key : ""), text, true));
  }

  /** An unknown key is anybody's words, and not repeated. */
  private void checkKeys(String pointer, String what, Set<String> keys, Set<String> known) {
    if (!known.containsAll(keys)) {
      problems.unknown(pointer, what, known);
    }
  }
}
