package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.TitledKey;
import org.peersupport.protocol.Translation;

/** The search for words of a protocol that a translation lacks. */
final class MissingWords {
  private final List<String> missing = new ArrayList<>();

  private MissingWords() {}

  static List<String> of(Protocol protocol, Translation words) {
    MissingWords search = new MissingWords();
    search.check("/title", words.title().isPresent());
    protocol
        .elements()
        .forEach(element -> search.check(element, words.elements().get(element.key())));
    protocol.resources().forEach(each -> search.check("/resources", each.key(), words.resources()));
    search.check("/concerns", protocol.levels(), words.concerns());
    search.check("/appreciation", protocol.facets(), words.appreciation());
    ReasonLists reasons = protocol.reasons();
    List<TitledKey> all =
        Stream.of(reasons.end(), reasons.decline(), reasons.lapse(), reasons.override())
            .flatMap(List::stream)
            .distinct()
            .toList();
    search.check("/reasons", all, words.reasons());
    for (Rule rule : protocol.rules()) {
      if (!rule.because().isBlank()) {
        search.check("/rules", rule.id(), words.rules());
      }
    }
    for (Deadline deadline : protocol.deadlines()) {
      if (!deadline.because().isBlank()) {
        search.check("/deadlines", deadline.id(), words.deadlines());
      }
    }
    return List.copyOf(search.missing);
  }

  private void check(Element element, Translation.@Nullable ElementWords words) {
    String place = "/elements/" + element.key();
    check(place + "/title", words != null && words.title().isPresent());
    check(place + "/purpose", words != null && words.purpose().isPresent());
    boolean isSaid = words != null && !words.prompts().isEmpty();
    check(place + "/prompts", element.prompts().isEmpty() || isSaid);
  }

  private void check(String place, List<TitledKey> entries, Map<String, String> words) {
    entries.forEach(entry -> check(place, entry.key(), words));
  }

  private void check(String place, String key, Map<String, String> words) {
    check(place + "/" + key, words.containsKey(key));
  }

  private void check(String place, boolean isSaid) {
    if (!isSaid && !missing.contains(place)) {
      missing.add(place);
    }
  }
}
