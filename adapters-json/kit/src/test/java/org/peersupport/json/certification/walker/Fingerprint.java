package org.peersupport.json.certification.walker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a document demands, reduced as the contract says, in canonical form, hashed. */
final class Fingerprint {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Fingerprint() {}

  static String of(Paper paper, JsonNode document) {
    ObjectNode reduced = JSON.objectNode();
    ArrayNode elements = reduced.putArray("elements");
    for (JsonNode element : document.path("elements")) {
      ObjectNode each = elements.addObject().put("key", element.path("key").asText());
      each.put("need", element.path("need").asText());
      each.put("repeatable", element.path("repeatable").asBoolean());
      each.put("continuous", element.path("continuous").asBoolean());
    }
    JsonNode order = document.path("order");
    ObjectNode ordered = reduced.putObject("order");
    ordered.put("mode", order.path("mode").asText("modular"));
    ordered.put("overridable", order.path("overridable").asBoolean());
    order.path("returns").forEach(ordered.putArray("returns")::add);
    ordered.withArray("returns");
    ArrayNode resources = reduced.putArray("resources");
    paper.consents.forEach(
        (key, consent) -> resources.addObject().put("key", key).put("consent", consent));
    paper.levels.forEach(reduced.putArray("concerns")::add);
    paper.facets.forEach(reduced.putArray("appreciation")::add);
    reduced.putObject("pairing").put("department", paper.pairing);
    reduced.set("rules", rules(paper, document));
    reduced.set("deadlines", deadlines(paper, document));
    return "sha-256:" + sha256(canonical(reduced));
  }

  private static ArrayNode rules(Paper paper, JsonNode document) {
    ArrayNode rules = JSON.arrayNode();
    for (JsonNode rule : document.path("rules")) {
      for (String one : paper.eachOf(rule)) {
        ObjectNode each = rules.addObject();
        each.put("id", Paper.filled(rule.path("id").asText(), one));
        each.put("template", rule.path("template").asText());
        matched(paper, Paper.patterns(rule.path("a"), one)).forEach(each.putArray("a")::add);
        matched(paper, Paper.patterns(rule.path("b"), one)).forEach(each.putArray("b")::add);
        each.put("count", rule.path("count").asInt(1));
        each.put("strength", rule.path("strength").asText("mandatory"));
        each.put("overridable", rule.path("overridable").asBoolean());
        each.put("holds", rule.path("holds").asText("conversation"));
      }
    }
    return rules;
  }

  private static ArrayNode deadlines(Paper paper, JsonNode document) {
    ArrayNode deadlines = JSON.arrayNode();
    for (JsonNode deadline : document.path("deadlines")) {
      ObjectNode each = deadlines.addObject().put("id", deadline.path("id").asText());
      for (String side : List.of("from", "to")) {
        matched(paper, Paper.patterns(deadline.path(side), "")).forEach(each.putArray(side)::add);
      }
      Duration within = Times.duration(deadline.path("within").asText());
      BigDecimal seconds =
          BigDecimal.valueOf(within.getSeconds()).add(BigDecimal.valueOf(within.getNano(), 9));
      each.put("within", seconds.stripTrailingZeros());
    }
    return deadlines;
  }

  private static List<String> matched(Paper paper, List<String> patterns) {
    List<String> matched = new ArrayList<>();
    for (String each : paper.alphabetAndWords()) {
      if (Paper.matches(patterns, each)) {
        matched.add(each);
      }
    }
    matched.sort(null);
    return matched;
  }

  /** No text in it has anything to escape, and no number an exponent. */
  private static String canonical(JsonNode value) {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> parts.add(canonical(each)));
      return "[" + String.join(",", parts) + "]";
    } else if (value.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      value.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
      sorted.forEach((key, each) -> parts.add("\"" + key + "\":" + canonical(each)));
      return "{" + String.join(",", parts) + "}";
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.toString();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
