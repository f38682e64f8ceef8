package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.IssueCode;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;

/**
 * Reads protocol documents. What is given back is not built yet, so that the problems of a protocol
 * can be told together with those of its wording.
 */
public final class ProtocolReader {
  /** The parts of a protocol. */
  public static final Entry<ProtocolBuilder> PARTS = source -> new ProtocolReader().read(source);

  /** Stands in for words that are missing, so that the rest can be judged. */
  static final String NO_WORDS = "-";

  private static final Shape SHAPE =
      Shape.of(
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
          "pairing",
          "rules",
          "deadlines",
          "examples",
          "extends");

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
  private static final int PAIRING = 12;
  private static final int RULES = 13;
  private static final int DEADLINES = 14;
  private static final int EXAMPLES = 15;
  private static final int EXTENDS = 16;

  private static final long NEEDED = Shape.mask(ID, RELEASE, TITLE, SOURCE, ELEMENTS);
  private static final long WORDING = Shape.mask(TITLE, SOURCE, DERIVED_FROM);
  private static final String NO_VARIANTS =
      "A document that extends another one is not read yet. Write the whole protocol out.";
  private static final Shape PAIRING_SHAPE = Shape.of("department");
  private static final Vocabulary<Boolean> FORMATS =
      new Vocabulary<Boolean>().with("peersupport/protocol", true);

  private @Nullable String id;
  private @Nullable String release;
  private @Nullable String title;
  private @Nullable String text;
  private @Nullable String derivedFrom;
  private List<Element> elements = List.of();
  private @Nullable Order order;
  private List<Resource> resources = List.of();
  private List<String> concerns = List.of();
  private List<String> appreciation = List.of();
  private @Nullable Pairing pairing;
  private List<Rule> rules = List.of();
  private List<Deadline> deadlines = List.of();
  private List<Example> examples = List.of();

  private ProtocolReader() {}

  private @Nullable ProtocolBuilder read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE, WORDING);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members, source);
    }
    boolean variant = members.has(EXTENDS);
    boolean inOrder = members.end(variant ? 0 : NEEDED, variant ? Shape.mask(EXTENDS) : -1L);
    return inOrder ? parts() : null;
  }

  private void take(int member, Members members, Source source) throws IOException {
    switch (member) {
      case FORMAT -> members.word(FORMATS);
      case VERSION -> version(members, source);
      case ID -> id = members.string();
      case RELEASE -> release = members.string();
      case TITLE -> title = members.string();
      case SOURCE -> text = members.string();
      case DERIVED_FROM -> derivedFrom = members.stringOrNull();
      case ELEMENTS -> elements = members.some(ProtocolParts.ELEMENT, Limits.ELEMENTS);
      case ORDER -> order = members.value(ProtocolParts.ORDER);
      case RESOURCES -> resources = members.each(ProtocolParts.RESOURCE, Limits.RESOURCES);
      case CONCERNS -> concerns = members.strings(Limits.LEVELS);
      case APPRECIATION -> appreciation = members.strings(Limits.LEVELS);
      case PAIRING -> pairing = members.value(ProtocolReader::pairing);
      case RULES -> rules = members.each(RuleReader.RULE, Limits.RULES);
      case DEADLINES -> deadlines = members.each(ProtocolParts.DEADLINE, Limits.DEADLINES);
      case EXAMPLES -> examples = members.each(ProtocolParts.EXAMPLE, Limits.EXAMPLES);
      case EXTENDS -> {
        members.skip();
        source.report(IssueCode.UNSUPPORTED, NO_VARIANTS);
      }
      default -> members.skip();
    }
  }

  private static void version(Members members, Source source) throws IOException {
    int before = source.count();
    int version = members.integer();
    if (version != 1 && source.count() == before) {
      source.report(IssueCode.UNKNOWN_VALUE, "The version of the format that is read here is 1.");
    }
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

  private ProtocolBuilder parts() {
    ProtocolBuilder parts =
        Protocol.builder(requireNonNull(id), requireNonNull(release))
            .title(title == null ? NO_WORDS : title)
            .source(text == null ? NO_WORDS : text)
            .concerns(concerns.toArray(new String[0]))
            .appreciation(appreciation.toArray(new String[0]));
    if (derivedFrom != null) {
      parts.derivedFrom(derivedFrom);
    }
    if (order != null) {
      parts.order(order);
    }
    if (pairing != null) {
      parts.pairing(pairing);
    }
    elements.forEach(parts::element);
    resources.forEach(parts::resource);
    rules.forEach(parts::rule);
    deadlines.forEach(parts::deadline);
    examples.forEach(parts::example);
    return parts;
  }
}
