package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peersupport.json.LogWriter;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/**
 * An event log and a model that others published: MINERful's university example (repository
 * cdc08x/MINERful, commit d565b94, GPL-3). The files are read from beside the project where they
 * are, and are no part of it.
 */
class UniversityLogTest {
  private static final Path FILES = Path.of("..", "..", "..", "shared", "judges");
  private static final int TRACES = 2_000;

  @TempDir private Path folder;
  private Path model;
  private Protocol protocol;
  private JsonNode published;

  @BeforeEach
  void reads_the_model_where_it_is() throws IOException {
    Path file = FILES.resolve("university-model.json");
    assumeTrue(Files.exists(file), "the university log is not beside the project");
    published = Run.json(Files.readString(file));
    model = folder.resolve("model.json");
    String imported = Run.of("import", file.toString()).out();
    Files.writeString(model, imported);
    protocol = PeerSupportJson.readProtocol(imported).orElseThrow();
  }

  @Test
  void every_rule_holds_and_every_published_measure_comes_out() throws Exception {
    Path log = folder.resolve("log.ndjson");
    assertThat(write(log)).isEqualTo(TRACES);

    Run run = Run.of("audit", "--protocol", model.toString(), log.toString());

    List<String> lines = run.out().lines().toList();
    JsonNode summary = Run.json(lines.get(lines.size() - 1)).path("summary");
    assertThat(run.status()).isZero();
    assertThat(summary.path("verdicts").path("conformant").asInt()).isEqualTo(TRACES);
    JsonNode rules = summary.path("protocols").path(0).path("rules");
    assertThat(protocol.rules()).hasSameSizeAs(published.path("constraints"));
    for (int i = 0; i < protocol.rules().size(); i++) {
      JsonNode found = rules.path(protocol.rules().get(i).id());
      JsonNode told = published.path("constraints").path(i);
      assertThat(found.path("satisfied").asInt()).isEqualTo(TRACES);
      for (String measure : List.of("support", "confidence", "coverage")) {
        assertThat(found.path(measure).asDouble())
            .as("%s of %s", measure, told.path("template").asText())
            .isCloseTo(told.path("tr_" + measure).asDouble(), within(1e-12));
      }
    }
  }

  /** The traces as closed sessions. */
  private int write(Path log) throws IOException, XMLStreamException {
    Map<String, String> keys = new HashMap<>();
    for (Element element : protocol.elements()) {
      keys.put(element.title(), element.key());
    }
    int traces = 0;
    try (InputStream in =
            new GZIPInputStream(Files.newInputStream(FILES.resolve("university-log.xes.gz")));
        LogWriter writer = LogWriter.create(log, Reasons.LEFT_OUT)) {
      for (List<Step> trace : traces(in)) {
        for (Event event : session("s-" + ++traces, trace, keys)) {
          writer.write(event);
        }
      }
    }
    return traces;
  }

  private record Step(String name, Instant at) {}

  private static List<List<Step>> traces(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    List<List<Step>> traces = new ArrayList<>();
    String name = "";
    Instant at = Instant.EPOCH;
    boolean inEvent = false;
    while (xml.hasNext()) {
      int kind = xml.next();
      if (kind == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("trace")) {
        traces.add(new ArrayList<>());
      } else if (kind == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("event")) {
        inEvent = true;
      } else if (kind == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("event")) {
        inEvent = false;
        traces.get(traces.size() - 1).add(new Step(name, at));
      } else if (kind == XMLStreamConstants.START_ELEMENT && inEvent) {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        name = key.equals("concept:name") ? value : name;
        at = key.equals("time:timestamp") ? OffsetDateTime.parse(value).toInstant() : at;
      }
    }
    return traces;
  }

  private List<Event> session(String id, List<Step> trace, Map<String, String> keys) {
    List<Event> events = new ArrayList<>();
    Instant start = trace.get(0).at();
    events.add(
        new Event.SessionOpened(
            id,
            1,
            start,
            "sup",
            Metadata.NONE,
            protocol.reference(),
            Optional.empty(),
            Peer.of("sup"),
            Peer.of("peer"),
            Optional.empty(),
            List.of()));
    for (Step step : trace) {
      events.add(
          new Event.ElementBegun(
              id,
              events.size() + 1,
              step.at(),
              "sup",
              Metadata.NONE,
              keys.get(step.name()),
              List.of()));
    }
    Instant end = trace.get(trace.size() - 1).at();
    events.add(
        new Event.SessionClosed(id, events.size() + 1, end, "sup", Metadata.NONE, List.of()));
    return events;
  }
}
