package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The log of a guide is written by one process, and ends with it when it cannot be written. */
class GuideLogIT {
  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void begin() {
    log = folder.resolve("log");
    assertThat(Run.on(Say.open("s-1"), "guide", "--log", log.toString()).status()).isZero();
  }

  /** A guide in a process of its own, without input. */
  private Run elsewhere() throws IOException, InterruptedException {
    Process process =
        Jar.command("guide", "--log", log.toString())
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private Run refused() {
    return new Run(2, "", log + ": another guide is writing this log\n");
  }

  @Test
  void stays_locked_after_it_was_replayed() throws Exception {
    Process process = Jar.start("guide", "--log", log.toString());
    try (BufferedWriter in = process.outputWriter(UTF_8);
        BufferedReader out = process.inputReader(UTF_8)) {
      in.write(Say.begin("s-1", "reach-out"));
      in.flush();
      assertThat(out.readLine()).contains("\"seq\":2");

      assertThat(elsewhere()).isEqualTo(refused());

      in.write(Say.begin("s-1", "invite-and-listen"));
      in.flush();
      assertThat(out.readLine()).contains("\"seq\":3");
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void stays_locked_after_a_second_guide_of_the_same_process_was_refused() throws Exception {
    try (LogFile file = LogFile.open(log, false)) {
      assertThat(file.length()).isPositive();
      assertThat(Run.on("", "guide", "--log", log.toString())).isEqualTo(refused());

      assertThat(elsewhere()).isEqualTo(refused());
    }

    assertThat(elsewhere()).isEqualTo(new Run(0, "", ""));
  }

  /** A limit of the shell stands for a disk that is full: a batch is written in part. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_was_written_in_part_is_not_answered_and_not_added_to() throws Exception {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 8; exec \"$@\"", "-"));
    words.addAll(
        Jar.command(List.of("-XX:-UsePerfData"), "guide", "--log", log.toString()).command());
    Process process = new ProcessBuilder(words).start();
    StringBuilder commands = new StringBuilder();
    for (int i = 2; i < 10; i++) {
      commands.append(Say.whole("s-" + i));
    }

    List<String> answers;
    try (BufferedWriter in = process.outputWriter(UTF_8);
        BufferedReader out = process.inputReader(UTF_8)) {
      in.write(Say.begin("s-1", "reach-out"));
      in.flush();
      answers = new ArrayList<>(List.of(out.readLine()));
      in.write(commands.toString());
      in.flush();
      out.lines().forEach(answers::add);
    }

    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
        .startsWith(log + ": File too large. Commands that have no answer may be recorded")
        .hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(answers).hasSize(1);
    assertThat(Files.readString(log)).doesNotEndWith("\n");
    Run after = elsewhere();
    assertThat(after.status()).isZero();
    assertThat(after.err()).contains("the last line breaks off and was removed").hasLineCount(1);
    assertThat(Files.readString(log)).endsWith("\n");
  }
}
