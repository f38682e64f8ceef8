package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.ActMember;
import org.peersupport.protocol.ActType;
import org.peersupport.session.Command;
import org.peersupport.session.Event;

/** A member that belongs to another command or event is an issue, whatever its value. */
class MisplacedMembersTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final List<String> VALUES =
      List.of(
          "\"x\"", "7", "null", "[]", "{}", "[1,{\"a\":[]}]", "{\"id\":\"a\"}", "1.5e3", "\"\"");

  private static Set<String> names(List<ActMember> members, Function<ActMember, String> name) {
    return members.stream().map(name).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
  }

  /** The names of the members that other types have and this one has not. */
  private static List<String> foreign(ActType type, Function<ActMember, String> name) {
    Set<String> foreign = names(List.of(ActMember.values()), name);
    foreign.removeAll(names(type.members(), name));
    return foreign.stream().sorted().toList();
  }

  private static String with(String document, String name, String value, Random random)
      throws IOException {
    ObjectNode tree = PLAIN.readValue(document, ObjectNode.class);
    List<String> order = new ArrayList<>();
    tree.fieldNames().forEachRemaining(order::add);
    order.add(random.nextInt(order.size() + 1), name);
    tree.set(name, PLAIN.readTree(value));
    ObjectNode mixed = PLAIN.createObjectNode();
    for (String each : order) {
      JsonNode member = tree.get(each);
      mixed.set(each, member);
    }
    return mixed.toString();
  }

  private static List<String> told(List<Issue> issues) {
    return issues.stream().map(issue -> issue.code() + " " + issue.pointer()).toList();
  }

  @Property(tries = 500)
  void in_every_command(@ForAll Random random) throws IOException {
    Command command = new Generated(random).command();
    String document = PeerSupportJson.writeCommand(command);
    for (String name : foreign(command.type(), ActMember::commandName)) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String line = with(document, name, value, random);
      assertThat(told(PeerSupportJson.readRequest(line, 1).issues()))
          .as(line)
          .containsExactly("json.misplaced-member /" + name);
    }
  }

  @Property(tries = 500)
  void in_every_event_to_whichever_reader(@ForAll Random random) throws IOException {
    Event event = new Generated(random).event();
    String document = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
    for (String name : foreign(event.type(), ActMember::eventName)) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String line = with(document, name, value, random);
      assertThat(told(PeerSupportJson.readEvent(line, 1).issues()))
          .as(line)
          .containsExactly("json.misplaced-member /" + name);
      LogEntry entry =
          LogReader.of(new ByteArrayInputStream(line.getBytes(UTF_8))).next().orElseThrow();
      assertThat(told(((LogEntry.Broken) entry).issues()))
          .containsExactly("json.misplaced-member /" + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','do':'options'}",
        "{'session':'s-1','do':'state'}",
        "{'at':'2026-03-02T09:00:00Z','do':'due'}"
      })
  void in_every_query(String query) throws IOException {
    for (String name : names(List.of(ActMember.values()), ActMember::commandName)) {
      for (String value : VALUES) {
        String line = with(Json.of(query), name, value, new Random(1));
        assertThat(told(PeerSupportJson.readRequest(line, 1).issues()))
            .containsExactly("json.misplaced-member /" + name);
      }
    }
  }

  @Test
  void what_events_alone_have_is_unknown_in_commands_and_passed_over() {
    assertThat(
            PeerSupportJson.readRequest(
                    Json.of(
                        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'pause',"
                            + "'type':'x','corrects':{},'fingerprint':7,'deviations':'none'}"),
                    1)
                .issues())
        .isEmpty();
  }

  @Test
  void it_does_not_hide_what_else_is_wrong() {
    assertThat(
            told(
                PeerSupportJson.readRequest(
                        Json.of(
                            "{'session':7,'by':'p','do':'offer','resource':7,'level':7,'level':8}"),
                        1)
                    .issues()))
        .containsExactly(
            "json.wrong-type /session",
            "json.missing-member /at",
            "json.repeated-member /level",
            "json.misplaced-member /level",
            "json.missing-member /referral",
            "json.wrong-type /resource");
  }
}
