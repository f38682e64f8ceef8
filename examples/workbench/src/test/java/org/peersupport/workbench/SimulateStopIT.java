package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies that are told to end: a simulation prints what it has drawn so far. */
class SimulateStopIT {
  private static final String[] ENDLESS = {
    "simulate",
    "ama-six-elements",
    "--behaviour=plain",
    "--seed=7",
    "--trace=1",
    "--threads=2",
    "--sessions=1000000000000000"
  };

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void prints_the_first_sessions_as_partial(String signal, int status) throws Exception {
    assumeThat(signal.equals("INT") && isCtrlCIgnored()).isFalse();
    Process process = Jar.command(ENDLESS).redirectError(ProcessBuilder.Redirect.PIPE).start();
    try (BufferedReader err = process.errorReader(UTF_8);
        BufferedReader out = process.inputReader(UTF_8)) {
      // It listens for signals before it tells anything.
      assertThat(err.readLine()).startsWith("Conversation 0");
      Thread.sleep(1000);
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

      String printed = out.readLine();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(status);
      assertThat(out.readLine()).isNull();
      long sessions = Run.json(printed).at("/simulation/sessions").asLong();
      assertThat(sessions).isGreaterThanOrEqualTo(10_000);
      assertThat(printed).contains("\"partial\":true");
      assertThat(printed.replace("\"partial\":true", "\"partial\":false") + "\n")
          .isEqualTo(
              Run.of(
                      "simulate",
                      "ama-six-elements",
                      "--behaviour=plain",
                      "--seed=7",
                      "--sessions=" + sessions)
                  .out());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(120) // a process that does not hear Ctrl-C draws for ever
  void prints_what_was_drawn_on_a_terminal_that_shows_how_far_it_is(@TempDir Path folder)
      throws Exception {
    assumeThat(Path.of("/usr/bin/script")).exists();
    assumeThat(isCtrlCIgnored()).isFalse();
    List<String> command = new ArrayList<>(Jar.command(ENDLESS).command());
    command.remove("--trace=1");
    Process process =
        new ProcessBuilder(
                "/usr/bin/script",
                "-qec",
                String.join(" ", command),
                folder.resolve("screen").toString())
            .start();
    try (BufferedReader screen = process.inputReader(UTF_8)) {
      StringBuilder seen = new StringBuilder();
      while (seen.indexOf(" sessions (") < 0) {
        seen.append((char) screen.read());
      }
      process.getOutputStream().write(3); // Ctrl-C
      process.getOutputStream().flush();
      screen.lines().forEach(seen::append);

      assertThat(seen).contains("\"partial\":true");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void gives_up_a_log_that_is_not_whole(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log.ndjson");
    Process process =
        Jar.command(
                "simulate",
                "ama-six-elements",
                "--behaviour=plain",
                "--seed=7",
                "--sessions=300000",
                "--log=" + log)
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    try (BufferedReader err = process.errorReader(UTF_8);
        BufferedReader out = process.inputReader(UTF_8)) {
      // The log is begun when this is printed, and takes much longer.
      assertThat(out.readLine()).contains("\"sessions\":300000,\"partial\":false");
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
      assertThat(err.readLine())
          .isEqualTo(
              log
                  + ": was not written, because the command was stopped; a log is whole or not at all");
      assertThat(folder).isEmptyDirectory();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void an_analysis_that_is_stopped_says_so_in_one_line(@TempDir Path folder) throws Exception {
    List<String> resources = new ArrayList<>();
    List<String> choices = new ArrayList<>(List.of("'end:stopped':0.0001"));
    for (int i = 0; i < 9; i++) {
      resources.add("{'key':'r" + i + "','title':'R','consent':'required'}");
      choices.add("'offer:r%d':1,'accept:r%d':1,'lapse:r%d':1".formatted(i, i, i));
    }
    Path protocol =
        written(
            folder.resolve("many.json"),
            "{'format':'peersupport/protocol','version':1,'id':'many','release':'1.0.0','title':'M',"
                + "'source':'M','elements':[{'key':'talk','title':'T','purpose':'P',"
                + "'need':'required'}],'order':{'mode':'modular'},'resources':["
                + String.join(",", resources)
                + "]}");
    Path behaviour =
        written(
            folder.resolve("round.json"),
            "{'format':'peersupport/behaviour','version':1,'id':'round','start':{'begin:talk':1},"
                + "'otherwise':{"
                + String.join(",", choices)
                + "}}");
    Process process =
        Jar.command("analyse", protocol.toString(), "--behaviour=" + behaviour)
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    try (BufferedReader err = process.errorReader(UTF_8);
        BufferedReader out = process.inputReader(UTF_8)) {
      // Then it is at work, however slow the machine is; the work takes minutes.
      while (cpuSeconds(process) < 2) {
        Thread.sleep(100);
      }
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(err.readLine()).isEqualTo("peersupport: stopped before anything was worked out");
      assertThat(err.readLine()).isNull();
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  private static long cpuSeconds(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ofSeconds(2)).toSeconds();
  }

  private static Path written(Path file, String json) throws IOException {
    return Files.writeString(file, json.replace('\'', '"'));
  }

  /**
   * Ctrl-C is ignored, here and in what is started here, by a build that runs in the background.
   */
  private static boolean isCtrlCIgnored() throws IOException {
    Path self = Path.of("/proc/self/status");
    return Files.exists(self)
        && Files.readAllLines(self).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
