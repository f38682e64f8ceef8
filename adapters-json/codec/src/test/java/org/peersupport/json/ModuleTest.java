package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

class ModuleTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModule(new PeerSupportModule(Reasons.WRITTEN));

  @Test
  void a_mapper_makes_nothing_up_for_a_session_or_a_refusal() {
    Protocol protocol = Catalogue.amaSixElements();
    Commands by = Commands.of("s-1", "sup-1", Instant.EPOCH);
    Session session =
        Sessions.open(protocol, by.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1")))
            .orElseThrow()
            .session();

    assertThatThrownBy(() -> MAPPER.writeValueAsString(session))
        .hasMessage(
            "Session has no wire form of its own; write it with PeerSupportJson.writeAccepted");
    assertThatThrownBy(() -> MAPPER.writeValueAsString(Sessions.decide(session, by.close())))
        .hasMessage(
            "Refusal has no wire form of its own; write it with PeerSupportJson.writeRefused");
    assertThatThrownBy(() -> MAPPER.writeValueAsString(Sessions.options(session, Instant.EPOCH)))
        .hasMessage(
            "Options has no wire form of its own; write it with PeerSupportJson.writeOptions");
  }

  @Test
  void a_mapper_writes_and_reads_events_as_the_static_methods_do() throws Exception {
    for (Event event : Samples.events()) {
      String json = MAPPER.writeValueAsString(event);
      assertThat(json).isEqualTo(PeerSupportJson.writeEvent(event, Reasons.WRITTEN));
      assertThat(MAPPER.readValue(json, Event.class)).isEqualTo(event);
      assertThat(MAPPER.readValue(json, event.getClass())).isEqualTo(event);
    }
  }

  @Test
  void a_mapper_writes_and_reads_commands_as_the_static_methods_do() throws Exception {
    for (Command command : Samples.commands()) {
      String json = MAPPER.writeValueAsString(command);
      assertThat(json).isEqualTo(PeerSupportJson.writeCommand(command));
      assertThat(MAPPER.readValue(json, Command.class)).isEqualTo(command);
      assertThat(MAPPER.readValue(json, command.getClass())).isEqualTo(command);
    }
  }

  @Test
  void a_mapper_writes_and_reads_peers_and_protocols() throws Exception {
    String peer = MAPPER.writeValueAsString(Samples.SUPPORTER);
    assertThat(MAPPER.readValue(peer, Peer.class)).isEqualTo(Samples.SUPPORTER);
    Protocol protocol = Catalogue.amaSixElements();
    String document = MAPPER.writeValueAsString(protocol);
    assertThat(document).isEqualTo(PeerSupportJson.writeProtocol(protocol));
    assertThat(MAPPER.readValue(document, Protocol.class)).isEqualTo(protocol);
  }

  @Test
  void values_may_stand_in_the_midst_of_others_and_pass_through_trees() throws Exception {
    List<Event> events = Samples.events();
    String json = MAPPER.writeValueAsString(Map.of("events", events));
    Map<String, List<Event>> read = MAPPER.readValue(json, new TypeReference<>() {});
    assertThat(read).isEqualTo(Map.of("events", events));
    for (Event event : events) {
      JsonNode tree = MAPPER.valueToTree(event);
      assertThat(MAPPER.treeToValue(tree, Event.class)).isEqualTo(event);
      assertThat(MAPPER.convertValue(event, Event.class)).isEqualTo(event);
      assertThat(MAPPER.convertValue(tree, event.getClass())).isEqualTo(event);
    }
  }

  @Test
  void what_is_malformed_is_told_by_code_and_pointer() {
    String json = Json.of("[{'type':'session-paused','seq':'one','session':'s-1','by':'p'}]");
    assertThatThrownBy(() -> MAPPER.readValue(json, new TypeReference<List<Event>>() {}))
        .isInstanceOf(MismatchedInputException.class)
        .satisfies(
            e ->
                assertThat(((JsonMappingException) e).getOriginalMessage())
                    .isEqualTo(
                        "malformed Event: json.wrong-type at /seq; json.missing-member at /at"))
        .hasNoCause();
    assertThatThrownBy(() -> MAPPER.treeToValue(MAPPER.readTree(json), Event[].class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessageContaining("json.wrong-type at /seq");
  }

  @Test
  void an_event_of_another_type_than_the_one_asked_for_is_malformed() {
    String json = PeerSupportJson.writeEvent(Samples.events().get(1), Reasons.LEFT_OUT);
    assertThatThrownBy(() -> MAPPER.readValue(json, Event.SessionClosed.class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessage("malformed SessionClosed: json.unknown-value at /type");
    String command = PeerSupportJson.writeCommand(Samples.commands().get(1));
    assertThatThrownBy(() -> MAPPER.readValue(command, Command.Close.class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessage("malformed Close: json.unknown-value at /do");
  }

  @Test
  void a_query_is_no_command() {
    assertThatThrownBy(
            () ->
                MAPPER.readValue(
                    Json.of("{'session':'s','at':'2026-03-02T09:00:00Z','by':'p','do':'options'}"),
                    Command.class))
        .hasMessage("malformed Command: json.unknown-value at /do");
  }

  @Test
  void a_protocol_with_problems_is_told_by_their_codes() {
    assertThatThrownBy(
            () ->
                MAPPER.readValue(
                    Json.of(
                        "{'id':'P','release':'1','title':'T','source':'S','elements':[{'key':'k',"
                            + "'title':'T','purpose':'P','need':'optional'}]}"),
                    Protocol.class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessage("malformed Protocol: protocol.ill-formed at /id");
  }

  @Test
  void a_mapper_with_the_module_survives_serialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(MAPPER);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ObjectMapper copy = (ObjectMapper) in.readObject();
      Event event = Samples.events().get(3);
      assertThat(copy.readValue(copy.writeValueAsString(event), Event.class)).isEqualTo(event);
    }
  }
}
