package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Canonical;
import org.peersupport.protocol.Keys;

/**
 * Knows which members of an event could have to be erased and which stay for ever, and gives the
 * event with the former swapped for something else.
 *
 * <p>What stays is no free text: words of the protocol, instants, durations and numbers. A member
 * that is not known here has no place in a ledger, so that nothing gets into a chain that could
 * never be taken out again.
 */
final class EventForm {
  /** What to put in the place of a value. */
  interface Swap {
    /** The other value; null when this one cannot stand here. */
    @Nullable JsonNode swap(ErasableKind kind, JsonNode value);
  }

  /** An ended session says why in a word; every other reason is what someone wrote. */
  static final String ENDED = "session-ended";

  private static final String TYPE = "type";
  private static final String REASON = "reason";
  private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,199}");
  private static final Pattern MOMENT = Pattern.compile("[0-9TZ:.-]{1,40}");
  private static final Pattern DURATION = Pattern.compile("-?PT?[0-9DTHMS.-]{1,60}");

  private static final Map<String, ErasableKind> ERASABLE =
      Map.of(
          "session", ErasableKind.SESSION,
          "by", ErasableKind.PARTICIPANT,
          "referral", ErasableKind.REFERRAL,
          "followUpOf", ErasableKind.FOLLOWED);

  private static final Map<String, ErasableKind> OF_PEER =
      Map.of(
          "id",
          ErasableKind.PARTICIPANT,
          "role",
          ErasableKind.ROLE,
          "department",
          ErasableKind.DEPARTMENT);

  private EventForm() {}

  /** The event with every erasable value swapped; null when it is none that a ledger can have. */
  static @Nullable ObjectNode swap(JsonNode event, Swap swap) {
    boolean ended = ENDED.equals(event.path(TYPE).textValue());
    return members(event, (name, value) -> member(name, value, ended, swap));
  }

  /** What the event of a record says that stays when its session is erased. */
  static byte[] lasting(JsonNode event) {
    ObjectNode lasting = event.deepCopy();
    lasting.remove("followUpOf"); // a number or a label, by what else is in the ledger
    return Canonical.of(lasting);
  }

  private static @Nullable JsonNode member(String name, JsonNode value, boolean ended, Swap swap) {
    ErasableKind kind = ERASABLE.get(name);
    if (kind != null) {
      return swap.swap(kind, value);
    }
    return switch (name) {
      case "supporter", "peer" -> members(value, (part, of) -> partOfPeer(part, of, swap));
      case "deviations" ->
          each(value, one -> members(one, (part, of) -> partOfDeviation(part, of, swap)));
      case REASON -> ended ? kept(value, isKey(value)) : swap.swap(ErasableKind.TEXT, value);
      case "seq", "corrects" -> kept(value, value.isIntegralNumber());
      case "at" -> kept(value, matches(MOMENT, value));
      case TYPE, "element", "level", "resource" -> kept(value, isKey(value));
      case "facets" -> each(value, facet -> kept(facet, isKey(facet)));
      case "protocol" -> kept(value, isReference(value));
      default -> null;
    };
  }

  private static @Nullable JsonNode partOfPeer(String name, JsonNode value, Swap swap) {
    ErasableKind kind = OF_PEER.get(name);
    return kind == null ? null : swap.swap(kind, value);
  }

  private static @Nullable JsonNode partOfDeviation(String name, JsonNode value, Swap swap) {
    return switch (name) {
      case "rule" -> kept(value, matches(RULE, value));
      case REASON -> swap.swap(ErasableKind.TEXT, value);
      case "lateBy" -> kept(value, matches(DURATION, value));
      default -> null;
    };
  }

  private interface Member {
    @Nullable JsonNode of(String name, JsonNode value);
  }

  private static @Nullable ObjectNode members(JsonNode object, Member member) {
    if (!object.isObject()) {
      return null;
    }
    ObjectNode swapped = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      JsonNode value = member.of(each.getKey(), each.getValue());
      if (value == null) {
        return null;
      }
      swapped.set(each.getKey(), value);
    }
    return swapped;
  }

  private interface Element {
    @Nullable JsonNode of(JsonNode value);
  }

  private static @Nullable ArrayNode each(JsonNode array, Element element) {
    if (!array.isArray()) {
      return null;
    }
    ArrayNode swapped = JsonNodeFactory.instance.arrayNode(array.size());
    for (JsonNode each : array) {
      JsonNode value = element.of(each);
      if (value == null) {
        return null;
      }
      swapped.add(value);
    }
    return swapped;
  }

  private static @Nullable JsonNode kept(JsonNode value, boolean fits) {
    return fits ? value : null;
  }

  private static boolean isKey(JsonNode value) {
    return value.isTextual() && Keys.isKey(value.textValue());
  }

  private static boolean isReference(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : "";
    int at = text.indexOf('@');
    return at > 0 && Keys.isKey(text.substring(0, at)) && Keys.isId(text.substring(at + 1));
  }

  private static boolean matches(Pattern pattern, JsonNode value) {
    return value.isTextual() && pattern.matcher(value.textValue()).matches();
  }
}
