package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Translation;

/**
 * Help for translators, to be called in a test of their own.
 *
 * <p>The sentences of the library stand in {@code META-INF/peersupport/explanations.properties}, in
 * English. The sentences of another language stand in a file beside it, such as {@code
 * explanations_fr.properties}, in any jar of the application. The words of a protocol stand in its
 * document, with a {@link Translation} for each other language.
 *
 * <pre>{@code
 * LanguageGaps gaps = LanguageFiles.gaps(Locale.FRENCH);
 * if (!gaps.isEmpty()) {
 *   throw new AssertionError(gaps);
 * }
 * }</pre>
 *
 * <p>No argument may be null, and no result is.
 */
public final class LanguageFiles {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w*)\\}");

  private LanguageFiles() {}

  /**
   * What the file of a language lacks, beside the English one.
   *
   * @param locale a language, or a language and a country; then the files of both count together
   * @return with every key missing where there is no file
   */
  public static LanguageGaps gaps(Locale locale) {
    Map<String, String> english = Wording.ownOf(Locale.ROOT);
    Map<String, String> own = Wording.ownOf(locale);
    List<LanguageGaps.Places> places = new ArrayList<>();
    english.forEach(
        (key, sentence) -> {
          String said = own.get(key);
          if (said != null) {
            difference(key, places(sentence), places(said)).ifPresent(places::add);
          }
        });
    return new LanguageGaps(
        without(english.keySet(), own.keySet()), without(own.keySet(), english.keySet()), places);
  }

  private static List<String> without(Set<String> keys, Set<String> others) {
    Set<String> left = new TreeSet<>(keys);
    left.removeAll(others);
    return List.copyOf(left);
  }

  private static Optional<LanguageGaps.Places> difference(
      String key, Set<String> english, Set<String> own) {
    return english.equals(own)
        ? Optional.empty()
        : Optional.of(
            new LanguageGaps.Places(
                key, Set.copyOf(without(english, own)), Set.copyOf(without(own, english))));
  }

  private static Set<String> places(String sentence) {
    Set<String> places = new TreeSet<>();
    for (MatchResult place : PLACE.matcher(sentence).results().toList()) {
      places.add(place.group(1).toLowerCase(Locale.ROOT));
    }
    return places;
  }

  /**
   * The words of a protocol that its translation into a language lacks, and that are said in the
   * document's own language therefore.
   *
   * @return the places in the translation where they would stand, such as {@code
   *     /elements/reach-out/title} or {@code /rules/thanked-for-work}, in the order of the
   *     document; of every word where there is no translation
   */
  public static List<String> missingWords(Protocol protocol, Locale locale) {
    return MissingWords.of(
        protocol,
        protocol.translation(locale).orElseGet(() -> Translation.empty(locale.toLanguageTag())));
  }
}
