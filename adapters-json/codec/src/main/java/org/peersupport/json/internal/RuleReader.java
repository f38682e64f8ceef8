package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Strength;
import org.peersupport.protocol.Template;

/** Reads the rules of a protocol document. */
public final class RuleReader {
  /** One rule. */
  public static final ValueReader<Rule> RULE = source -> new RuleReader().read(source);

  private static final Shape SHAPE =
      Shape.ofDocument(
          "id",
          "forEach",
          "except",
          "template",
          "a",
          "b",
          "count",
          "strength",
          "overridable",
          "holds",
          "title",
          "because",
          "provenance",
          "source");

  private static final int ID = 0;
  private static final int FOR_EACH = 1;
  private static final int EXCEPT = 2;
  private static final int TEMPLATE = 3;
  private static final int A = 4;
  private static final int B = 5;
  private static final int COUNT = 6;
  private static final int STRENGTH = 7;
  private static final int OVERRIDABLE = 8;
  private static final int HOLDS = 9;
  private static final int TITLE = 10;
  private static final int BECAUSE = 11;
  private static final int PROVENANCE = 12;
  private static final int SOURCE = 13;

  private static final long NEEDED = Shape.mask(ID, TEMPLATE, A);
  private static final long WORDING = Shape.mask(TITLE, BECAUSE, PROVENANCE, SOURCE);

  private @Nullable String id;
  private Rule.@Nullable ForEach forEach;
  private List<String> except = List.of();
  private @Nullable Template template;
  private List<String> a = List.of();
  private List<String> b = List.of();
  private int count = 1;
  private @Nullable Strength strength;
  private boolean overridable;
  private @Nullable Holds holds;
  private @Nullable String title;
  private @Nullable String because;
  private @Nullable Provenance provenance;
  private @Nullable String text;

  private RuleReader() {}

  private @Nullable Rule read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE, WORDING);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members);
    }
    long needed = NEEDED;
    if (template != null && template.isBinary()) {
      needed |= Shape.mask(B);
    }
    if (!except.isEmpty()) {
      needed |= Shape.mask(FOR_EACH);
    }
    return members.end(needed) ? rule() : null;
  }

  private void take(int member, Members members) throws IOException {
    switch (member) {
      case ID -> id = members.string();
      case FOR_EACH -> forEach = members.word(Vocabularies.REPEATS);
      case EXCEPT -> except = members.strings(Limits.ELEMENTS);
      case TEMPLATE -> template = members.word(Vocabularies.TEMPLATES);
      case A -> a = members.someStrings();
      case B -> b = members.strings();
      case COUNT -> count = members.integer();
      case STRENGTH -> strength = members.word(Vocabularies.STRENGTHS);
      case OVERRIDABLE -> overridable = members.bool();
      case HOLDS -> holds = members.word(Vocabularies.HOLDS);
      case TITLE -> title = members.string();
      case BECAUSE -> because = members.string();
      case PROVENANCE -> provenance = members.word(Vocabularies.PROVENANCES);
      case SOURCE -> text = members.string();
      default -> members.skip();
    }
  }

  private Rule rule() {
    Rule rule = Rule.of(requireNonNull(id), requireNonNull(template), a, b).times(count);
    if (forEach != null) {
      rule = rule.forEach(forEach, except.toArray(new String[0]));
    }
    rule = strength == Strength.ADVISORY ? rule.asAdvisory() : rule;
    rule = overridable ? rule.asOverridable() : rule;
    rule = holds == Holds.ALWAYS ? rule.bindingAlways() : rule;
    rule = title == null ? rule : rule.called(title);
    rule = because == null ? rule : rule.because(because);
    Provenance origin = provenance == null ? Provenance.OUR_READING : provenance;
    return text == null ? rule.from(origin) : rule.from(origin, text);
  }
}
