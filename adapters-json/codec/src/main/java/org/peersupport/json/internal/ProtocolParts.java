package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.TitledKey;

/** Reads what a protocol document is made of; its rules are in {@link RuleReader}. */
final class ProtocolParts {
  static final ValueReader<Draft.Placed> ELEMENT = ProtocolParts::element;
  static final ValueReader<Order> ORDER = ProtocolParts::order;
  static final ValueReader<Resource> RESOURCE = ProtocolParts::resource;
  static final ValueReader<TitledKey> TITLED_KEY = ProtocolParts::titledKey;
  static final ValueReader<ReasonLists> REASONS = ProtocolParts::reasons;
  static final ValueReader<Deadline> DEADLINE = ProtocolParts::deadline;
  static final ValueReader<Example> EXAMPLE = ProtocolParts::example;

  private static final Shape ELEMENT_SHAPE =
      Shape.ofDocument(
          "key",
          "title",
          "purpose",
          "prompts",
          "need",
          "repeatable",
          "continuous",
          "provenance",
          "source",
          "before");
  private static final long ELEMENT_NEEDED = Shape.mask(0, 1, 2, 4);
  private static final long ELEMENT_WORDING = Shape.mask(1, 2, 3, 7, 8);

  private static final Shape ORDER_SHAPE = Shape.ofDocument("mode", "returns", "overridable");
  private static final Shape RESOURCE_SHAPE = Shape.ofDocument("key", "title", "consent");

  private static final Shape TITLED_KEY_SHAPE = Shape.ofDocument("key", "title");
  private static final Shape REASONS_SHAPE =
      Shape.ofDocument("end", "decline", "lapse", "override");

  private static final Shape DEADLINE_SHAPE =
      Shape.ofDocument("id", "from", "to", "within", "because", "provenance", "source");
  private static final long DEADLINE_NEEDED = Shape.mask(0, 1, 2, 3);
  private static final long DEADLINE_WORDING = Shape.mask(4, 5, 6);

  private static final Shape EXAMPLE_SHAPE =
      Shape.ofDocument("name", "trace", "expect", "at", "rules");

  private ProtocolParts() {}

  private static Draft.@Nullable Placed element(Source source) throws IOException {
    Members members = Members.of(source, ELEMENT_SHAPE, ELEMENT_WORDING);
    if (members == null) {
      return null;
    }
    String key = null;
    String title = null;
    String purpose = null;
    List<String> prompts = List.of();
    Need need = null;
    boolean repeatable = false;
    boolean continuous = false;
    Provenance provenance = null;
    String text = null;
    String before = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> key = members.key();
        case 1 -> title = members.string();
        case 2 -> purpose = members.string();
        case 3 -> prompts = members.strings();
        case 4 -> need = members.word(Vocabularies.NEEDS);
        case 5 -> repeatable = members.bool();
        case 6 -> continuous = members.bool();
        case 7 -> provenance = members.word(Vocabularies.PROVENANCES);
        case 8 -> text = members.string();
        default -> before = members.string();
      }
    }
    if (!members.end(ELEMENT_NEEDED)) {
      return null;
    }
    Element element =
        Element.of(requireNonNull(key), words(title), words(purpose), requireNonNull(need))
            .prompting(prompts.toArray(new String[0]));
    element = repeatable ? element.asRepeatable() : element;
    element = continuous ? element.asContinuous() : element;
    Provenance origin = provenance == null ? Provenance.OUR_READING : provenance;
    element = text == null ? element.from(origin) : element.from(origin, text);
    return new Draft.Placed(element, before);
  }

  /** The words, or what stands in for them. */
  private static String words(@Nullable String words) {
    return words == null ? Draft.NO_WORDS : words;
  }

  private static @Nullable Order order(Source source) throws IOException {
    Members members = Members.of(source, ORDER_SHAPE);
    if (members == null) {
      return null;
    }
    OrderMode mode = null;
    List<Order.Return> returns = List.of();
    boolean overridable = false;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> mode = members.word(Vocabularies.MODES);
        case 1 -> returns = members.each(ProtocolParts::pair, JsonLimits.ENTRIES);
        default -> overridable = members.bool();
      }
    }
    return members.end(Shape.mask(0))
        ? new Order(requireNonNull(mode), returns, overridable)
        : null;
  }

  private static Order.@Nullable Return pair(Source source) throws IOException {
    if (source.parser().currentToken() != JsonToken.START_ARRAY) {
      source.wrongType(Sentences.ARRAY);
      return null;
    }
    int before = source.count();
    int line = source.line();
    List<String> keys = Arrays.strings(source);
    if (source.count() > before) {
      return null;
    }
    if (keys.size() != 2) {
      source.report(
          IssueCode.ILL_FORMED, line, "A return is a pair: the element left and the one gone to.");
      return null;
    }
    return new Order.Return(keys.get(0), keys.get(1));
  }

  private static @Nullable Resource resource(Source source) throws IOException {
    Members members = Members.of(source, RESOURCE_SHAPE, Shape.mask(1));
    if (members == null) {
      return null;
    }
    String key = null;
    String title = null;
    Consent consent = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> key = members.key();
        case 1 -> title = members.string();
        default -> consent = members.word(Vocabularies.CONSENTS);
      }
    }
    return members.end(Shape.mask(0, 1))
        ? new Resource(
            requireNonNull(key), words(title), consent == null ? Consent.REQUIRED : consent)
        : null;
  }

  /** A key alone, or one with a title. */
  private static @Nullable TitledKey titledKey(Source source) throws IOException {
    if (source.parser().currentToken() == JsonToken.VALUE_STRING) {
      String key = Arrays.STRING.read(source);
      return key == null ? null : TitledKey.of(key);
    }
    return reason(source);
  }

  /** A key with a title, which reasons always have. */
  private static @Nullable TitledKey reason(Source source) throws IOException {
    Members members = Members.of(source, TITLED_KEY_SHAPE, Shape.mask(1));
    if (members == null) {
      return null;
    }
    String key = null;
    String title = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> key = members.key();
        default -> title = members.string();
      }
    }
    return members.end(Shape.mask(0, 1)) ? TitledKey.of(requireNonNull(key), words(title)) : null;
  }

  private static @Nullable ReasonLists reasons(Source source) throws IOException {
    Members members = Members.of(source, REASONS_SHAPE);
    if (members == null) {
      return null;
    }
    List<List<TitledKey>> lists =
        new ArrayList<>(List.of(List.of(), List.of(), List.of(), List.of()));
    for (int member = members.next(); member >= 0; member = members.next()) {
      lists.set(member, members.each(ProtocolParts::reason, Limits.LEVELS));
    }
    return members.end(0)
        ? new ReasonLists(lists.get(0), lists.get(1), lists.get(2), lists.get(3))
        : null;
  }

  private static @Nullable Deadline deadline(Source source) throws IOException {
    Members members = Members.of(source, DEADLINE_SHAPE, DEADLINE_WORDING);
    if (members == null) {
      return null;
    }
    String id = null;
    List<String> from = List.of();
    List<String> to = List.of();
    Duration within = null;
    String because = null;
    Provenance provenance = null;
    String text = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> id = members.string();
        case 1 -> from = members.someStrings();
        case 2 -> to = members.someStrings();
        case 3 -> within = members.duration();
        case 4 -> because = members.string();
        case 5 -> provenance = members.word(Vocabularies.PROVENANCES);
        default -> text = members.string();
      }
    }
    return members.end(DEADLINE_NEEDED)
        ? new Deadline(
            requireNonNull(id),
            from,
            to,
            requireNonNull(within),
            because == null ? "" : because,
            provenance == null ? Provenance.OUR_READING : provenance,
            Optional.ofNullable(text))
        : null;
  }

  private static @Nullable Example example(Source source) throws IOException {
    Members members = Members.of(source, EXAMPLE_SHAPE, Shape.mask(0));
    if (members == null) {
      return null;
    }
    String name = null;
    List<String> trace = List.of();
    Boolean accepted = null;
    int at = 0;
    List<String> rules = List.of();
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> name = members.string();
        case 1 -> trace = members.strings();
        case 2 -> accepted = members.word(Vocabularies.EXPECTATIONS);
        case 3 -> at = members.integer();
        default -> rules = members.strings();
      }
    }
    boolean placed = accepted == null || accepted;
    return members.end(placed ? Shape.mask(0, 1, 2) : Shape.mask(0, 1, 2, 3))
        ? new Example(words(name), trace, requireNonNull(accepted), at, rules)
        : null;
  }
}
