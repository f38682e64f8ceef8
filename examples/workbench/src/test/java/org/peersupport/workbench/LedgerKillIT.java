package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a ledger may be killed at any moment: the old one is there, or the new one. */
class LedgerKillIT {
  private static final int ROUNDS = 6;

  @TempDir Path folder;
  private final Random random = new Random(17);

  private Path ledger() {
    return folder.resolve("ledger");
  }

  /** A log of sessions, as guide records it. */
  private String log(String name, int sessions) throws IOException {
    Path log = folder.resolve("log-" + name);
    StringBuilder commands = new StringBuilder();
    for (int i = 0; i < sessions; i++) {
      commands.append(Say.whole(name + "-" + i));
    }
    Run.on(commands.toString(), "guide", "--log", log.toString());
    return Files.readString(log);
  }

  @Test
  void an_append_is_there_whole_or_not_at_all() throws Exception {
    String log = log("first", 200);
    assertThat(Run.on(log, "ledger", "append", ledger().toString()).status()).isZero();
    int lines = Files.readAllLines(ledger()).size();
    int killed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] before = Files.readAllBytes(ledger());
      Process process = Jar.start("ledger", "append", ledger().toString());
      Thread feeder = feeder(process, log("round-" + round, 200));
      waitFor(() -> Files.size(ledger()) > before.length || !process.isAlive());
      killed += kill(process, random.nextInt(200));
      feeder.join();
      boolean acknowledged =
          new String(process.getInputStream().readAllBytes(), UTF_8).endsWith("\n");

      Run mended = Run.on("", "ledger", "append", ledger().toString());

      assertThat(mended.status()).as(mended.err()).isZero();
      int now = Files.readAllLines(ledger()).size();
      assertThat(now).isIn(lines, lines + 2000);
      if (acknowledged) {
        assertThat(now).isEqualTo(lines + 2000);
      } else if (now == lines) {
        assertThat(ledger()).hasBinaryContent(before);
      }
      lines = now;
    }
    assertThat(killed).as("killed in the midst of it").isPositive();
    assertThat(Run.of("ledger", "verify", ledger().toString()).status()).isZero();
  }

  @Test
  void an_erasure_leaves_the_old_ledger_or_the_new_one() throws Exception {
    assertThat(Run.on(log("s", 400), "ledger", "append", ledger().toString()).status()).isZero();
    int killed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String session = "s-" + round;
      byte[] before = Files.readAllBytes(ledger());
      Process process = Jar.start("ledger", "erase", ledger().toString(), "--session", session);
      Path copy = folder.resolve("ledger.rewriting");
      waitFor(() -> Files.exists(copy) || !process.isAlive());
      killed += kill(process, random.nextInt(120));
      boolean acknowledged =
          new String(process.getInputStream().readAllBytes(), UTF_8).endsWith("\n");

      assertThat(Run.of("ledger", "verify", ledger().toString()).status()).isZero();
      boolean old = Arrays.equals(before, Files.readAllBytes(ledger()));
      assertThat(old).isEqualTo(Files.readString(ledger()).contains("\"" + session + "\""));
      assertThat(old && acknowledged).isFalse();
      assertThat(Run.on("", "ledger", "append", ledger().toString()).status()).isZero();
      assertThat(copy).doesNotExist();
    }
    assertThat(killed).as("killed in the midst of it").isPositive();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void waitFor(Condition condition) throws Exception {
    while (!condition.holds()) {
      Thread.sleep(1);
    }
  }

  /** Kills the process, and gives 1 if it was still at work. */
  private static int kill(Process process, int afterMillis) throws InterruptedException {
    boolean over = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    process.toHandle().destroyForcibly();
    process.waitFor();
    return over ? 0 : 1;
  }

  private static Thread feeder(Process process, String log) {
    Thread feeder =
        new Thread(
            () -> {
              try (var in = process.outputWriter(UTF_8)) {
                in.write(log);
              } catch (IOException e) {
                // The process is gone, as it should be.
              }
            });
    feeder.start();
    return feeder;
  }
}
