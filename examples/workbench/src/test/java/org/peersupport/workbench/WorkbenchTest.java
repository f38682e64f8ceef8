package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbenchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "analyse",
        "audit",
        "catalogue",
        "certify",
        "compare",
        "deidentify",
        "diff",
        "draw",
        "estimate",
        "guide",
        "import",
        "import-transcripts",
        "ledger",
        "show",
        "simulate",
        "simulate-programme",
        "vectors",
        "verify"
      })
  void explains_itself(String command) throws IOException {
    Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Exit status:");
    Golden.assertSame("help" + (command.isEmpty() ? "" : "-" + command) + ".txt", run.out());
  }

  @Test
  void says_which_release_it_is() {
    assertThat(Run.of("--version").out()).startsWith("peersupport ");
    assertThat(Run.of("guide", "--version").out()).startsWith("peersupport ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gide x",
        "--frobnicate",
        "show",
        "show ama-six-elements twice",
        "catalogue --txt",
        "guide --log",
        "guide --sync",
        "guide --lgo x"
      })
  void answers_bad_usage_with_one_clear_line(String arguments) {
    Run run = Run.of(Pattern.compile(" ").splitAsStream(arguments).toArray(String[]::new));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("peersupport").contains("--help'");
  }

  @Test
  void asks_for_a_command() {
    assertThat(Run.of())
        .isEqualTo(new Run(2, "", "peersupport: Which command? 'peersupport --help' explains.\n"));
  }

  @Test
  void ends_quietly_when_its_reader_has_left() {
    Run run = into("Broken pipe");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void says_so_when_its_results_cannot_be_written() {
    Run run = into("No space left on device");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("peersupport: standard output: No space left on device\n");
  }

  private static Run into(String failure) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(InputStream.nullInputStream(), broken, err);
    int status = new Workbench(console).run("catalogue");
    return new Run(status, "", err.toString(UTF_8));
  }
}
