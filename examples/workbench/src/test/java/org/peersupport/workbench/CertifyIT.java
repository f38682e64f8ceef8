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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar makes vectors, and certifies itself. */
class CertifyIT {
  @TempDir Path folder;

  private File vectors() throws Exception {
    File vectors = folder.resolve("six.vectors").toFile();
    Process process =
        Jar.command("vectors", "ama-six-elements")
            .redirectOutput(vectors)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return vectors;
  }

  private static String[] certify(File vectors, List<String> command) {
    List<String> words = new ArrayList<>(List.of("certify", "--vectors", vectors.toString(), "--"));
    words.addAll(command);
    return words.toArray(String[]::new);
  }

  @Test
  void guide_passes() throws Exception {
    Process process = Jar.start(certify(vectors(), Jar.command("guide").command()));

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
    Process process = Jar.start(certify(vectors(), List.of("/bin/sh", "-c", script)));
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
