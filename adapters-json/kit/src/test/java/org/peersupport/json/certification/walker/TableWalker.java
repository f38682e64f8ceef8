package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.peersupport.json.certification.Subject;

/** A correct subject that owes nothing to the library but the form of the kit. */
public final class TableWalker implements Subject {
  private static final ObjectMapper MAPPER = new ObjectMapper();

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
    Optional<ObjectNode> wrong = Wire.wrong(command);
    return wrong.orElseGet(() -> told(command)).toString();
  }

  private ObjectNode told(JsonNode command) {
    String act = command.path("do").asText();
    Talk talk = talks.get(command.path("session").asText());
    if (act.equals("due")) {
      boolean unknown = command.has("session") && talk == null;
      return unknown ? refused(command, "session.unknown") : due(command);
    } else if (talk == null) {
      return act.equals("open") ? open(command) : refused(command, "session.unknown");
    }
    return switch (act) {
      case "options" -> Teller.options(talk, command);
      case "state" -> Teller.state(talk);
      default -> once(talk, command);
    };
  }

  /** A command that was recorded before is answered as it was. */
  private static ObjectNode once(Talk talk, JsonNode command) {
    Optional<Talk.Entry> before = Repeats.find(talk, command);
    if (before.isPresent()) {
      return Repeats.isSame(before.get().command(), command)
          ? Teller.accepted(talk, before.get().event(), true)
          : Teller.refused(talk, command, "command.id-reused", List.of());
    }
    return command.path("do").asText().equals("open")
        ? Teller.refused(talk, command, "session.already-open", List.of())
        : talk.answer(command);
  }

  private static ObjectNode refused(JsonNode command, String code) {
    ObjectNode answer = Talk.JSON.objectNode();
    answer.set("session", command.path("session"));
    answer.put("outcome", "refused");
    answer.putArray("violations").addObject().put("code", code).put("explanation", "Not so.");
    return answer.put("explanation", "Not so.");
  }

  private ObjectNode open(JsonNode command) {
    Paper paper = papers.get(command.path("protocol").asText());
    if (paper == null) {
      return refused(command, "protocol.unknown");
    } else if (!Times.ahead(command).isZero()) {
      return refused(command, "time.in-future");
    } else if (!Talk.mayMeet(paper, command.path("supporter"), command.path("peer"))) {
      return refused(command, "pairing.not-allowed");
    }
    Talk talk = new Talk(paper, memories.get(paper), command);
    talks.put(command.path("session").asText(), talk);
    return Teller.accepted(talk, talk.log.get(0).event(), false);
  }

  private ObjectNode due(JsonNode query) {
    Instant now = Times.read(query.path("at"));
    List<ObjectNode> all = new ArrayList<>();
    ArrayNode due = Talk.JSON.arrayNode();
    for (Map.Entry<String, Talk> each : new TreeMap<>(talks).entrySet()) {
      if (!query.has("session") || query.path("session").asText().equals(each.getKey())) {
        Talk talk = each.getValue();
        if (talk.isFinished()) {
          Teller.outstanding(talk).forEach(rule -> due.add(head(talk).put("rule", rule)));
        }
        Teller.due(talk, Optional.of(now)).forEach(item -> all.add(head(talk).setAll(item)));
      }
    }
    all.sort(
        Comparator.comparing((ObjectNode each) -> Instant.parse(each.path("dueAt").asText()))
            .thenComparing(each -> each.path("deadline").asText())
            .thenComparing(each -> each.path("session").asText())
            .thenComparing(each -> each.path("referral").asText()));
    ObjectNode answer = Talk.JSON.objectNode().put("outcome", "due");
    answer.set("due", due.addAll(all));
    return answer;
  }

  private static ObjectNode head(Talk talk) {
    ObjectNode head = Talk.JSON.objectNode().put("session", talk.id);
    head.set("supporter", talk.supporter.path("id"));
    return head;
  }
}
