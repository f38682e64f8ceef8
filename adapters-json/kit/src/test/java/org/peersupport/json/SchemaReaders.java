package org.peersupport.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.certification.TestVectorsReader;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.Read;
import org.peersupport.json.ledger.InclusionProof;
import org.peersupport.json.ledger.Seal;
import org.peersupport.json.studies.Behaviours;
import org.peersupport.json.studies.Scenarios;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.programme.InvalidScenarioException;
import org.peersupport.simulation.programme.ProgrammeSimulation;
import org.peersupport.simulation.programme.Scenario;

/** What the readers of the other modules say of texts for which there are schemas. */
final class SchemaReaders {
  private static final ConversationChain TALKS =
      ConversationChain.of(Catalogue.all().get(0), Behaviours.find("usual-talk").orElseThrow());

  /** What behaviours are for, with few states: many of them draw whatever is permitted. */
  private static final Protocol SMALL =
      ProtocolBuilder.of("small", "1.0.0")
          .title("Small")
          .source("A test")
          .element(Element.required("reach-out", "Reach out", "To begin.").asRepeatable())
          .element(Element.optional("invite-and-listen", "Listen", "To listen.").asRepeatable())
          .build();

  private SchemaReaders() {}

  /** Whether there is a reader for what the schema describes. */
  static boolean isRead(String schema) {
    return List.of(
            "behaviour", "transcript-mapping", "scenario", "vector", "ledger-proof", "ledger-seal")
        .contains(schema);
  }

  /** What the reader has against it, or else what is said when it is drawn from. */
  private static List<Issue> issuesOfBehaviour(String document) {
    Read<Behaviour> read = StudyJson.readBehaviour(document);
    if (read.isMalformed()) {
      return read.issues();
    }
    try {
      ConversationChain.of(SMALL, read.orElseThrow());
      return List.of();
    } catch (InvalidBehaviourException e) {
      return e.problems().stream()
          .map(each -> new Issue(each.code().wireName(), each.pointer(), 1, each.explanation()))
          .toList();
    }
  }

  /** What the reader has against it, or else what is said when it is run. */
  private static List<Issue> issuesOfScenario(byte[] document) {
    Read<Scenario> read = Scenarios.read(document);
    if (read.isMalformed()) {
      return read.issues();
    }
    try {
      ProgrammeSimulation.of(read.orElseThrow(), TALKS, 1);
      return List.of();
    } catch (InvalidScenarioException e) {
      return Scenarios.issues(document, e.problems());
    }
  }

  /** What the reader has against the text; empty when it reads it. */
  static List<Issue> issues(String schema, String text) {
    return switch (schema) {
      case "behaviour" -> issuesOfBehaviour(text);
      case "transcript-mapping" -> StudyJson.readTranscriptMapping(text).issues();
      case "vector" -> issuesOfVectors(text);
      case "ledger-proof" -> issuesOf(InclusionProof.read(bytes(text)));
      case "ledger-seal" -> issuesOf(Seal.read(bytes(text)));
      case "scenario" -> issuesOfScenario(bytes(text));
      default -> throw new IllegalArgumentException(schema);
    };
  }

  /** Of what is read as a whole or not at all. */
  private static List<Issue> issuesOf(Optional<?> read) {
    return read.isPresent()
        ? List.of()
        : List.of(new Issue(IssueCode.ILL_FORMED.wireName(), "", 1, "It cannot be read."));
  }

  /** As the first line of a file that has one vector. */
  private static List<Issue> issuesOfVectors(String line) {
    try {
      return TestVectorsReader.read(new ByteArrayInputStream(bytes(line))).issues();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
