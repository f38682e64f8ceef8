package org.peersupport.json.internal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Pairing;

/**
 * Reads protocol documents. What is given back is not built yet, so that the problems of a protocol
 * can be told together with those of its wording.
 */
final class ProtocolReader {
  /** What a document says. */
  static final ValueReader<Draft> DRAFT = source -> new ProtocolReader().read(source);

  private static final Shape SHAPE =
      Shape.ofDocument(
          "format",
          "version",
          "id",
          "release",
          "title",
          "source",
          "derivedFrom",
          "elements",
          "order",
          "resources",
          "concerns",
          "appreciation",
          "reasons",
          "pairing",
          "rules",
          "deadlines",
          "examples",
          "translations",
          "extends",
          "remove",
          "expanded",
          "caution");

  private static final int FORMAT = 0;
  private static final int VERSION = 1;
  private static final int ID = 2;
  private static final int RELEASE = 3;
  private static final int TITLE = 4;
  private static final int SOURCE = 5;
  private static final int DERIVED_FROM = 6;
  private static final int ELEMENTS = 7;
  private static final int ORDER = 8;
  private static final int RESOURCES = 9;
  private static final int CONCERNS = 10;
  private static final int APPRECIATION = 11;
  private static final int REASONS = 12;
  private static final int PAIRING = 13;
  private static final int RULES = 14;
  private static final int DEADLINES = 15;
  private static final int EXAMPLES = 16;
  private static final int TRANSLATIONS = 17;
  private static final int EXTENDS = 18;
  private static final int REMOVE = 19;

  // 20 is what "show" writes beside the rules; it follows from them and is passed over.
  private static final int CAUTION = 21;

  private static final long NEEDED = Shape.mask(ID, RELEASE, TITLE, SOURCE, ELEMENTS);
  private static final long WORDING = Shape.mask(TITLE, SOURCE, DERIVED_FROM, CAUTION);
  private static final long NEEDED_OF_A_VARIANT = Shape.mask(ID, RELEASE);
  private static final Shape PAIRING_SHAPE = Shape.ofDocument("department");
  private static final Shape REMOVE_SHAPE =
      Shape.ofDocument("elements", "resources", "rules", "deadlines");
  private static final Vocabulary<Boolean> FORMATS =
      new Vocabulary<Boolean>().with("peersupport/protocol", true);

  private final Draft draft = new Draft();

  private ProtocolReader() {}

  private @Nullable Draft read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE, WORDING);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members);
    }
    boolean variant = members.has(EXTENDS);
    return members.end(variant ? NEEDED_OF_A_VARIANT : NEEDED) ? draft : null;
  }

  private void take(int member, Members members) throws IOException {
    switch (member) {
      case FORMAT -> members.word(FORMATS);
      case VERSION -> members.version();
      case ID -> draft.id = members.string();
      case RELEASE -> draft.release = members.string();
      case TITLE -> draft.title = members.string();
      case SOURCE -> draft.source = members.string();
      case CAUTION -> draft.caution = members.string();
      case DERIVED_FROM -> draft.derivedFrom = members.stringOrNull();
      case ELEMENTS -> draft.elements = members.some(ProtocolParts.ELEMENT, Limits.ELEMENTS);
      case ORDER -> draft.order = members.value(ProtocolParts.ORDER);
      case RESOURCES -> draft.resources = members.each(ProtocolParts.RESOURCE, Limits.RESOURCES);
      case CONCERNS -> draft.levels = members.each(ProtocolParts.TITLED_KEY, Limits.LEVELS);
      case APPRECIATION -> draft.facets = members.each(ProtocolParts.TITLED_KEY, Limits.LEVELS);
      case REASONS -> draft.reasons = members.value(ProtocolParts.REASONS);
      case PAIRING -> draft.pairing = members.value(ProtocolReader::pairing);
      case RULES -> draft.rules = members.each(RuleReader.RULE, Limits.RULES);
      case DEADLINES -> draft.deadlines = members.each(ProtocolParts.DEADLINE, Limits.DEADLINES);
      case EXAMPLES -> draft.examples = members.each(ProtocolParts.EXAMPLE, Limits.EXAMPLES);
      case TRANSLATIONS -> draft.translations = members.value(TranslationReader.TRANSLATIONS);
      case EXTENDS -> draft.base = members.string();
      case REMOVE -> {
        Draft.Removed removed = members.value(ProtocolReader::removed);
        draft.removed = removed == null ? Draft.Removed.NOTHING : removed;
      }
      default -> members.skip();
    }
  }

  private static Draft.@Nullable Removed removed(Source source) throws IOException {
    Members members = Members.of(source, REMOVE_SHAPE);
    if (members == null) {
      return null;
    }
    List<String> elements = List.of();
    List<String> resources = List.of();
    List<String> rules = List.of();
    List<String> deadlines = List.of();
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> elements = members.strings();
        case 1 -> resources = members.strings();
        case 2 -> rules = members.strings();
        default -> deadlines = members.strings();
      }
    }
    return members.end(0) ? new Draft.Removed(elements, resources, rules, deadlines) : null;
  }

  private static @Nullable Pairing pairing(Source source) throws IOException {
    Members members = Members.of(source, PAIRING_SHAPE);
    if (members == null) {
      return null;
    }
    Pairing pairing = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      pairing = members.word(Vocabularies.PAIRINGS);
    }
    members.end(Shape.mask(0));
    return pairing;
  }
}
