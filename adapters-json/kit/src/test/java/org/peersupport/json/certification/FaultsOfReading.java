package org.peersupport.json.certification;

import static org.peersupport.json.certification.Fault.entry;
import static org.peersupport.json.certification.Fault.ofDocument;
import static org.peersupport.json.certification.Fault.remove;
import static org.peersupport.json.certification.Fault.rule;
import static org.peersupport.json.certification.TestProtocol.SIX;
import static org.peersupport.json.certification.TestProtocol.WARD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A protocol document that is taken to say something else. */
final class FaultsOfReading {
  private static final Map<String, List<String>> NEIGHBOURS =
      Map.ofEntries(
          Map.entry("init", List.of("existence")),
          Map.entry("end", List.of("existence")),
          Map.entry("choice", List.of("exclusive-choice")),
          Map.entry("exclusive-choice", List.of("choice")),
          Map.entry("responded-existence", List.of("response", "co-existence")),
          Map.entry("co-existence", List.of("responded-existence")),
          Map.entry("response", List.of("precedence", "alternate-response")),
          Map.entry("alternate-response", List.of("response", "chain-response")),
          Map.entry("chain-response", List.of("alternate-response", "chain-precedence")),
          Map.entry("precedence", List.of("response", "alternate-precedence")),
          Map.entry("alternate-precedence", List.of("precedence", "chain-precedence")),
          Map.entry("chain-precedence", List.of("alternate-precedence")),
          Map.entry("succession", List.of("response", "precedence", "alternate-succession")),
          Map.entry("alternate-succession", List.of("succession", "chain-succession")),
          Map.entry("chain-succession", List.of("alternate-succession", "chain-response")),
          Map.entry("not-co-existence", List.of("not-succession")),
          Map.entry("not-succession", List.of("not-co-existence", "not-chain-succession")),
          Map.entry("not-chain-succession", List.of("not-succession")));

  private static final List<String> COUNTED = List.of("existence", "absence", "exactly");

  private FaultsOfReading() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addRules(faults);
    addOrder(faults);
    addResources(faults);
    addDeadlines(faults);
    addTemplates(faults);
    return faults;
  }

  private static Consumer<ObjectNode> without(String list, String member, String value) {
    return document -> remove(document, list, member, value);
  }

  private static Consumer<ObjectNode> with(String rule, String member, String value) {
    return document -> rule(document, rule).put(member, value);
  }

  /** Of one resource: of all of them there would be more states than anybody reads. */
  private static void readAsPrecedence(ObjectNode document) {
    rule(document, "answered-{resource}").withArray("except").add("chaplaincy");
    ObjectNode misread = document.withArray("rules").addObject();
    misread.put("id", "answered-chaplaincy").put("template", "precedence");
    misread.putArray("a").add("offer:chaplaincy");
    misread.putArray("b").add("accept:chaplaincy").add("decline:chaplaincy");
    misread.put("overridable", true);
  }

  private static void addRules(List<Fault> faults) {
    for (String id :
        List.of(
            "resources-offered",
            "offers-in-their-place",
            "answered-{resource}",
            "imminent-concern-met",
            "elevated-concern-met",
            "thanked-for-work",
            "thanked-for-sharing",
            "thanks-in-their-place",
            "thanks-come-last")) {
      faults.add(ofDocument("rule ignored: " + id, SIX, without("rules", "id", id)));
    }
    faults.add(
        ofDocument(
            "existence counts one too many",
            SIX,
            document -> rule(document, "thanked-for-work").put("count", 2)));
    faults.add(
        ofDocument(
            "precedence read as response",
            SIX,
            with("thanks-in-their-place", "template", "response")));
    faults.add(ofDocument("response read as precedence", SIX, FaultsOfReading::readAsPrecedence));
    faults.add(
        ofDocument(
            "response read as responded existence",
            SIX,
            with("imminent-concern-met", "template", "responded-existence")));
    faults.add(
        ofDocument(
            "emergency care does not count as an offered resource",
            SIX,
            document ->
                rule(document, "resources-offered").withArray("a").add("!offer:emergency-care")));
    faults.add(
        ofDocument(
            "any thanks means thanks for the first facet",
            SIX,
            document -> rule(document, "thanks-in-their-place").putArray("b").add("thank:work")));
    faults.add(
        ofDocument(
            "only one of the branches of a rule counts",
            SIX,
            document -> rule(document, "imminent-concern-met").withArray("b").remove(1)));
    faults.add(
        ofDocument(
            "always rule forgotten after the end",
            SIX,
            with("imminent-concern-met", "holds", "conversation")));
    faults.add(
        ofDocument(
            "rule of the conversation goes on after the end",
            SIX,
            with("thanked-for-work", "holds", "always")));
    faults.add(
        ofDocument(
            "an override lifts any rule",
            SIX,
            document ->
                document
                    .withArray("rules")
                    .forEach(each -> ((ObjectNode) each).put("overridable", true))));
    faults.add(
        ofDocument(
            "an overridable rule cannot be overridden",
            SIX,
            document -> rule(document, "offers-in-their-place").put("overridable", false)));
    faults.add(
        ofDocument(
            "advisory enforced", SIX, with("thanks-in-their-place", "strength", "mandatory")));
    faults.add(
        ofDocument(
            "mandatory rule only advised",
            SIX,
            with("thanked-for-sharing", "strength", "advisory")));
    faults.add(
        ofDocument(
            "absence counts one too many",
            WARD,
            document -> rule(document, "few-offers").put("count", 4)));
    faults.add(
        ofDocument(
            "absence counts one too few",
            WARD,
            document -> rule(document, "few-offers").put("count", 2)));
    faults.add(
        ofDocument(
            "not-chain-succession read as not-succession",
            WARD,
            with("no-offer-at-once", "template", "not-succession")));
    faults.add(
        ofDocument("advised init forgotten", WARD, without("rules", "id", "greeting-first")));
    faults.add(
        ofDocument(
            "advised existence forgotten at the close", WARD, without("rules", "id", "thanked")));
  }

  private static void addOrder(List<Fault> faults) {
    faults.add(
        ofDocument(
            "order only advised", SIX, d -> ((ObjectNode) d.path("order")).put("mode", "guided")));
    faults.add(
        ofDocument(
            "order ignored", SIX, d -> ((ObjectNode) d.path("order")).put("mode", "modular")));
    faults.add(
        ofDocument(
            "order overridable",
            SIX,
            d -> ((ObjectNode) d.path("order")).put("overridable", true)));
    faults.add(
        ofDocument(
            "a return is missing",
            SIX,
            document -> ((ArrayNode) document.path("order").path("returns")).remove(5)));
    faults.add(
        ofDocument(
            "a return too many",
            SIX,
            document ->
                ((ArrayNode) document.path("order").path("returns"))
                    .addArray()
                    .add("reflect-and-reframe")
                    .add("reach-out")));
    faults.add(
        ofDocument(
            "an element cannot be repeated",
            SIX,
            document -> element(document, "reach-out").put("repeatable", false)));
    faults.add(
        ofDocument(
            "an element can be repeated",
            WARD,
            document -> element(document, "greet").put("repeatable", true)));
    faults.add(
        ofDocument(
            "a required element is optional",
            SIX,
            document -> element(document, "invite-and-listen").put("need", "optional")));
    faults.add(
        ofDocument(
            "an optional element is required",
            SIX,
            document -> element(document, "make-sense-and-cope").put("need", "required")));
    faults.add(
        ofDocument(
            "advised order enforced",
            WARD,
            document -> ((ObjectNode) document.path("order")).put("mode", "strict")));
    faults.add(
        ofDocument(
            "advised order forgotten",
            WARD,
            document -> ((ObjectNode) document.path("order")).put("mode", "modular")));
    faults.add(
        ofDocument(
            "a continuous element is in the order",
            WARD,
            document -> element(document, "breathe").put("continuous", false)));
    faults.add(
        ofDocument(
            "order rules cannot be overridden",
            WARD,
            document -> ((ObjectNode) document.path("order")).put("overridable", false)));
  }

  private static ObjectNode element(ObjectNode document, String key) {
    return entry(document, "elements", "key", key);
  }

  private static void addResources(List<Fault> faults) {
    faults.add(
        ofDocument(
            "connected without consent",
            SIX,
            document ->
                entry(document, "resources", "key", "chaplaincy").put("consent", "notice")));
    faults.add(
        ofDocument(
            "no resource needs consent",
            SIX,
            document ->
                document
                    .withArray("resources")
                    .forEach(each -> ((ObjectNode) each).put("consent", "notice"))));
    faults.add(
        ofDocument(
            "emergency care needs consent",
            SIX,
            document ->
                entry(document, "resources", "key", "emergency-care").put("consent", "required")));
    faults.add(
        ofDocument(
            "a level of concern is unknown",
            SIX,
            document -> {
              remove(document, "rules", "id", "elevated-concern-met");
              drop((ArrayNode) document.path("concerns"), "elevated");
            }));
    faults.add(
        ofDocument(
            "a level of concern too many",
            SIX,
            document -> document.withArray("concerns").add("mild")));
    faults.add(
        ofDocument(
            "pairing ignored",
            WARD,
            document -> document.putObject("pairing").put("department", "any")));
    faults.add(
        ofDocument(
            "pairing turned round",
            WARD,
            document -> document.putObject("pairing").put("department", "same")));
    faults.add(
        ofDocument(
            "a resource too many",
            WARD,
            document ->
                document.withArray("resources").addObject().put("key", "tea").put("title", "Tea")));
  }

  private static void drop(ArrayNode texts, String text) {
    for (int i = texts.size() - 1; i >= 0; i--) {
      JsonNode each = texts.get(i);
      if (each.asText().equals(text)) {
        texts.remove(i);
      }
    }
  }

  private static void addDeadlines(List<Fault> faults) {
    faults.add(ofDocument("no deadlines", SIX, document -> document.putArray("deadlines")));
    faults.add(
        ofDocument("deadline a day longer", SIX, deadline("connect-in-time", "within", "P4D")));
    faults.add(
        ofDocument(
            "deadline a second shorter",
            SIX,
            deadline("connect-in-time", "within", "P2DT23H59M59S")));
    faults.add(
        ofDocument(
            "a deadline starts with the offer",
            SIX,
            document ->
                entry(document, "deadlines", "id", "connect-in-time")
                    .putArray("from")
                    .add("offer:*")));
    faults.add(
        ofDocument(
            "a lapse does not meet a deadline",
            SIX,
            document ->
                entry(document, "deadlines", "id", "connect-in-time")
                    .putArray("to")
                    .add("connect:*")));
    faults.add(
        ofDocument("opening starts no deadline", WARD, without("deadlines", "id", "greeted-soon")));
    faults.add(
        ofDocument(
            "the end does not meet a deadline",
            WARD,
            document ->
                entry(document, "deadlines", "id", "offered-soon")
                    .putArray("to")
                    .add("offer:chaplain")
                    .add("close")));
  }

  private static Consumer<ObjectNode> deadline(String id, String member, String value) {
    return document -> entry(document, "deadlines", "id", id).put(member, value);
  }

  private static void addTemplates(List<Fault> faults) {
    for (String template : TestProtocol.TEMPLATES) {
      TestProtocol protocol = TestProtocol.ofTemplate(template);
      for (String other : NEIGHBOURS.getOrDefault(template, List.of())) {
        faults.add(
            ofDocument(
                template + " taken for " + other, protocol, with("the-rule", "template", other)));
      }
      if (COUNTED.contains(template)) {
        for (int count : List.of(1, 3)) {
          faults.add(
              ofDocument(
                  template + " of 2 counts to " + count,
                  protocol,
                  document -> rule(document, "the-rule").put("count", count)));
        }
      }
    }
  }
}
