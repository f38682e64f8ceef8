package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With half a gigabyte there is an answer, or a message that says why there is none. */
class VerifyIT {
  /** The one that the benchmarks measure. */
  private static final Path FORTY_RULES =
      Path.of("../benchmarks/src/main/resources/org/peersupport/benchmarks/forty-rules.json");

  private static final List<String> HALF_A_GIGABYTE = List.of("-Xmx512m");

  @TempDir Path folder;

  private record Ended(int status, String out, String err) {}

  private Ended verify(Path document) throws IOException, InterruptedException {
    Path err = folder.resolve("err.txt");
    Process process =
        Jar.command(HALF_A_GIGABYTE, "verify", document.toString())
            .redirectError(Redirect.to(err.toFile()))
            .start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  @Test
  void forty_rules_over_thirty_five_activities() throws Exception {
    Ended ended = verify(FORTY_RULES);

    // As in the default protocol, a worry binds nobody after the end.
    assertThat(ended.out())
        .startsWith("{\"findings\":[{\"kind\":\"concern-unanswered\",")
        .endsWith("\"about\":\"concern:elevated\"}],\"states\":16578}\n")
        .containsOnlyOnce("\"kind\":");
    assertThat(ended.status()).isOne();
  }

  @Test
  void stops_at_too_many_states_with_a_clear_message() throws Exception {
    StringBuilder rules = new StringBuilder();
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      String element =
          "{\"key\":\"e%d\",\"title\":\"T\",\"purpose\":\"P\",\"need\":\"optional\",\"repeatable\":true}";
      elements.append(i == 0 ? "" : ",").append(element.formatted(i));
      String rule = "{\"id\":\"r%d\",\"template\":\"exactly\",\"a\":[\"begin:e%d\"],\"count\":99}";
      rules.append(i == 0 ? "" : ",").append(rule.formatted(i, i));
    }
    Path document =
        Files.writeString(
            folder.resolve("p.json"),
            "{\"format\":\"peersupport/protocol\",\"version\":1,\"id\":\"p\",\"release\":\"1\","
                + "\"title\":\"T\",\"source\":\"S\",\"elements\":["
                + elements
                + "],\"rules\":["
                + rules
                + "]}");

    Ended ended = verify(document);

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("more than 1000000 joint states")
        .doesNotContain("OutOfMemory", "Exception");
  }
}
