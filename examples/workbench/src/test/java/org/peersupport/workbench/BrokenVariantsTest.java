package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.peersupport.analysis.FindingKind;

/**
 * Protocols that somebody broke by mistake: what is wrong with each was written down from what its
 * rules mean, and {@code verify} finds that and nothing else.
 */
class BrokenVariantsTest {
  private static final Path BROKEN = Path.of("src/test/resources/broken");

  @TempDir Path folder;

  private static List<JsonNode> expectations() throws IOException {
    return Files.readAllLines(BROKEN.resolve("expected.ndjson")).stream().map(Run::json).toList();
  }

  @TestFactory
  List<DynamicTest> what_is_wrong_is_found() throws IOException {
    return expectations().stream()
        .map(each -> DynamicTest.dynamicTest(each.path("document").asText(), () -> check(each)))
        .toList();
  }

  private void check(JsonNode expectation) throws IOException {
    Path file = BROKEN.resolve(expectation.path("document").asText() + ".json");

    Run run = Run.of("verify", file.toString());

    assertThat(run.status()).isEqualTo(1);
    JsonNode findings = run.answers().get(0).path("findings");
    assertThat(told(findings))
        .containsExactlyInAnyOrderElementsOf(told(expectation.path("findings")));
    ObjectNode document = shown(file);
    for (JsonNode finding : findings) {
      assertThat(finding.path("explanation").asText()).isNotBlank();
      Confirmation.confirm(finding, document);
    }
  }

  /** Kind, what it is about, and the rules, a line each. */
  private static List<String> told(JsonNode findings) {
    List<String> told = new ArrayList<>();
    for (JsonNode finding : findings) {
      told.add(
          finding.path("kind").asText()
              + " "
              + finding.path("about").asText()
              + " "
              + Confirmation.texts(finding.path("rules")));
    }
    return told;
  }

  /** What show prints of the document, or of what can be built of it. */
  private ObjectNode shown(Path file) throws IOException {
    Run run = Run.of("show", file.toString());
    if (run.status() != 0) {
      ObjectNode buildable = (ObjectNode) Run.json(Files.readString(file));
      buildable.remove("examples");
      buildable.path("rules").forEach(rule -> ((ObjectNode) rule).put("strength", "advisory"));
      Path copy = Files.writeString(folder.resolve(file.getFileName()), buildable.toString());
      run = Run.of("show", copy.toString());
    }
    assertThat(run.err()).isEmpty();
    return (ObjectNode) run.answers().get(0);
  }

  @Test
  void they_are_many_and_of_every_kind() throws IOException {
    Set<String> documents = new TreeSet<>();
    List<String> kinds = new ArrayList<>();
    for (JsonNode expectation : expectations()) {
      documents.add(expectation.path("document").asText() + ".json");
      expectation.path("findings").forEach(each -> kinds.add(each.path("kind").asText()));
    }
    try (Stream<Path> files = Files.list(BROKEN)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(documents);
    }
    assertThat(documents).hasSizeGreaterThan(45);
    for (FindingKind kind : FindingKind.values()) {
      if (kind != FindingKind.BROKEN_PROPERTY) {
        assertThat(kinds.stream().filter(kind.wireName()::equals).count())
            .as(kind.wireName())
            .isGreaterThan(3);
      }
    }
  }
}
