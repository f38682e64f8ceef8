package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarIT {

  @Test
  void prints_its_answer_and_nothing_else() throws Exception {
    Process process = Jar.command("catalogue").redirectErrorStream(true).start();

    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(printed).isEqualTo(Run.of("catalogue").out());
  }

  @Test
  void knows_its_release() throws Exception {
    Process process = Jar.start("--version");

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .matches("peersupport \\d+\\.\\d+\\.\\d+.*\n");
  }

  /** A process without standard input gets one of Java's own files in its place. */
  @Test
  void guides_nobody_without_standard_input() throws Exception {
    List<String> words = Jar.command("guide").command();
    String line = "'" + String.join("' '", words) + "' <&-";
    Process process = new ProcessBuilder("/bin/sh", "-c", line).start();

    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    String told = new String(process.getErrorStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(printed).isEmpty();
    assertThat(told)
        .isEqualTo("standard input: it is closed; give it something to read, such as </dev/null\n");
  }

  /** The reader of tables and the mappings are in the jar too. */
  @ParameterizedTest
  @CsvSource({"esconv.json, esconv-mhfa-algee", "annomi.csv, annomi-ama-six-elements"})
  void imports_corpora(String corpus, String mapping) throws Exception {
    String[] words = {
      "import-transcripts", "src/test/resources/transcripts/" + corpus, "--mapping", mapping
    };
    Process process = Jar.command(words).redirectErrorStream(true).start();

    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isZero();
    Run run = Run.of(words);
    assertThat(printed).isEqualTo(run.out() + run.err());
  }

  /** Eighty megabytes in a heap of thirty-two. */
  @Test
  void imports_a_corpus_that_is_larger_than_the_memory(@TempDir Path folder) throws Exception {
    Path corpus = folder.resolve("esconv.json");
    String conversation =
        "{\"dialog\":[{\"speaker\":\"supporter\",\"annotation\":{\"strategy\":\"Question\"},"
            + "\"content\":\"%s\"}]}".formatted("x".repeat(8_000));
    try (BufferedWriter out = Files.newBufferedWriter(corpus)) {
      for (int i = 0; i < 10_000; i++) {
        out.append(i == 0 ? "[" : ",\n").append(conversation);
      }
      out.append("]");
    }

    Process process =
        Jar.command(
                List.of("-Xmx32m"),
                "import-transcripts",
                corpus.toString(),
                "--mapping",
                "esconv-mhfa-algee")
            .start();

    assertThat(process.inputReader(UTF_8).lines()).hasSize(20_001);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void answers_each_line_before_it_asks_for_the_next() throws Exception {
    Process process = Jar.start("guide");

    try (BufferedWriter in = process.outputWriter(UTF_8);
        BufferedReader out = process.inputReader(UTF_8)) {
      for (String command : Say.whole("s-1").lines().toList()) {
        in.write(command + "\n");
        in.flush();
        assertThat(out.readLine()).startsWith("{\"session\":\"s-1\",\"outcome\":\"accepted\"");
      }
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void ends_quietly_when_nobody_reads_on() throws Exception {
    Process process = Jar.command("guide").redirectError(ProcessBuilder.Redirect.PIPE).start();

    try (Writer in = process.outputWriter(UTF_8)) {
      process.getInputStream().close();
      for (int i = 0; i < 2_000 && process.isAlive(); i++) {
        in.write(Say.whole("s-" + i));
        in.flush();
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("pipe");
    }

    assertThat(process.waitFor()).isLessThan(2);
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
  }
}
