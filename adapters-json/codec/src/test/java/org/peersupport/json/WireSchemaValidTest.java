package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/** What is written in the wire format is valid. */
class WireSchemaValidTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  /** Which schema the golden files of a folder belong to. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "commands", "command", "events", "event", "outcomes", "outcome", "protocols", "protocol");

  private static void assertValid(String schema, String document) {
    assertThat(Validator.errors(schema, document)).as(document).isEmpty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @TestFactory
  List<DynamicTest> every_golden_document_is_valid() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files(RESOURCES.resolve("golden"), ".json")) {
      String folder = file.getName(file.getNameCount() - 2).toString();
      String schema = FOLDERS.getOrDefault(folder, "none for " + file);
      String document = Files.readString(file);
      tests.add(
          DynamicTest.dynamicTest(
              folder + "/" + file.getFileName(), () -> assertValid(schema, document)));
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests;
  }

  @Test
  void the_answers_to_queries_and_to_nonsense_are_valid() throws IOException {
    SessionDesk desk = new SessionDesk(Variants::find, event -> {});
    for (String line :
        Files.readAllLines(RESOURCES.resolve("histories/scripts/six-elements.ndjson"))) {
      assertValid("outcome", desk.answer(line, 1).line());
      for (String query :
          List.of(
              "{'session':'s-1','at':'2026-03-08T09:00:00Z','do':'options'}",
              "{'session':'s-9','at':'2026-03-08T09:00:00Z','do':'options'}",
              "{'session':'s-1','at':'2026-03-08T09:00:00Z','by':'peer-1','do':'options'}",
              "{'session':'s-1','do':'state'}",
              "{'at':'2026-03-08T09:00:00Z','do':'due'}",
              "{'session':'s-1','at':'2026-03-08T09:00:00Z','do':'clo")) {
        assertValid("outcome", desk.answer(Json.of(query), 1).line());
      }
    }
  }

  @Test
  void every_protocol_that_ships_is_valid_as_it_stands_and_as_it_is_written() throws IOException {
    List<Path> documents =
        files(Path.of("src/main/resources/org/peersupport/json/variants"), ".json");
    assertThat(documents).hasSize(Variants.ids().size() - 1);
    for (Path document : documents) {
      assertValid("protocol", Files.readString(document));
    }
    Protocol base = Catalogue.amaSixElements();
    for (Protocol protocol : Variants.all()) {
      assertValid("protocol", PeerSupportJson.writeProtocol(protocol));
      assertValid("protocol", PeerSupportJson.writeProtocolExpanded(protocol));
      assertValid("protocol", PeerSupportJson.writeProtocolChanges(protocol, base));
    }
  }

  @Property(tries = 1000)
  void every_command_and_every_event_that_is_written_is_valid(@ForAll Random random) {
    Generated generated = new Generated(random);
    assertValid("command", PeerSupportJson.writeCommand(generated.command()));
    Event event = generated.event();
    assertValid("event", PeerSupportJson.writeEvent(event, Reasons.WRITTEN));
    assertValid("log-line", PeerSupportJson.writeEvent(event, Reasons.LEFT_OUT));
  }
}
