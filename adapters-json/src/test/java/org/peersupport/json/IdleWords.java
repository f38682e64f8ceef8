package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a schema that refuse nothing: for each that can there has to be a document that is
 * refused for this alone.
 */
final class IdleWords {
  private static final Set<String> REFUSING =
      Set.of(
          "type",
          "enum",
          "const",
          "pattern",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties");

  private final Set<String> alone = new HashSet<>();

  /** Forgets every document. */
  void forget() {
    alone.clear();
  }

  /** Remembers what a document is refused for, if it is one thing. */
  void take(String schema, JsonNode document) {
    Set<String> places = new HashSet<>();
    for (Error error : Validator.problems(schema, document)) {
      String place = error.getSchemaLocation().getFragment().toString();
      places.add(
          place.endsWith("/required") ? place + "/" + String.valueOf(error.getProperty()) : place);
      if (places.size() > 1) {
        return;
      }
    }
    alone.addAll(places);
  }

  void takeMutants(String schema, String document) {
    assertThat(Validator.errors(schema, document)).isEmpty();
    Mutants.of(document, (change, mutant) -> take(schema, mutant));
  }

  /**
   * Asserts that every word of the schema has refused something alone.
   *
   * @param text the schema
   * @param notTried what no document here is refused for
   */
  void holds(JsonNode text, Set<String> notTried) {
    List<String> words = new ArrayList<>();
    collect(text, "", words);
    Set<String> idle = new TreeSet<>(words);
    idle.removeAll(alone);
    notTried.forEach(idle::remove);
    assertThat(idle).isEmpty();
    assertThat(words).hasSizeGreaterThan(8);
  }

  /** What stands under "if" refuses nothing; under "properties" stand names and no words. */
  private static void collect(JsonNode node, String place, List<String> words) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String word = each.getKey();
      String below = place + "/" + word;
      boolean ofMember = place.endsWith("/properties");
      boolean name = ofMember || place.endsWith("/$defs");
      boolean forbids = each.getValue().isBoolean() && !each.getValue().asBoolean();
      if (ofMember && forbids) {
        words.add(below + "/false");
      } else if (!name && REFUSING.contains(word)) {
        words.add(below);
      } else if (!name && word.equals("required")) {
        each.getValue().forEach(member -> words.add(below + "/" + member.asText()));
      } else if (word.equals("propertyNames") && !name) {
        words.add(below);
      } else if (!word.equals("if") || name) {
        collect(each.getValue(), below, words);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), place + "/" + i, words);
    }
  }
}
