package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a log treats a last line that breaks off, and a header, in the same way. */
class CutLogTest {
  private static final String SIX = "ama-six-elements";
  private static final String TORN =
      ":5: The last line breaks off and was left out; the events before it stand.";
  private static final String BROKEN_OFF =
      "{\"session\":\"s-1\",\"seq\":4,\"at\":\"2026-03-02T09:0";

  @TempDir Path folder;
  private String log;

  @BeforeEach
  void makeLog() throws IOException {
    log = folder.resolve("sessions.ndjson").toString();
    Run.on(
        Say.open("s-1") + Say.begin("s-1", "reach-out") + Say.begin("s-1", "invite-and-listen"),
        "guide",
        "--log",
        log);
    Run.of("deidentify", "--new-key", folder.resolve("key").toString());
  }

  private String text() throws IOException {
    return Files.readString(Path.of(log));
  }

  private void write(String text) throws IOException {
    Files.writeString(Path.of(log), text);
  }

  /** Runs a command over the log; what it says of its own work is left out. */
  private Run run(String command) throws IOException {
    return switch (command) {
      case "audit" -> Run.of("audit", log);
      case "audit -" -> Run.on(text(), "audit", "-");
      case "estimate" -> Run.of("estimate", SIX, log);
      case "diff" -> Run.of("diff", SIX, SIX, "--running", log);
      case "deidentify" -> Run.of("deidentify", log, "--key", folder.resolve("key").toString());
      case "ledger append" ->
          Run.on(text(), "ledger", "append", folder.resolve("ledger").toString(), "--new");
      case "guide" -> Run.of("guide", "--log", log);
      default -> throw new IllegalArgumentException(command);
    };
  }

  private String name(String command) {
    return switch (command) {
      case "audit -" -> "-";
      case "ledger append" -> "standard input";
      default -> log;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "audit -", "estimate", "diff", "deidentify", "ledger append"})
  void a_last_line_that_breaks_off_is_told_and_the_events_before_it_stand(String command)
      throws IOException {
    Run whole = run(command);
    Files.deleteIfExists(folder.resolve("ledger"));
    write(text() + BROKEN_OFF);

    Run cut = run(command);

    assertThat(cut.status()).isEqualTo(whole.status()).isZero();
    assertThat(cut.err().lines()).contains(name(command) + TORN);
    assertThat(cut.err()).doesNotContain("\"seq\"");
    assertThat(cut.out().replaceAll("\"(ledger|head)\":\"[^\"]*\"", ""))
        .isEqualTo(whole.out().replaceAll("\"(ledger|head)\":\"[^\"]*\"", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"audit", "audit -", "estimate", "diff", "deidentify", "ledger append", "guide"})
  void a_last_line_that_lacks_only_its_end_is_an_event(String command) throws IOException {
    write(text().stripTrailing());

    Run run = run(command);

    assertThat(run.status()).isZero();
    assertThat(run.err()).doesNotContain("breaks off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"audit", "audit -", "estimate", "diff", "deidentify", "ledger append", "guide"})
  void a_header_of_another_format_or_version_is_one_line_and_bad_input(String command)
      throws IOException {
    String events = text().substring(text().indexOf('\n'));
    List<String> told = new ArrayList<>();
    for (String header :
        List.of(
            "{\"format\":\"peersupport/log\",\"version\":2}",
            "{\"format\":\"marked-secret\",\"version\":1}")) {
      write(header + events);
      Run run = run(command);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      told.addAll(run.err().lines().toList());
      assertThat(text()).isEqualTo(header + events);
    }

    assertThat(told)
        .containsExactly(
            name(command)
                + ":1: This is a log of version 2, and this release reads version 1. Use the release"
                + " that wrote it.",
            name(command)
                + ":1: This is no log: its first line names another format than peersupport/log.");
  }

  @Test
  void a_log_in_the_middle_may_break_off_where_the_next_goes_on() throws IOException {
    String next =
        "{\"session\":\"s-1\",\"seq\":4,\"at\":\"2026-03-02T09:05:00Z\",\"by\":\"peer-1\",\"type\":"
            + "\"session-ended\",\"reason\":\"stopped\"}\n";
    String second = Files.writeString(folder.resolve("second"), next).toString();
    write(text() + BROKEN_OFF);

    Run run = Run.of("audit", log, second);

    assertThat(run.status()).isZero();
    assertThat(run.err().lines()).first().isEqualTo(log + TORN);
    assertThat(run.answers().get(0).path("status").asText()).isEqualTo("ended");
  }
}
