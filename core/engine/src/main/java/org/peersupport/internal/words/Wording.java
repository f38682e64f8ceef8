package org.peersupport.internal.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.peersupport.internal.EngineLog;

/**
 * The sentences of one language, from {@code META-INF/peersupport/explanations*.properties}. A file
 * for another language may lie in any jar of the application. The machine's own locale is never
 * looked at. Immutable.
 */
public final class Wording {
  private static final String PLACE = "META-INF/peersupport/explanations";
  private static final int LANGUAGES = 64;
  private static final Map<Locale, Wording> KNOWN = new ConcurrentHashMap<>();

  /** The languages whose files were logged as incomplete. */
  private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

  private final Properties sentences;

  private Wording(Properties sentences) {
    this.sentences = sentences;
  }

  /** The sentences of a language; English for what its file leaves out, or when it has none. */
  public static Wording in(Locale locale) {
    Wording known = KNOWN.get(locale);
    if (known != null) {
      return known;
    }
    if (KNOWN.size() >= LANGUAGES) {
      KNOWN.clear(); // read again when asked for again
    }
    Wording read = read(locale);
    Wording first = KNOWN.putIfAbsent(locale, read);
    return first == null ? read : first;
  }

  private static Wording read(Locale locale) {
    Properties english = read("", new Properties());
    String language = locale.getLanguage();
    if (language.isEmpty()) {
      return new Wording(english);
    }
    Properties general = read("_" + language, english);
    logIfIncomplete(language, general, english);
    String country = locale.getCountry();
    return new Wording(country.isEmpty() ? general : read("_" + language + "_" + country, general));
  }

  /**
   * The sentences that the files of a language say themselves, by key; those of English for the
   * root locale.
   */
  public static Map<String, String> ownOf(Locale locale) {
    Properties nothing = new Properties();
    String language = locale.getLanguage();
    Properties own = read(language.isEmpty() ? "" : "_" + language, nothing);
    if (!language.isEmpty() && !locale.getCountry().isEmpty()) {
      own.putAll(read("_" + language + "_" + locale.getCountry(), nothing));
    }
    Map<String, String> sentences = new TreeMap<>();
    own.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
    return sentences;
  }

  /** A file of a country says only what differs, so it is no matter what it leaves out. */
  private static void logIfIncomplete(String language, Properties own, Properties english) {
    if (own.isEmpty() || own.keySet().containsAll(english.keySet()) || !LOGGED.add(language)) {
      return;
    }
    List<String> missing =
        english.stringPropertyNames().stream()
            .filter(key -> !own.containsKey(key))
            .sorted()
            .toList();
    EngineLog.wordingIncomplete(language, missing);
  }

  private static Properties read(String suffix, Properties fallback) {
    Properties read = new Properties(fallback);
    ClassLoader loader = Wording.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(PLACE + suffix + ".properties")) {
      if (in != null) {
        read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the explanations could not be read", e);
    }
    return read;
  }

  /** The sentence with its values filled in, each value as it is. */
  public String say(String key, Map<String, String> values) {
    String sentence = sentences.getProperty(key, key);
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      if (close < 0) {
        break; // a slip in a language file: the rest is said as it stands
      }
      said.append(sentence, from, open);
      said.append(values.getOrDefault(sentence.substring(open + 1, close), ""));
      from = close + 1;
    }
    return said.append(sentence.substring(from)).toString();
  }

  /** Whether there is such a sentence. */
  public boolean has(String key) {
    return sentences.getProperty(key) != null;
  }

  /** The same of a sentence without values. */
  public String say(String key) {
    return say(key, Map.of());
  }
}
