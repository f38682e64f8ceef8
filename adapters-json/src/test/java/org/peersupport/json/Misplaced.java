package org.peersupport.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peersupport.json.data.Reasons;

/**
 * Each sample with each member that another sample has and it has not: as it stands there, and as
 * something that is no value of it. Some of these members are only left out and not misplaced.
 */
final class Misplaced {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private Misplaced() {}

  static List<JsonNode> commands() {
    return of(Samples.commands().stream().map(PeerSupportJson::writeCommand).toList());
  }

  static List<JsonNode> events() {
    return of(
        Samples.events().stream()
            .map(event -> PeerSupportJson.writeEvent(event, Reasons.WRITTEN))
            .toList());
  }

  private static List<JsonNode> of(List<String> documents) {
    List<JsonNode> misplaced = new ArrayList<>();
    for (String document : documents) {
      for (String other : documents) {
        for (Map.Entry<String, JsonNode> member : tree(other).properties()) {
          ObjectNode with = tree(document);
          if (!with.has(member.getKey())) {
            misplaced.add(with.set(member.getKey(), member.getValue()));
            misplaced.add(tree(document).put(member.getKey(), 1.5));
          }
        }
      }
    }
    return misplaced;
  }

  private static ObjectNode tree(String document) {
    try {
      return PLAIN.readValue(document, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
