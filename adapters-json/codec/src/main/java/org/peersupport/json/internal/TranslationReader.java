package org.peersupport.json.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Translation;

/** Reads the words of a protocol in other languages. */
final class TranslationReader {
  /** The translations by their languages. */
  static final ValueReader<List<Translation>> TRANSLATIONS = TranslationReader::translations;

  private static final Shape SHAPE =
      Shape.ofDocument(
          "title",
          "elements",
          "resources",
          "concerns",
          "appreciation",
          "reasons",
          "rules",
          "deadlines");

  private static final Shape ELEMENT_SHAPE = Shape.ofDocument("title", "purpose", "prompts");
  private static final long ALL_WORDING = -1L;

  private TranslationReader() {}

  private static List<Translation> translations(Source source) throws IOException {
    List<Translation> translations = new ArrayList<>();
    Map<String, DraftTranslation> languages = Maps.byName(source, TranslationReader::words);
    languages.forEach((language, draft) -> translations.add(draft.of(language)));
    return translations;
  }

  /** A translation that does not know its language yet. */
  private static final class DraftTranslation {
    private @Nullable String title;
    private Map<String, Translation.ElementWords> elements = Map.of();
    private final List<Map<String, String>> words =
        new ArrayList<>(List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));

    private Translation of(String language) {
      return new Translation(
          language,
          Optional.ofNullable(title),
          elements,
          words.get(0),
          words.get(1),
          words.get(2),
          words.get(3),
          words.get(4),
          words.get(5));
    }
  }

  private static @Nullable DraftTranslation words(Source source) throws IOException {
    if (source.parser().currentName().startsWith("x-")) {
      source.skip(); // no language begins so: whoever wrote it may write there what they like
      return null;
    }
    Members members = Members.of(source, SHAPE, ALL_WORDING);
    if (members == null) {
      return null;
    }
    DraftTranslation draft = new DraftTranslation();
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> draft.title = members.string();
        case 1 -> draft.elements = members.byName(TranslationReader::element);
        default -> draft.words.set(member - 2, members.byName(Arrays.STRING));
      }
    }
    return members.end(0) ? draft : null;
  }

  private static Translation.@Nullable ElementWords element(Source source) throws IOException {
    Members members = Members.of(source, ELEMENT_SHAPE, ALL_WORDING);
    if (members == null) {
      return null;
    }
    String title = null;
    String purpose = null;
    List<String> prompts = List.of();
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> title = members.string();
        case 1 -> purpose = members.string();
        default -> prompts = members.strings();
      }
    }
    return members.end(0)
        ? new Translation.ElementWords(
            Optional.ofNullable(title), Optional.ofNullable(purpose), prompts)
        : null;
  }
}
