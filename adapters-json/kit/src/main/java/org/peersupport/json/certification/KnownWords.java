package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

/**
 * What of an answer may be shown: the words that the vectors themselves use, small numbers, true,
 * false and null. A subject under test may answer with what it holds about real people, so
 * everything else is "something else".
 */
final class KnownWords {
  private static final String OTHER = "something else";
  private static final int LARGEST = 99_999;
  private static final int ENTRIES = 200;

  private final Set<String> words;

  /**
   * @param words what the vectors use beside the words of the contract
   */
  KnownWords(Set<String> words) {
    this.words = new HashSet<>(words);
    for (RefusalCode code : RefusalCode.values()) {
      this.words.add(code.wireName());
    }
    for (Status status : Status.values()) {
      this.words.add(status.wireName());
    }
    this.words.addAll(List.of("accepted", "refused", "options", "state", "due", "malformed"));
  }

  /** The value with everything unknown left out. */
  JsonNode shown(JsonNode value) {
    if (value.isObject()) {
      return members(value);
    } else if (value.isArray()) {
      return entries(value);
    } else if (value.isNumber()) {
      return value.isInt() && Math.abs(value.asInt()) <= LARGEST ? value : other();
    } else if (value.isTextual()) {
      return words.contains(value.asText()) ? value : other();
    }
    return value;
  }

  private static JsonNode other() {
    return JsonNodeFactory.instance.textNode(OTHER);
  }

  private ObjectNode members(JsonNode object) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (words.contains(member.getKey())) {
        shown.set(member.getKey(), shown(member.getValue()));
      } else {
        shown.set(OTHER, other());
      }
    }
    return shown;
  }

  private JsonNode entries(JsonNode array) {
    if (array.size() > ENTRIES) {
      return other();
    }
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    array.forEach(each -> shown.add(shown(each)));
    return shown;
  }
}
