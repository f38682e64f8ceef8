package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is a command or a query at all. */
final class Wire {
  /** The members that single commands have. */
  static final List<String> OWN_MEMBERS =
      List.of(
          "protocol",
          "supporter",
          "peer",
          "followUpOf",
          "element",
          "level",
          "referral",
          "resource",
          "facets",
          "seq",
          "reason");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int DEPTH = 64;
  private static final Set<String> QUERIES = Set.of("options", "state", "due");
  private static final Map<String, Set<String>> MEANT =
      Map.ofEntries(
          Map.entry("open", Set.of("protocol", "supporter", "peer", "followUpOf")),
          Map.entry("begin", Set.of("element")),
          Map.entry("concern", Set.of("level")),
          Map.entry("offer", Set.of("referral", "resource")),
          Map.entry("accept", Set.of("referral")),
          Map.entry("connect", Set.of("referral")),
          Map.entry("complete", Set.of("referral")),
          Map.entry("withdraw", Set.of("referral")),
          Map.entry("decline", Set.of("referral", "reason")),
          Map.entry("lapse", Set.of("referral", "reason")),
          Map.entry("thank", Set.of("facets")),
          Map.entry("pause", Set.of()),
          Map.entry("resume", Set.of()),
          Map.entry("transfer", Set.of("supporter")),
          Map.entry("close", Set.of()),
          Map.entry("end", Set.of("reason")),
          Map.entry("void", Set.of("reason")),
          Map.entry("options", Set.of()),
          Map.entry("state", Set.of()),
          Map.entry("due", Set.of()));

  private Wire() {}

  /** The answer to what is no command. */
  static Optional<ObjectNode> wrong(JsonNode command) {
    String act = command.path("do").asText();
    if (depth(command) > DEPTH || !isWellFormed(act, command)) {
      return Optional.of(malformed(List.of("")));
    }
    Set<String> meant = MEANT.getOrDefault(act, Set.of());
    List<String> misplaced = new ArrayList<>();
    for (String member : OWN_MEMBERS) {
      if (command.has(member) && !meant.contains(member)) {
        misplaced.add("/" + member);
      }
    }
    return misplaced.isEmpty() ? Optional.empty() : Optional.of(malformed(misplaced));
  }

  private static int depth(JsonNode value) {
    int deepest = 0;
    for (JsonNode each : value) {
      deepest = Math.max(deepest, depth(each));
    }
    return value.isContainerNode() ? deepest + 1 : 0;
  }

  private static ObjectNode malformed(List<String> pointers) {
    ObjectNode answer = Talk.JSON.objectNode().put("outcome", "malformed");
    ArrayNode issues = answer.putArray("issues");
    for (String pointer : pointers) {
      issues
          .addObject()
          .put("code", pointer.isEmpty() ? "json.ill-formed" : "json.misplaced-member")
          .put("pointer", pointer)
          .put("line", 1)
          .put("explanation", "This is no command.");
    }
    return answer;
  }

  private static boolean isWellFormed(String act, JsonNode command) {
    boolean query = QUERIES.contains(act);
    return MEANT.containsKey(act)
        && (act.equals("state") || Times.isInstant(command.path("at")))
        && (mayLack(command, "session", act.equals("due")) || isId(command.path("session")))
        && (mayLack(command, "by", query) || isId(command.path("by")))
        && (query || hasSoundTerms(command))
        && hasItsMembers(act, command);
  }

  private static boolean mayLack(JsonNode command, String member, boolean may) {
    return may && !command.has(member);
  }

  private static boolean hasSoundTerms(JsonNode command) {
    JsonNode override = command.path("override");
    return (!command.has("ifSeq")
            || (command.path("ifSeq").isInt() && command.path("ifSeq").asInt() >= 0))
        && (!command.has("override")
            || (isText(override.path("reason"))
                && (!override.has("code") || isText(override.path("code")))))
        && (!command.has("recordedAt") || Times.isInstant(command.path("recordedAt")))
        && (!command.has("commandId") || isId(command.path("commandId")));
  }

  private static boolean hasItsMembers(String act, JsonNode command) {
    return switch (act) {
      case "open" ->
          isText(command.path("protocol"))
              && isParticipant(command.path("supporter"))
              && isParticipant(command.path("peer"))
              && (!command.has("followUpOf") || follows(command));
      case "begin" -> isText(command.path("element"));
      case "concern" -> isText(command.path("level"));
      case "offer" -> isId(command.path("referral")) && isText(command.path("resource"));
      case "accept", "connect", "complete", "withdraw" -> isId(command.path("referral"));
      case "decline", "lapse" ->
          isId(command.path("referral"))
              && (!command.has("reason") || isText(command.path("reason")));
      case "thank" -> isSaid(command.path("facets"));
      case "transfer" -> isParticipant(command.path("supporter"));
      case "end", "void" -> isText(command.path("reason"));
      default -> true;
    };
  }

  /** A session that follows up itself is none. */
  private static boolean follows(JsonNode command) {
    return isId(command.path("followUpOf"))
        && !command.path("followUpOf").equals(command.path("session"));
  }

  private static boolean isSaid(JsonNode facets) {
    boolean said = facets.isArray() && !facets.isEmpty();
    for (JsonNode facet : facets) {
      said &= facet.isTextual();
    }
    return said;
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual();
  }

  private static boolean isId(JsonNode value) {
    return value.isTextual() && ID.matcher(value.asText()).matches();
  }

  private static boolean isParticipant(JsonNode value) {
    return value.isObject()
        && isId(value.path("id"))
        && (!value.has("role") || isText(value.path("role")))
        && (!value.has("department") || isText(value.path("department")));
  }
}
