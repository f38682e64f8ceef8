package org.peersupport.workbench.declare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a model of MINERful:
 *
 * <pre>{@code
 * {"name":"M","tasks":["a","b"],
 *  "constraints":[{"template":"Response","parameters":[["a"],["b"]],"support":1.0}]}
 * }</pre>
 *
 * <p>Support, confidence and interest tell how a constraint was found and not what it demands; that
 * they are left out is told once.
 */
final class MinerfulJson {
  private static final List<String> MEASURES =
      List.of("support", "confidence", "interestFactor", "coverage");

  private final DeclareModel model = new DeclareModel();

  private MinerfulJson() {}

  static DeclareModel read(String text) {
    MinerfulJson reader = new MinerfulJson();
    try {
      reader.read(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      reader.model.problem("line " + line, "is no JSON, or breaks off");
    }
    return reader.model;
  }

  private void read(JsonNode root) {
    if (!root.path("constraints").isArray()) {
      model.problem("/constraints", "an array of constraints is expected here");
      return;
    }
    for (JsonNode task : root.path("tasks")) {
      model.addTask(task.isTextual() ? task.asText() : task.path("name").asText());
    }
    boolean measured = false;
    for (int i = 0; i < root.path("constraints").size(); i++) {
      JsonNode constraint = root.path("constraints").get(i);
      measured |= MEASURES.stream().anyMatch(constraint::has);
      read(constraint, "/constraints/" + i);
    }
    if (measured) {
      model.leaveOut("/constraints", "support and other measures are left out");
    }
  }

  private void read(JsonNode constraint, String place) {
    List<List<String>> sides = new ArrayList<>();
    for (JsonNode side : constraint.path("parameters")) {
      List<String> tasks = new ArrayList<>();
      if (side.isTextual()) {
        tasks.add(side.asText());
      }
      side.forEach(task -> tasks.add(task.asText()));
      tasks.forEach(model::addTask);
      sides.add(tasks);
    }
    model
        .constraints()
        .add(new DeclareModel.Constraint(constraint.path("template").asText(), sides, place));
  }
}
