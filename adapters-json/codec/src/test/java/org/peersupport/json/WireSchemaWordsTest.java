package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Outcome;
import org.peersupport.protocol.ActMember;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Strength;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.Verdict;

/** The words and the limits in the schemas of the wire format are those of the library. */
class WireSchemaWordsTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private static JsonNode tree(String name) {
    try {
      return PLAIN.readTree(Schemas.text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only place where the schema defines a member with a list of words. */
  private static void assertWords(String schema, String member, List<String> words) {
    List<JsonNode> lists = new ArrayList<>();
    for (JsonNode each : tree(schema).findValues(member)) {
      if (each.has("description") && each.has("enum")) {
        lists.add(each.get("enum"));
      }
    }
    assertThat(lists).as("%s %s", schema, member).hasSize(1);
    assertThat(lists.get(0))
        .extracting(JsonNode::asText)
        .as("%s %s", schema, member)
        .containsExactlyInAnyOrderElementsOf(words);
  }

  private static <T> List<String> wires(T[] values, Function<T, String> wire) {
    return Stream.of(values).map(wire).toList();
  }

  @Test
  void of_commands_and_events() {
    List<String> acts = wires(ActType.values(), ActType::commandName);
    List<String> asked = new ArrayList<>(acts);
    asked.addAll(List.of("options", "state", "due"));
    assertWords("command", "do", asked);
    List<String> types = wires(ActType.values(), ActType::eventName);
    for (String schema : List.of("event", "log-line", "outcome")) {
      assertWords(schema, "type", types);
    }
    JsonNode first = tree("command").at("/allOf/0/if/properties/do/enum");
    assertThat(first).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(acts);
  }

  /** A member that an act gets has to be added, and forbidden for all others. */
  @Test
  void of_the_members_of_acts() {
    Set<String> inCommands = new TreeSet<>();
    Set<String> inEvents = new TreeSet<>();
    for (ActMember member : ActMember.values()) {
      if (member.isInCommands()) {
        inCommands.add(member.commandName());
      }
      inEvents.add(member.eventName());
    }
    assertThat(forbidden(tree("command").get("allOf"))).isEqualTo(inCommands);
    assertThat(forbidden(tree("event").at("/$defs/event/allOf"))).isEqualTo(inEvents);
  }

  private static Set<String> forbidden(JsonNode branches) {
    Set<String> names = new TreeSet<>();
    for (JsonNode branch : branches) {
      branch.at("/else/properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  @Test
  void of_outcomes() {
    assertWords("outcome", "outcome", wires(Outcome.values(), Outcome::wireName));
    assertWords("outcome", "code", wires(RefusalCode.values(), RefusalCode::wireName));
    assertWords("outcome", "status", wires(Status.values(), Status::wireName));
    assertWords("outcome", "state", wires(ReferralState.values(), ReferralState::wireName));
    assertWords("outcome", "verdict", wires(Verdict.values(), Verdict::wireName));
    List<String> listed = new ArrayList<>(wires(ActType.values(), ActType::commandName));
    listed.removeAll(List.of("open", "correct", "void"));
    assertWords("outcome", "do", listed);
  }

  @Test
  void of_protocol_documents() {
    assertWords("protocol", "template", wires(Template.values(), Template::wireName));
    assertWords("protocol", "forEach", wires(Rule.ForEach.values(), Rule.ForEach::wireName));
    assertWords("protocol", "strength", wires(Strength.values(), Strength::wireName));
    assertWords("protocol", "holds", wires(Holds.values(), Holds::wireName));
    assertWords("protocol", "provenance", wires(Provenance.values(), Provenance::wireName));
    assertWords("protocol", "need", wires(Need.values(), Need::wireName));
    assertWords("protocol", "mode", wires(OrderMode.values(), OrderMode::wireName));
    assertWords("protocol", "department", wires(Pairing.values(), Pairing::wireName));
    assertWords("protocol", "consent", wires(Consent.values(), Consent::wireName));
  }

  private static void assertMost(String schema, String pointer, int most) {
    assertThat(tree(schema).at(pointer).asInt()).as("%s %s", schema, pointer).isEqualTo(most);
  }

  @Test
  void of_limits() {
    assertMost("command", "/$defs/text/maxLength", JsonLimits.STRING_CHARACTERS);
    assertMost("command", "/$defs/facets/maxItems", JsonLimits.ENTRIES);
    assertMost("event", "/$defs/event/properties/deviations/maxItems", JsonLimits.ENTRIES_IN_ALL);
    assertThat(tree("outcome").findValues("issues"))
        .extracting(issues -> issues.path("maxItems").asInt())
        .containsExactly(JsonLimits.ISSUES);
    assertMost("protocol", "/$defs/words/maxLength", Limits.TEXT);
    assertMost("protocol", "/$defs/note/maxLength", Limits.TEXT);
    assertMost("protocol", "/properties/elements/maxItems", Limits.ELEMENTS);
    assertMost("protocol", "/properties/resources/maxItems", Limits.RESOURCES);
    assertMost("protocol", "/properties/concerns/maxItems", Limits.LEVELS);
    assertMost("protocol", "/properties/appreciation/maxItems", Limits.LEVELS);
    assertMost("protocol", "/$defs/titledKeys/maxItems", Limits.LEVELS);
    assertMost("protocol", "/properties/rules/maxItems", Limits.RULES);
    assertMost("protocol", "/properties/deadlines/maxItems", Limits.DEADLINES);
    assertMost("protocol", "/properties/examples/maxItems", Limits.EXAMPLES);
    assertMost("protocol", "/$defs/example/properties/trace/maxItems", Limits.EXAMPLES);
    assertMost("protocol", "/$defs/rule/properties/except/maxItems", Limits.ELEMENTS);
    assertMost("protocol", "/$defs/rule/properties/count/maximum", Limits.COUNT);
  }
}
