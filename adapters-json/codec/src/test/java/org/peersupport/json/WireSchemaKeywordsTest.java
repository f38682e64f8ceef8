package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.data.Reasons;

/**
 * Nothing in a schema of the wire format is idle: for every word of it that can refuse something
 * there is a document that is refused for this alone.
 */
class WireSchemaKeywordsTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final Path BROKEN = Path.of("src/test/resources/schemas/broken.txt");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/outcomes");

  /** More than any mutant has. */
  private static final Set<String> NOT_TRIED =
      Set.of(
          "/$defs/text/maxLength",
          "/$defs/event/properties/deviations/maxItems",
          "/properties/extends/maxLength",
          "/properties/derivedFrom/maxLength");

  private final IdleWords words = new IdleWords();

  static List<String> documents() throws IOException {
    return Files.readAllLines(BROKEN).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_broken_document_is_found_by_its_schema_and_by_its_reader(String line) {
    int blank = line.indexOf(' ');
    String schema = line.substring(0, blank);
    String document = Json.of(line.substring(blank + 1));
    assertThat(Validator.errors(schema, document)).isNotEmpty();
    if (WireReaders.isRead(schema)) {
      assertThat(WireReaders.issues(schema, document)).isNotEmpty();
    }
  }

  @Test
  void there_are_some_of_every_schema() throws IOException {
    assertThat(documents()).doesNotHaveDuplicates();
    for (String name : Schemas.names()) {
      assertThat(documents()).anyMatch(line -> line.startsWith(name + " "));
    }
  }

  private void assertNothingIdle(String schema) throws IOException {
    for (String line : documents()) {
      if (line.startsWith(schema + " ")) {
        words.take(schema, PLAIN.readTree(Json.of(line.substring(schema.length() + 1))));
      }
    }
    words.holds(PLAIN.readTree(Schemas.text(schema)), NOT_TRIED);
  }

  @Test
  void of_commands() throws IOException {
    Samples.commands()
        .forEach(command -> words.takeMutants("command", PeerSupportJson.writeCommand(command)));
    Misplaced.commands().forEach(command -> words.take("command", command));
    for (String query :
        List.of(
            "{'session':'s','at':'2026-03-02T09:00:00Z','by':'p','do':'options'}",
            "{'session':'s','do':'state'}",
            "{'session':'s','at':'2026-03-02T09:00:00Z','do':'due'}")) {
      words.takeMutants("command", Json.of(query));
    }
    assertNothingIdle("command");
  }

  @Test
  void of_events() throws IOException {
    Samples.events()
        .forEach(
            event ->
                words.takeMutants("event", PeerSupportJson.writeEvent(event, Reasons.WRITTEN)));
    Misplaced.events().forEach(event -> words.take("event", event));
    assertNothingIdle("event");
  }

  @Test
  void of_protocol_documents() throws IOException {
    words.takeMutants("protocol", WireReaders.PROTOCOL);
    words.takeMutants("protocol", WireReaders.VARIANT);
    assertNothingIdle("protocol");
  }

  @Test
  void of_outcomes() throws IOException {
    for (String name :
        List.of(
            "accepted",
            "due",
            "malformed",
            "refused-with-witness",
            "refused-correction",
            "repeated",
            "state",
            "urgent")) {
      words.takeMutants("outcome", Files.readString(GOLDEN.resolve(name + ".json")));
    }
    words.takeMutants(
        "outcome",
        Json.of(
            "{'session':'s','outcome':'refused','violations':[{'code':'rule.conflict',"
                + "'rules':['r'],'because':'B','explanation':'E'}],'remedy':['thank:work'],"
                + "'explanation':'E'}"));
    words.takeMutants(
        "outcome",
        Json.of(
            "{'session':'s','outcome':'options','seq':7,'status':'open','options':["
                + "{'activity':'accept:c','do':'accept','referral':'r-1','permitted':false,"
                + "'violations':[{'code':'session.paused','explanation':'E'}]}],"
                + "'rules':[{'id':'r','verdict':'satisfied'}],'due':[{'deadline':'d',"
                + "'since':'2026-03-02T09:00:00Z','dueAt':'2026-03-02T09:00:00Z','overdue':true}]}"));
    Samples.events()
        .forEach(
            event ->
                words.takeMutants(
                    "outcome", accepted(PeerSupportJson.writeEvent(event, Reasons.WRITTEN))));
    for (var event : Misplaced.events()) {
      words.take("outcome", PLAIN.readTree(accepted(event.toString())));
    }
    assertNothingIdle("outcome");
  }

  private static String accepted(String event) {
    return Json.of("{'session':'s','outcome':'accepted','seq':1,'events':[")
        + event
        + Json.of("],'status':'open','settled':false,'permitted':['close'],'outstanding':['r'],")
        + Json.of("'due':[]}");
  }
}
