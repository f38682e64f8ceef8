package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reading level of English text, as the school grade that can read it.
 *
 * <p>Grade = 0.39 words per sentence + 11.8 syllables per word - 15.59: J. P. Kincaid, R. P.
 * Fishburne, R. L. Rogers and B. S. Chissom, Derivation of new readability formulas, Naval
 * Technical Training Command, Research Branch Report 8-75, 1975.
 *
 * <p>The formula is published, the counting is not, so it is said here. A sentence ends with a full
 * stop, a question mark or an exclamation mark before a space or the end; a full stop after a
 * single capital letter ends none ("J. Shapiro"), and neither does a semicolon or a colon. A word
 * is what stands between spaces, slashes and hyphens and has a letter or a digit. A number has as
 * many syllables as digits. A word has as many syllables as groups of vowels, with these
 * corrections, and at least one:
 *
 * <ul>
 *   <li>a last "e" is silent, but not in "-le" after a consonant ("people") or as the only vowel;
 *   <li>"-ed" is silent but after "t" and "d" ("asked", "needed");
 *   <li>"-es" is silent but after a hiss ("takes", "closes");
 *   <li>"-gue" and "-que" are silent after their consonant ("colleague");
 *   <li>two vowels that are spoken apart are two: "ia", "io", "iu", "eo", "ua", "uou", "iet" and
 *       "-lier" ("material", "quiet", "earlier"), but not in "-tion", "-sion", "-cious", "-cial",
 *       "-tial", "people", "-eous", "guar" and "quar" ("session", "social");
 *   <li>some words are listed by hand.
 * </ul>
 */
final class FleschKincaid {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]['\")]*(?=\\s|$)");
  private static final Pattern INITIAL = Pattern.compile("(^|.*[\\s(])[A-Z]\\.$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern APART = Pattern.compile("i[aou]|eo|ua|uou|iet|[lstr]ier");
  private static final Pattern TOGETHER = Pattern.compile("[tsc]io|[tc]ia|eople|eous|[gq]ua");

  private static final Map<String, Integer> BY_HAND =
      Map.ofEntries(
          Map.entry("somebody", 3),
          Map.entry("someone", 2),
          Map.entry("something", 2),
          Map.entry("sometimes", 2),
          Map.entry("anyone", 3),
          Map.entry("being", 2),
          Map.entry("doing", 2),
          Map.entry("going", 2),
          Map.entry("saying", 2),
          Map.entry("trying", 2),
          Map.entry("carrying", 3),
          Map.entry("therefore", 2),
          Map.entry("wherever", 3),
          Map.entry("whoever", 3),
          Map.entry("safety", 2),
          Map.entry("lately", 2),
          Map.entry("placeholder", 3),
          Map.entry("placeholders", 3),
          Map.entry("reference", 3),
          Map.entry("interest", 3),
          Map.entry("react", 2),
          Map.entry("create", 2),
          Map.entry("idea", 3));

  private FleschKincaid() {}

  /** The grade of a text. */
  static double grade(String text) {
    return grade(List.of(text));
  }

  /** The grade of texts taken together, each of which ends a sentence. */
  static double grade(List<String> texts) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String text : texts) {
      for (String sentence : sentences(text)) {
        List<String> inIt = words(sentence);
        sentences += inIt.isEmpty() ? 0 : 1;
        words += inIt.size();
        syllables += inIt.stream().mapToInt(FleschKincaid::syllables).sum();
      }
    }
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  /** The sentences of a text, each with what ends it. */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    Matcher ends = SENTENCE_END.matcher(text);
    int from = 0;
    while (ends.find()) {
      String sentence = text.substring(from, ends.end()).strip();
      if (!INITIAL.matcher(sentence).matches()) {
        sentences.add(sentence);
        from = ends.end();
      }
    }
    String rest = text.substring(from).strip();
    if (!rest.isEmpty()) {
      sentences.add(rest);
    }
    return sentences;
  }

  /** The words of a sentence. */
  static List<String> words(String sentence) {
    return WORD.matcher(sentence)
        .results()
        .map(found -> found.group().replaceAll("^['’]+|['’]+$", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The syllables of a word. */
  static int syllables(String word) {
    if (word.codePoints().allMatch(Character::isDigit)) {
      return word.length();
    }
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("['’]s?$", "").replaceAll("['’]", "");
    Integer known = BY_HAND.get(plain);
    if (known != null) {
      return known;
    }
    String spoken =
        plain
            .replaceAll("(?<=[gq])ues?$", "")
            .replaceAll("(?<=[aeiouy].{0,20}[^td])ed$", "")
            .replaceAll("(?<=[aeiouy].{0,20}(?<![sxzcg]|[cs]h))es$", "s")
            .replaceAll("(?<=[aeiouy].{0,20})(?<![^aeiouy]l)e$", "");
    int count = (int) VOWELS.matcher(spoken).results().count();
    Matcher apart = APART.matcher(spoken);
    while (apart.find()) {
      Matcher together = TOGETHER.matcher(spoken);
      boolean isOne = false;
      while (together.find()) {
        isOne |= together.start() <= apart.start() && apart.end() <= together.end();
      }
      count += isOne ? 0 : 1;
    }
    return Math.max(1, count);
  }
}
