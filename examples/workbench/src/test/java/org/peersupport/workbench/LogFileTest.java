package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there nobody can change a file that is locked")
class LogFileTest {
  private static final String NOTE = "note\n";

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("log");
  }

  private static void append(LogFile file, String text) throws IOException {
    file.append(text.getBytes(UTF_8));
  }

  @Test
  void never_overwrites_what_somebody_else_wrote() throws IOException {
    try (LogFile file = LogFile.open(path, false)) {
      append(file, "one\n");
      Files.writeString(path, NOTE, StandardOpenOption.APPEND);
      append(file, "two\n");
    }

    assertThat(path).hasContent("one\nnote\ntwo\n");
  }

  @Test
  void knows_how_long_it_is_after_it_was_written_and_truncated() throws IOException {
    try (LogFile file = LogFile.open(path, true)) {
      append(file, "one\ntwo\n");
      assertThatCode(() -> file.requireUnchanged("So.")).doesNotThrowAnyException();
      assertThat(file.length()).isEqualTo(8);

      file.truncate(4);
      append(file, "three\n");
      assertThatCode(() -> file.requireUnchanged("So.")).doesNotThrowAnyException();
    }

    assertThat(path).hasContent("one\nthree\n");
  }

  @Test
  void says_what_a_change_means() throws IOException {
    try (LogFile file = LogFile.open(path, false)) {
      append(file, "one\n");
      Files.delete(path);

      assertThatThrownBy(() -> file.requireUnchanged("So."))
          .isInstanceOf(BadInputException.class)
          .hasMessage(path + ": the log was removed or renamed; put it back. So.");
    }
  }

  @Test
  void tells_a_file_from_another_one_with_the_same_content() throws IOException {
    Files.writeString(path, NOTE);
    try (LogFile file = LogFile.open(path, false)) {
      Files.delete(path);
      Files.writeString(path, NOTE);

      assertThatThrownBy(() -> file.requireUnchanged("So."))
          .hasMessageStartingWith(path + ": another file is in the place of the log");
    }
  }

  @Test
  void cannot_be_opened_twice_under_any_name_until_it_is_closed() throws IOException {
    Path other = folder.resolve("other");
    try (LogFile file = LogFile.open(path, false)) {
      append(file, NOTE);
      Files.createLink(other, path);

      assertThatThrownBy(() -> LogFile.open(other, false))
          .hasMessage(other + ": another guide is writing this log");
    }

    assertThatCode(() -> LogFile.open(other, false).close()).doesNotThrowAnyException();
  }
}
