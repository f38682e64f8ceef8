package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;

class RoundTripTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final List<String> UNKNOWN =
      List.of(
          "7", "null", "\"x\"", "[]", "{}", "[[1,{\"y\":[]}]]", "{\"id\":7,\"do\":{}}", "-1.5e3");

  /** The maps of a protocol in which every name is a key of the document, also x-1. */
  private static final String WORDS_BY_KEY =
      "/translations/[^/]*/(elements|resources|concerns|appreciation|reasons|rules|deadlines)";

  @Property(tries = 2000)
  void an_event_is_read_as_it_was_written(@ForAll Random random) {
    Event event = new Generated(random).event();
    String text = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
    byte[] bytes = PeerSupportJson.writeEventBytes(event, Reasons.WRITTEN);
    assertThat(text).isEqualTo(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("\n");
    assertThat(PeerSupportJson.readEvent(text, 1).orElseThrow()).isEqualTo(event);
    assertThat(PeerSupportJson.readEvent(bytes, 1).orElseThrow()).isEqualTo(event);
  }

  @Property(tries = 2000)
  void a_command_is_read_as_it_was_written(@ForAll Random random) {
    Command command = new Generated(random).command();
    String text = PeerSupportJson.writeCommand(command);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Request request = new Request.Act(command);
    assertThat(text).doesNotContain("\n");
    assertThat(PeerSupportJson.readRequest(text, 1).orElseThrow()).isEqualTo(request);
    assertThat(PeerSupportJson.readRequest(bytes, 1).orElseThrow()).isEqualTo(request);
  }

  @Property(tries = 300)
  void an_event_without_its_reasons_differs_in_nothing_else(@ForAll Random random) {
    Event event = new Generated(random).event();
    String text = PeerSupportJson.writeEvent(event, Reasons.LEFT_OUT);
    Event read = PeerSupportJson.readEvent(text, 1).orElseThrow();
    assertThat(read.deviations()).allMatch(each -> each.reason().isEmpty());
    assertThat(read.deviations().stream().map(Deviation::rule).toList())
        .isEqualTo(event.deviations().stream().map(Deviation::rule).toList());
    assertThat(PeerSupportJson.writeEvent(read, Reasons.WRITTEN)).isEqualTo(text);
  }

  @Property(tries = 500)
  void unknown_members_are_ignored_and_the_order_means_nothing(@ForAll Random random)
      throws Exception {
    Generated generated = new Generated(random);
    Event event = generated.event();
    String written = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
    assertThat(PeerSupportJson.readEvent(strange(written, random), 1).orElseThrow())
        .isEqualTo(event);
    Command command = generated.command();
    written = PeerSupportJson.writeCommand(command);
    assertThat(PeerSupportJson.readRequest(strange(written, random), 1).orElseThrow())
        .isEqualTo(new Request.Act(command));
  }

  @Test
  void a_member_that_no_protocol_has_is_an_issue_in_each_object() throws Exception {
    assertThat(
            UnknownMembers.areFoundIn(
                WireReaders.PROTOCOL,
                pointer -> pointer.matches("/translations|" + WORDS_BY_KEY),
                PeerSupportJson::readProtocol))
        .contains("", "/elements/0", "/order", "/resources/0", "/concerns/1", "/reasons")
        .contains("/reasons/end/0", "/pairing", "/rules/0", "/deadlines/0", "/examples/0")
        .contains("/translations/de", "/translations/de/elements/hello");
    String written = PeerSupportJson.writeProtocol(Catalogue.amaSixElements());
    assertThat(PeerSupportJson.readProtocol(written.replace("\"because\"", "\"becuase\"")).issues())
        .isNotEmpty()
        .allMatch(issue -> issue.explanation().contains("the nearest one is \"because\""));
  }

  @Test
  void members_of_a_protocol_that_begin_with_x_are_ignored() throws Exception {
    Protocol small = PeerSupportJson.readProtocol(WireReaders.PROTOCOL).orElseThrow();
    String written = PeerSupportJson.writeProtocol(small);
    for (int seed = 0; seed < 20; seed++) {
      String strange = strange(written, new Random(seed));
      assertThat(PeerSupportJson.readProtocol(strange).orElseThrow()).isEqualTo(small);
    }
    Protocol large = Catalogue.amaSixElements();
    String strange = strange(PeerSupportJson.writeProtocol(large), new Random(1));
    assertThat(PeerSupportJson.readProtocol(strange).orElseThrow()).isEqualTo(large);
  }

  /** The same with the members in another order and more of them, spaced in another way. */
  private static String strange(String json, Random random) throws Exception {
    JsonNode tree = strange(PLAIN.readTree(json), "", random);
    return random.nextBoolean() ? tree.toPrettyString() : tree.toString();
  }

  private static JsonNode strange(JsonNode node, String pointer, Random random) throws Exception {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, strange(array.get(i), pointer + "/" + i, random));
      }
      return array;
    }
    if (!(node instanceof ObjectNode)) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String place = pointer + "/" + member.getKey();
      members.add(Map.entry(member.getKey(), strange(member.getValue(), place, random)));
    }
    for (int i = pointer.matches(WORDS_BY_KEY) ? 0 : random.nextInt(4); i > 0; i--) {
      String value = UNKNOWN.get(random.nextInt(UNKNOWN.size()));
      members.add(Map.entry("x-" + i, PLAIN.readTree(value)));
    }
    Collections.shuffle(members, random);
    ObjectNode strange = PLAIN.createObjectNode();
    for (Map.Entry<String, JsonNode> member : members) {
      strange.set(member.getKey(), member.getValue());
    }
    return strange;
  }
}
