package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.Variants;

class DrawCommandTest {
  @TempDir Path folder;

  private static List<String> ids() {
    return Variants.ids();
  }

  private static void assertGolden(String id, String format, String ending) throws IOException {
    Run run = Run.of("draw", id, "--format", format);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Golden.assertSame("draw/" + id + ending, run.out());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void draws_every_shipped_protocol_as_mermaid(String id) throws IOException {
    assertGolden(id, "mermaid", ".mmd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ama-six-elements", "nctsn-pfa-eight", "stress-first-aid-seven-c"})
  void draws_protocols_for_graphviz(String id) throws IOException {
    assertGolden(id, "dot", ".dot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ama-six-elements", "rise", "stress-first-aid-seven-c"})
  void draws_protocols_for_browsers(String id) throws IOException {
    assertGolden(id, "svg", ".svg");
  }

  @Test
  void draws_a_document_as_it_draws_the_same_shipped_one() throws IOException {
    Path file =
        Files.writeString(folder.resolve("p.json"), Run.of("show", "ama-six-elements").out());

    assertThat(Run.of("draw", file.toString(), "--format", "svg"))
        .isEqualTo(Run.of("draw", "ama-six-elements", "--format", "svg"));
  }

  @ParameterizedTest
  @CsvSource({
    "draw ama-six-elements, Missing required option",
    "draw ama-six-elements --format png, --format is mermaid",
    "draw ama-six-elements --format SVG, --format is mermaid",
    "draw --format svg, Missing required parameter",
    "draw six-elements --format svg, neither a protocol of the catalogue nor a file"
  })
  void says_in_one_line_what_it_cannot_do(String arguments, String why) {
    Run run = Run.of(arguments.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(why);
  }
}
