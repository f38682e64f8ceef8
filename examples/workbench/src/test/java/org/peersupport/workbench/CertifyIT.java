package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar makes vectors, and certifies itself. */
class CertifyIT {
  @TempDir private static Path made;
  private static File vectors;

  @TempDir Path folder;

  @BeforeAll
  static void makeVectors() throws Exception {
    vectors = made.resolve("guided.vectors").toFile();
    Process process =
        Jar.command("vectors", "kit-guided")
            .redirectOutput(vectors)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private static String[] certify(List<String> command) {
    List<String> words = new ArrayList<>(List.of("certify", "--vectors", vectors.toString(), "--"));
    words.addAll(command);
    return words.toArray(String[]::new);
  }

  @Test
  void guide_passes() throws Exception {
    Path document =
        Files.writeString(folder.resolve("guided.json"), Run.of("show", "kit-guided").out());
    List<String> guide = Jar.command("guide", document.toString()).command();
    Process process = Jar.start(certify(guide));

    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

    assertThat(process.waitFor()).isZero();
    JsonNode report = Run.json(lines.get(lines.size() - 1)).path("report");
    assertThat(report.path("verdict").asText()).isEqualTo("passed");
    assertThat(report.at("/results/passed").asInt()).isEqualTo(lines.size() - 1).isGreaterThan(100);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_it_drives_ends_with_it() throws Exception {
    Path pid = folder.resolve("pid");
    String script = "echo $$ > " + pid + "; exec sleep 600";
    Process process = Jar.start(certify(List.of("/bin/sh", "-c", script)));
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      Thread.sleep(10);
    }
    ProcessHandle subject =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

    process.destroy();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    subject.onExit().get(10, TimeUnit.SECONDS);
    assertThat(subject.isAlive()).isFalse();
  }
}
