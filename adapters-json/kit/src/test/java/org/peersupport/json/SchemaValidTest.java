package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.analysis.Difference;
import org.peersupport.analysis.Matching;
import org.peersupport.analysis.Verification;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.ledger.InclusionProof;
import org.peersupport.json.ledger.LedgerKeys;
import org.peersupport.json.ledger.Seal;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.json.studies.TranscriptMapping;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/** What is in order, or written by the other modules, is valid. */
class SchemaValidTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final Path WORKBENCH = Path.of("../../examples/workbench/src/test/resources");

  private static void assertValid(String schema, String document) {
    assertThat(Validator.errors(schema, document)).as(document).isEmpty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The conversations that say what the contract means, and what this library answers to them. */
  @TestFactory
  List<DynamicTest> every_line_of_the_acceptance_conversations_is_valid() throws IOException {
    return files(WORKBENCH.resolve("acceptance"), ".ndjson").stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)))
        .toList();
  }

  private static void play(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    SessionDesk desk = new SessionDesk(known(file), events::add);
    for (String line : Files.readAllLines(file)) {
      JsonNode step = PLAIN.readTree(line);
      String sent = step.path("send").toString();
      String outcome = desk.answer(sent, 1).line();
      assertThat(PLAIN.readTree(outcome).path("outcome"))
          .isEqualTo(step.path("expect").path("outcome"));
      if (!step.path("expect").path("outcome").asText().equals("malformed")) {
        assertValid("command", sent);
      }
      assertValid("outcome", outcome);
    }
    for (Event event : events) {
      assertValid("log-line", PeerSupportJson.writeEvent(event, Reasons.LEFT_OUT));
    }
  }

  /** The protocols that ship, or the one that lies beside the conversation. */
  private static Function<String, Optional<Protocol>> known(Path conversation) throws IOException {
    Path own =
        conversation.resolveSibling(
            conversation.getFileName().toString().replace(".ndjson", ".json"));
    if (!Files.exists(own)) {
      return Variants::find;
    }
    Protocol protocol = PeerSupportJson.readProtocol(Files.readString(own)).orElseThrow();
    return name -> Optional.of(protocol).filter(each -> each.id().equals(name));
  }

  @Test
  void the_answers_of_the_command_line_are_valid() throws IOException {
    for (String outcome : Files.readAllLines(WORKBENCH.resolve("golden/guide.ndjson"))) {
      assertValid("outcome", outcome);
    }
    assertValid("log-line", PeerSupportJson.logHeader());
  }

  @Test
  void what_an_audit_prints_is_valid() throws IOException {
    List<String> lines = Files.readAllLines(WORKBENCH.resolve("golden/audit.ndjson"));
    assertThat(lines).hasSizeGreaterThan(10);
    lines.forEach(line -> assertValid("audit", line));
    assertValid("audit", AuditSamples.SESSION);
    assertValid("audit", AuditSamples.SUMMARY);
  }

  @Test
  void ledgers_their_proofs_and_their_seals_are_valid(@TempDir Path folder) throws IOException {
    KeyPair keys = LedgerKeys.generate(new SecureRandom());
    Instant at = Instant.parse("2026-03-02T12:00:00Z");
    for (Path golden : files(Path.of("../records/src/test/resources/golden/ledgers"), ".ndjson")) {
      List<String> lines = Files.readAllLines(golden);
      assertThat(lines).hasSizeGreaterThan(8);
      lines.forEach(line -> assertValid("ledger-line", line));
      Path ledger = Files.copy(golden, folder.resolve(golden.getFileName()));
      Seal seal = Seal.of(ledger, at, keys.getPrivate(), keys.getPublic());
      assertValid("ledger-seal", seal.toJson());
      for (int line = 1; line <= lines.size(); line++) {
        Set<String> open = new HashSet<>();
        PLAIN.readTree(lines.get(line - 1)).path("open").fieldNames().forEachRemaining(open::add);
        assertValid("ledger-proof", InclusionProof.of(ledger, line, Set.of()).toJson());
        assertValid("ledger-proof", InclusionProof.of(ledger, line, open, seal).toJson());
      }
    }
    LedgerSamples.LINES.forEach(line -> assertValid("ledger-line", line));
  }

  @Test
  void every_mapping_that_ships_is_valid_and_fits_its_protocol() throws IOException {
    List<Path> mappings =
        files(
            Path.of("../../examples/workbench/src/main/resources/org/peersupport/workbench"),
            ".json");
    assertThat(mappings).hasSize(4);
    for (Path file : mappings) {
      assertValid("transcript-mapping", Files.readString(file));
      TranscriptMapping mapping =
          StudyJson.readTranscriptMapping(Files.readString(file)).orElseThrow();
      assertThat(mapping.id() + ".json").isEqualTo(file.getFileName().toString());
      assertThat(mapping.problems(Variants.find(mapping.protocol()).orElseThrow())).isEmpty();
    }
  }

  @Test
  void documents_that_extend_another_are_valid() throws IOException {
    List<Path> documents = files(WORKBENCH.resolve("broken"), ".json");
    assertThat(documents).hasSizeGreaterThan(20);
    for (Path document : documents) {
      assertValid("protocol", Files.readString(document));
    }
    assertValid("protocol", WireReaders.VARIANT);
    assertValid("protocol", WireReaders.PROTOCOL);
  }

  @Test
  void what_is_found_out_about_protocols_is_valid() {
    Protocol first = PeerSupportJson.readProtocol(WireReaders.PROTOCOL).orElseThrow();
    Protocol second = Variants.find("mhfa-algee").orElseThrow();
    for (Protocol protocol : List.of(first, second)) {
      assertValid("verification", StudyJson.writeVerification(Verification.of(protocol)));
    }
    assertValid(
        "difference",
        StudyJson.writeDifference(Difference.between(first, second, Matching.byKey())));
    assertValid(
        "difference",
        StudyJson.writeDifference(Difference.between(first, first, Matching.byKey())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'b','start':{'close':1}}",
        "{'format':'peersupport/behaviour','version':1,'id':'ama-usual','start':{'begin:reach-out':1.0},"
            + "'after':{'begin:reach-out':{'begin:invite-and-listen':0.9,'end:declined':0.1}},"
            + "'otherwise':{'close':1.0},"
            + "'durations':{'begin:invite-and-listen':{'median':'PT8M','sigma':0.5}},'x-own':7}"
      })
  void a_behaviour_is_valid(String document) {
    assertValid("behaviour", Json.of(document));
  }
}
