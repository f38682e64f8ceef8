package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guide that is killed at any moment has lost nothing that it has answered. */
class KillIT {
  private static final int ROUNDS = 8;

  @TempDir Path folder;
  private final Random random = new Random(11);
  private final List<JsonNode> answered = new ArrayList<>();

  @Test
  void every_answered_event_is_in_the_log() throws Exception {
    Path log = folder.resolve("log");
    for (int round = 0; round < ROUNDS; round++) {
      guideUntilKilled(log, round);
    }

    Run replayed = Run.on("", "guide", "--log", log.toString());
    assertThat(replayed.status()).as(replayed.err()).isZero();

    Set<JsonNode> logged = new HashSet<>();
    Files.readAllLines(log).stream().skip(1).map(Run::json).forEach(logged::add);
    assertThat(answered).hasSizeGreaterThan(ROUNDS);
    assertThat(logged).containsAll(answered);
  }

  private void guideUntilKilled(Path log, int round) throws Exception {
    Process process = Jar.start("guide", "--log", log.toString());
    Thread feeder = new Thread(() -> feed(process, round));
    try (BufferedReader out = process.inputReader(UTF_8)) {
      feeder.start();
      takeIn(out.readLine());
      Thread killer = new Thread(() -> kill(process, random.nextInt(150)));
      killer.start();
      String line = out.readLine();
      while (line != null) {
        takeIn(line);
        line = out.readLine();
      }
      killer.join();
    }
    feeder.join();
    assertThat(process.waitFor()).as("killed").isGreaterThan(2);
  }

  /** Takes in a whole answer; one that was cut off was never given. */
  private void takeIn(String line) {
    assertThat(line).as("an answer").isNotNull();
    if (line.endsWith("}")) {
      try {
        Run.json(line).path("events").forEach(answered::add);
      } catch (UncheckedIOException e) {
        assertThat(e).hasMessageContaining("end-of-input");
      }
    }
  }

  private static void feed(Process process, int round) {
    try (Writer in = process.outputWriter(UTF_8)) {
      for (int i = 0; process.isAlive(); i++) {
        in.write(Say.whole("s-" + round + "-" + i) + Say.correct("s-" + round + "-" + i, 10));
        in.flush();
      }
    } catch (IOException e) {
      // The process is gone, as it should be.
    }
  }

  private static void kill(Process process, int afterMillis) {
    try {
      Thread.sleep(afterMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.toHandle().destroyForcibly(); // unlike the process's own, leaves the pipe to be read
  }
}
