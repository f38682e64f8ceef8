package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether a command was recorded before. */
final class Repeats {
  private Repeats() {}

  /** What was recorded under the command's id. */
  static Optional<Talk.Entry> find(Talk talk, JsonNode command) {
    return talk.log.stream()
        .filter(
            each ->
                command.has("commandId")
                    && command.path("commandId").equals(each.command().path("commandId")))
        .findFirst();
  }

  /** Whether both say the same. */
  static boolean isSame(JsonNode one, JsonNode other) {
    boolean same =
        one.path("do").equals(other.path("do")) && one.path("by").equals(other.path("by"));
    for (String member : Wire.OWN_MEMBERS) {
      same &=
          member.equals("protocol")
              ? isSameProtocol(one.path(member).asText(), other.path(member).asText())
              : one.path(member).equals(other.path(member));
    }
    return same;
  }

  /** The id alone is any release. */
  private static boolean isSameProtocol(String one, String other) {
    String[] some = one.split("@", 2);
    String[] others = other.split("@", 2);
    return some[0].equals(others[0])
        && (some.length == 1 || others.length == 1 || some[1].equals(others[1]));
  }
}
