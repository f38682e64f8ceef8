package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peersupport.json.certification.Subject;

/** A correct subject that owes nothing to the library but the form of the kit. */
public final class TableWalker implements Subject {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int DEPTH = 64;

  private final Map<String, Paper> papers = new HashMap<>();
  private final Map<Paper, Talk.Memory> memories = new HashMap<>();
  private final Map<String, Talk> talks = new LinkedHashMap<>();

  /** Walks the tables of these protocol documents. */
  public TableWalker(List<String> documents) {
    for (String document : documents) {
      Paper paper = new Paper(tree(document));
      papers.put(paper.id(), paper);
      papers.put(paper.reference, paper);
      memories.put(paper, new Talk.Memory());
    }
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void restart() {
    talks.clear();
  }

  @Override
  public void close() {}

  @Override
  public String answer(String line) {
    JsonNode command = tree(line);
    boolean sound = depth(command) <= DEPTH && isWellFormed(command);
    return (sound ? told(command) : malformed()).toString();
  }

  private static int depth(JsonNode value) {
    int deepest = 0;
    for (JsonNode each : value) {
      deepest = Math.max(deepest, depth(each));
    }
    return value.isContainerNode() ? deepest + 1 : 0;
  }

  private static ObjectNode malformed() {
    ObjectNode answer = Talk.JSON.objectNode().put("outcome", "malformed");
    answer
        .putArray("issues")
        .addObject()
        .put("code", "json.ill-formed")
        .put("pointer", "")
        .put("line", 1)
        .put("explanation", "This is no command.");
    return answer;
  }

  private ObjectNode told(JsonNode command) {
    String act = command.path("do").asText();
    if (act.equals("due")) {
      return due(Instant.parse(command.path("at").asText()));
    }
    Talk talk = talks.get(command.path("session").asText());
    if (act.equals("open")) {
      return talk == null ? open(command) : refused(command, "session.already-open");
    } else if (talk == null) {
      return refused(command, "session.unknown");
    }
    return act.equals("options") ? talk.options(command) : talk.answer(command);
  }

  private static ObjectNode refused(JsonNode command, String code) {
    ObjectNode answer = Talk.JSON.objectNode();
    answer.set("session", command.path("session"));
    answer.put("outcome", "refused");
    answer.putArray("violations").addObject().put("code", code).put("explanation", "Not so.");
    return answer;
  }

  private ObjectNode open(JsonNode command) {
    Paper paper = papers.get(command.path("protocol").asText());
    if (paper == null) {
      return refused(command, "protocol.unknown");
    } else if (command.has("ifSeq")) {
      return refused(command, "session.changed");
    } else if (!Talk.mayMeet(paper, command.path("supporter"), command.path("peer"))) {
      return refused(command, "pairing.not-allowed");
    }
    Talk talk = new Talk(paper, memories.get(paper), command);
    talks.put(command.path("session").asText(), talk);
    return talk.opened(command);
  }

  private ObjectNode due(Instant now) {
    List<ObjectNode> all = new ArrayList<>();
    talks.forEach(
        (id, talk) ->
            talk.due(Optional.of(now))
                .forEach(
                    each -> {
                      ObjectNode item = Talk.JSON.objectNode().put("session", id);
                      item.setAll(each);
                      all.add(item);
                    }));
    all.sort(
        Comparator.comparing((ObjectNode each) -> Instant.parse(each.path("dueAt").asText()))
            .thenComparing(each -> each.path("deadline").asText())
            .thenComparing(each -> each.path("session").asText())
            .thenComparing(each -> each.path("referral").asText()));
    ObjectNode answer = Talk.JSON.objectNode().put("outcome", "due");
    all.forEach(answer.putArray("due")::add);
    return answer;
  }

  // --- what is a command at all

  private static boolean isWellFormed(JsonNode command) {
    String act = command.path("do").asText();
    boolean query = act.equals("options") || act.equals("due");
    return isInstant(command.path("at"))
        && (act.equals("due") || isId(command.path("session")))
        && (query || isId(command.path("by")))
        && (!command.has("ifSeq")
            || (command.path("ifSeq").isInt() && command.path("ifSeq").asInt() > 0))
        && (!command.has("override") || command.at("/override/reason").isTextual())
        && hasItsMembers(act, command);
  }

  private static boolean hasItsMembers(String act, JsonNode command) {
    return switch (act) {
      case "open" ->
          command.path("protocol").isTextual()
              && isParticipant(command.path("supporter"))
              && isParticipant(command.path("peer"))
              && (!command.has("followUpOf") || isId(command.path("followUpOf")));
      case "begin" -> isText(command.path("element"));
      case "concern" -> isText(command.path("level"));
      case "offer" -> isId(command.path("referral")) && isText(command.path("resource"));
      case "accept", "decline", "connect", "complete", "lapse" -> isId(command.path("referral"));
      case "thank" -> isSaid(command.path("facets"));
      case "transfer" -> isParticipant(command.path("supporter"));
      case "end" ->
          List.of("declined", "unreachable", "stopped", "interrupted", "safety")
              .contains(command.path("reason").asText());
      case "pause", "resume", "close", "options", "due" -> true;
      default -> false;
    };
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
        && (!value.has("role") || value.path("role").isTextual())
        && (!value.has("department") || value.path("department").isTextual());
  }

  private static boolean isInstant(JsonNode value) {
    try {
      return value.isTextual() && Instant.parse(value.asText()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
