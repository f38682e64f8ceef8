package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorsCommandTest {
  private static final String SMALL = "kit-precedences";

  @Test
  void writes_a_suite_and_tells_its_size() {
    Run run = Run.of("vectors", SMALL);

    assertThat(run.status()).isZero();
    List<JsonNode> lines = run.answers();
    JsonNode suite = lines.get(0).path("suite");
    assertThat(suite.path("protocol").asText()).isEqualTo("kit-precedences@1.0.0");
    assertThat(suite.path("states").asInt()).isEqualTo(17);
    assertThat(lines)
        .allMatch(line -> line.has("vector") && line.has("send") && line.has("expect"))
        .filteredOn(line -> line.has("covers"))
        .hasSize(suite.path("vectors").asInt());
    assertThat(run.err())
        .matches(
            "kit-precedences: 17 states and 11 inputs; \\d+ vectors, [\\d,]+ lines, \\d+ kB\n");
    assertThat(Run.of("vectors", SMALL).out()).isEqualTo(run.out());
  }

  @Test
  void more_states_take_more_vectors() {
    int lines = Run.of("vectors", SMALL).answers().size();

    Run extra = Run.of("vectors", SMALL, "--extra", "1");

    assertThat(extra.status()).isZero();
    assertThat(extra.answers()).hasSizeGreaterThan(2 * lines);
    assertThat(extra.answers().get(0).path("suite").path("extra").asInt()).isEqualTo(1);
  }

  @Test
  void writes_clauses_and_vectors_each_by_the_other() {
    Run run = Run.of("vectors", SMALL, "--clauses");

    assertThat(run.status()).isZero();
    for (JsonNode line : run.answers()) {
      for (JsonNode vector : line.path("vectors")) {
        assertThat(named(run, "vector", vector.asText()).path("clauses"))
            .contains(line.path("clause"));
      }
    }
    assertThat(named(run, "clause", "if-seq").path("vectors").get(0).asText())
        .isEqualTo("session/if-seq");
    JsonNode elsewhere = named(run, "clause", "template.exactly");
    assertThat(elsewhere.path("vectors")).isEmpty();
    assertThat(elsewhere.path("shownBy").asText()).isEqualTo("kit-counts");
    assertThat(named(run, "clause", "json.repeated-member").path("outside").asText()).isNotBlank();
  }

  private static JsonNode named(Run run, String member, String name) {
    return run.answers().stream()
        .filter(line -> line.path(member).asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kit-counts|--extra=-1|peersupport vectors: --extra is 0 or more",
        "kit-counts|--limit=0|peersupport vectors: --limit is 1 or more",
        "kit-counts|--limit=9|kit-counts: a suite for 67 states and 9 inputs has more than 9",
        "no-such|--extra=0|no-such: neither a protocol of the catalogue nor a file",
        "kit-counts@9|--extra=0|kit-counts@9: neither a protocol of the catalogue nor a file",
        "src/test/resources/broken/return-taken-away.json|--extra=0|src/test/resources/broken/",
      })
  void says_what_stands_in_the_way(String protocol, String option, String message) {
    Run run = Run.of("vectors", protocol, option);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).doesNotContain("Exception");
  }
}
