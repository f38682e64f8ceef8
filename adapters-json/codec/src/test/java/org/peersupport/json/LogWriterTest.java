package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;

class LogWriterTest {
  @TempDir Path folder;

  private static List<Event> read(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    try (LogReader log = LogReader.open(file)) {
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        events.add(((LogEntry.Recorded) entry.get()).event());
      }
    }
    return events;
  }

  private static Path write(Path file, List<Event> events) throws IOException {
    try (LogWriter log = LogWriter.create(file, Reasons.WRITTEN)) {
      for (Event event : events) {
        log.write(event);
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"log.ndjson", "log.ndjson.gz"})
  void what_is_written_is_read_again(String name) throws IOException {
    Path file = write(folder.resolve(name), Samples.events());

    assertThat(read(file)).isEqualTo(Samples.events());
  }

  @Test
  void the_header_comes_first_even_when_nothing_follows() throws IOException {
    assertThat(write(folder.resolve("empty"), List.of()))
        .hasContent(PeerSupportJson.logHeader() + "\n");
    assertThat(read(write(folder.resolve("empty.gz"), List.of()))).isEmpty();
  }

  @Test
  void equal_events_give_equal_bytes_packed_too() throws IOException {
    Path one = write(folder.resolve("one.gz"), Samples.events());
    Path other = write(folder.resolve("other.gz"), Samples.events());

    assertThat(Files.readAllBytes(one)).startsWith(0x1f, 0x8b).isEqualTo(Files.readAllBytes(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"log.ndjson", "log.ndjson.gz"})
  void what_was_flushed_is_there_before_the_end(String name) throws IOException {
    Path file = folder.resolve(name);
    try (LogWriter log = LogWriter.create(file, Reasons.LEFT_OUT)) {
      Event event = Samples.events().get(0);
      log.write(event);
      log.flush();

      try (LogReader reader = LogReader.open(file)) {
        assertThat(reader.next().map(entry -> ((LogEntry.Recorded) entry).event())).contains(event);
      }
    }
  }

  @Test
  void reasons_are_written_only_when_asked_for() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LogWriter log = LogWriter.of(out, Reasons.LEFT_OUT)) {
      for (Event event : Samples.events()) {
        log.write(event);
      }
    }

    assertThat(out.toString(UTF_8)).doesNotContain("The phone rang.").contains("deviations");
  }

  @Test
  void an_existing_file_is_left_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "a record");

    assertThatThrownBy(() -> LogWriter.create(file, Reasons.LEFT_OUT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("a record");
  }

  @Test
  void an_event_that_nobody_could_read_again_is_not_written() throws IOException {
    OverrideReason longest = OverrideReason.of("x".repeat(ConfidentialText.LONGEST));
    Event tooLong =
        new Event.SessionPaused(
            "s-1",
            2,
            Instant.EPOCH,
            "sup-1",
            Metadata.NONE,
            Collections.nCopies(200, Deviation.overriding("rule", longest)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LogWriter log = LogWriter.of(out, Reasons.WRITTEN)) {
      assertThatThrownBy(() -> log.write(tooLong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("16000000 bytes");
    }

    assertThat(out.toString(UTF_8)).isEqualTo(PeerSupportJson.logHeader() + "\n");
  }

  @Test
  void a_stream_that_takes_no_more_is_told_by_its_own_exception() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(
            () -> {
              try (LogWriter log = LogWriter.of(full, Reasons.LEFT_OUT)) {
                log.write(Samples.events().get(0));
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void memory_stays_constant_however_long_the_log_is() throws IOException {
    long[] written = {0};
    long[] most = {0};
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            written[0] += length;
            most[0] = Math.max(most[0], length);
          }
        };
    try (LogWriter log = LogWriter.of(out, Reasons.LEFT_OUT)) {
      for (int i = 0; i < 100_000; i++) {
        log.write(Samples.events().get(1));
      }
    }

    assertThat(written[0]).isGreaterThan(10_000_000);
    assertThat(most[0]).isLessThanOrEqualTo(1 << 16);
  }
}
