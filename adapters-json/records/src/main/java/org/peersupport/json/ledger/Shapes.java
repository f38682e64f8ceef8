package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which members an object has: in a ledger none is passed over. */
final class Shapes {
  private Shapes() {}

  /** Whether the value is an object with just these members, those that may be missing aside. */
  static boolean fits(JsonNode value, Set<String> needed, Set<String> possible) {
    Set<String> names = names(value);
    if (!value.isObject() || !names.containsAll(needed)) {
      return false;
    }
    names.removeAll(needed);
    return possible.containsAll(names);
  }

  /** The number that the value is; 0 when it is none that an {@code int} can hold. */
  static int number(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : 0;
  }

  /** The string that the value is; empty when it is none. */
  static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : "";
  }

  /** The names of the members; none when it is no object. */
  static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
