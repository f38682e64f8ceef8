package org.peersupport.json.ledger;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Canonical;
import org.peersupport.protocol.ActMember;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Keys;

/**
 * Knows which members of an event could have to be erased and which stay for ever, and gives the
 * event with the former swapped for something else.
 *
 * <p>What stays is no free text: words of the protocol, instants, durations and numbers. A member
 * that is not known here has no place in a ledger, so that nothing gets into a chain that could
 * never be taken out again. What becomes of the members of some types is asked for each {@link
 * ActMember}.
 */
final class EventForm {
  /** What to put in the place of a value. */
  interface Swap {
    /** The other value; null when this one cannot stand here. */
    @Nullable JsonNode swap(ErasableKind kind, JsonNode value);
  }

  private static final String TYPE = "type";
  private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,199}");
  private static final Pattern FINGERPRINT = Pattern.compile("sha-256:[0-9a-f]{64}");
  private static final Pattern MOMENT = Pattern.compile("[0-9TtZz:.+-]{1,40}");
  private static final Pattern DURATION = Pattern.compile("-?PT?[0-9WDTHMS.-]{1,60}");

  /** The members that only some types have, by type and name: a reason is not always a text. */
  private static final Map<String, Map<String, ActMember>> BY_TYPE =
      Stream.of(ActType.values())
          .collect(
              toUnmodifiableMap(
                  ActType::eventName,
                  type ->
                      type.members().stream()
                          .collect(toUnmodifiableMap(ActMember::eventName, member -> member))));

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
    Map<String, ActMember> known = BY_TYPE.getOrDefault(event.path(TYPE).asText(), Map.of());
    return members(event, (name, value) -> member(name, value, known, swap));
  }

  /** What the event of a record says that stays when its session is erased. */
  static byte[] lasting(JsonNode event) {
    ObjectNode lasting = event.deepCopy();
    lasting.remove(
        ActMember.FOLLOW_UP_OF.eventName()); // a number or a label, by what else is in the ledger
    return Canonical.of(lasting);
  }

  private static @Nullable JsonNode member(
      String name, JsonNode value, Map<String, ActMember> known, Swap swap) {
    return switch (name) {
      case "session" -> swap.swap(ErasableKind.SESSION, value);
      case "by" -> swap.swap(ErasableKind.PARTICIPANT, value);
      case "seq" -> kept(value, value.isIntegralNumber());
      case "at", "recordedAt" -> kept(value, matches(MOMENT, value));
      case "commandId" -> swap.swap(ErasableKind.COMMAND, value);
      case TYPE -> kept(value, isKey(value));
      case "deviations" ->
          each(value, one -> members(one, (part, of) -> partOfDeviation(part, of, swap)));
      default -> {
        ActMember member = known.get(name);
        yield member == null ? null : member(member, value, swap);
      }
    };
  }

  private static @Nullable JsonNode member(ActMember member, JsonNode value, Swap swap) {
    return switch (member) {
      case PROTOCOL -> kept(value, isReference(value));
      case SUPPORTER, PEER -> members(value, (part, of) -> partOfPeer(part, of, swap));
      case FOLLOW_UP_OF -> swap.swap(ErasableKind.FOLLOWED, value);
      case REFERRAL -> swap.swap(ErasableKind.REFERRAL, value);
      case FINGERPRINT -> kept(value, matches(FINGERPRINT, value));
      case ELEMENT, LEVEL, RESOURCE, END_REASON, OUTCOME_REASON, VOID_REASON ->
          kept(value, isKey(value));
      case FACETS -> each(value, facet -> kept(facet, isKey(facet)));
      case CORRECTED -> kept(value, value.isIntegralNumber());
      case CORRECTION_REASON -> swap.swap(ErasableKind.TEXT, value);
    };
  }

  private static @Nullable JsonNode partOfPeer(String name, JsonNode value, Swap swap) {
    ErasableKind kind = OF_PEER.get(name);
    return kind == null ? null : swap.swap(kind, value);
  }

  private static @Nullable JsonNode partOfDeviation(String name, JsonNode value, Swap swap) {
    return switch (name) {
      case "rule" -> kept(value, matches(RULE, value));
      case "reason" -> swap.swap(ErasableKind.TEXT, value);
      case "code" -> kept(value, isKey(value));
      case "lateBy", "aheadBy" -> kept(value, matches(DURATION, value));
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
