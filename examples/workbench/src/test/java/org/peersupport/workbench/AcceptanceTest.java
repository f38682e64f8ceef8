package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The conversations that say what the contract means, line by line. */
class AcceptanceTest {
  private static final Path CONVERSATIONS = Path.of("src/test/resources/acceptance");

  @TestFactory
  List<DynamicTest> guide_answers_as_the_contract_asks() throws IOException {
    try (Stream<Path> files = Files.list(CONVERSATIONS)) {
      return files
          .filter(file -> file.toString().endsWith(".ndjson"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)))
          .toList();
    }
  }

  private static void play(Path file) throws IOException {
    List<JsonNode> steps =
        Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(Run::json).toList();
    StringBuilder commands = new StringBuilder();
    steps.forEach(step -> commands.append(step.get("send")).append('\n'));

    Path own = file.resolveSibling(file.getFileName().toString().replace(".ndjson", ".json"));
    Run run =
        Files.exists(own)
            ? Run.on(commands.toString(), "guide", own.toString())
            : Run.on(commands.toString(), "guide");

    List<String> differences = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int line = i + 1;
      Expectation.differences(steps.get(i).get("expect"), run.answers().get(i))
          .forEach(difference -> differences.add("line " + line + ": " + difference));
    }
    assertThat(differences).isEmpty();
    assertThat(run.answers()).hasSameSizeAs(steps);
    assertThat(run.err()).isEmpty();
  }
}
