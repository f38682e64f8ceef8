package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Reasons;

class LogReaderTest {
  private static final String BEGUN =
      "{\"session\":\"s-1\",\"seq\":2,\"at\":\"2026-03-02T09:01:00Z\",\"by\":\"sup-1\","
          + "\"type\":\"element-begun\",\"element\":\"reach-out\"}";

  @TempDir Path folder;

  private static List<LogEntry> entries(LogReader log) throws IOException {
    List<LogEntry> entries = new ArrayList<>();
    try (log) {
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        entries.add(entry.get());
      }
    }
    return entries;
  }

  private static List<LogEntry> entries(String log) throws IOException {
    return entries(LogReader.of(new ByteArrayInputStream(log.getBytes(UTF_8))));
  }

  @Test
  void gives_each_event_with_its_line_and_passes_over_the_header_and_blank_lines()
      throws IOException {
    List<LogEntry> entries =
        entries(PeerSupportJson.logHeader() + "\n\n" + BEGUN + "\n \n" + BEGUN);

    assertThat(entries).hasSize(2).allMatch(entry -> entry instanceof LogEntry.Recorded);
    assertThat(entries).extracting(LogEntry::line).containsExactly(3, 5);
    LogEntry.Recorded first = (LogEntry.Recorded) entries.get(0);
    assertThat(PeerSupportJson.writeEvent(first.event(), Reasons.LEFT_OUT)).isEqualTo(BEGUN);
  }

  @Test
  void tells_the_session_of_a_broken_line_and_reads_on() throws IOException {
    List<LogEntry> entries =
        entries(BEGUN + "\n{\"session\":\"s-2\",\"seq\":\"two\"}\n{\"sess\n" + BEGUN);

    LogEntry.Broken broken = (LogEntry.Broken) entries.get(1);
    assertThat(broken.line()).isEqualTo(2);
    assertThat(broken.session()).contains("s-2");
    assertThat(broken.issues()).allMatch(issue -> issue.line() == 2).isNotEmpty();
    assertThat(((LogEntry.Broken) entries.get(2)).session()).isEmpty();
    assertThat(entries.get(3)).isInstanceOf(LogEntry.Recorded.class);
  }

  @Test
  void tells_the_session_also_of_a_line_that_breaks_off_but_no_text_that_is_no_id()
      throws IOException {
    List<LogEntry> entries =
        entries(
            """
            {"session":"s-2","seq":2,"at":"2026
            {"session":"s-3","seq":2,"seq":2}
            {"session":"Jane Doe called","seq":3}
            """);

    assertThat(entries)
        .extracting(entry -> ((LogEntry.Broken) entry).session())
        .containsExactly(Optional.of("s-2"), Optional.of("s-3"), Optional.empty());
  }

  @Test
  void a_header_later_on_is_no_event() throws IOException {
    List<LogEntry> entries = entries(BEGUN + "\n" + PeerSupportJson.logHeader());

    assertThat(entries.get(1)).isInstanceOf(LogEntry.Broken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'peersupport/log','version':2}|This is a log of version 2, and this release reads"
            + " version 1. Use the release that wrote it.",
        "{'format':'peersupport/log'}|The first line of this log names no version that is a whole"
            + " number; this release reads version 1.",
        "{'format':'peersupport/log','version':'1'}|The first line of this log names no version that"
            + " is a whole number; this release reads version 1.",
        "{'format':'of-jane-doe','version':1}|This is no log: its first line names another format"
            + " than peersupport/log."
      },
      quoteCharacter = '`')
  void nothing_is_read_after_a_header_of_another_format_or_version(String header, String says)
      throws IOException {
    String log = "\n" + header.replace('\'', '"') + "\n" + BEGUN;

    try (LogReader reader = LogReader.of(new ByteArrayInputStream(log.getBytes(UTF_8)))) {
      assertThatThrownBy(reader::next)
          .isInstanceOfSatisfying(
              LogHeaderException.class,
              e -> {
                assertThat(e.line()).isEqualTo(2);
                assertThat(e).hasMessage(says);
              });
    }
  }

  @Test
  void an_event_that_speaks_of_a_format_is_no_header() throws IOException {
    String event = BEGUN.replace("{", "{\"format\":\"of a later release\",");

    assertThat(entries(event)).singleElement().isInstanceOf(LogEntry.Recorded.class);
  }

  // --- a last line that breaks off

  @Test
  void a_last_line_that_breaks_off_is_torn_wherever_that_is() throws IOException {
    String before = PeerSupportJson.logHeader() + "\n" + BEGUN + "\n";
    for (int cut = 1; cut < BEGUN.length(); cut++) {
      List<LogEntry> entries = entries(before + BEGUN.substring(0, cut));

      assertThat(entries).hasSize(2);
      assertThat(entries.get(0)).isInstanceOf(LogEntry.Recorded.class);
      assertThat(entries.get(1)).isEqualTo(new LogEntry.Torn(3, before.length()));
    }
    assertThat(new LogEntry.Torn(3, 5).issue())
        .isEqualTo(
            new Issue(
                "log.torn",
                "",
                3,
                "The last line breaks off and was left out; the events before it stand."));
  }

  @Test
  void a_last_line_that_lacks_only_its_end_is_an_event_and_a_wrong_one_is_broken()
      throws IOException {
    assertThat(entries(BEGUN + "\n" + BEGUN).get(1)).isInstanceOf(LogEntry.Recorded.class);
    assertThat(entries(BEGUN + "\n{\"session\":\"s-1\"}").get(1))
        .isInstanceOf(LogEntry.Broken.class);
    assertThat(entries(BEGUN + "\n{\"sess\n").get(1)).isInstanceOf(LogEntry.Broken.class);
  }

  @Test
  void a_first_line_is_torn_only_if_it_is_the_beginning_of_a_header() throws IOException {
    String header = PeerSupportJson.logHeader();
    for (int cut = 1; cut < header.length(); cut++) {
      assertThat(entries(header.substring(0, cut))).containsExactly(new LogEntry.Torn(1, 0));
    }
    assertThat(entries(header)).isEmpty();
    assertThat(entries("my diary")).singleElement().isInstanceOf(LogEntry.Broken.class);
    assertThat(entries("{\"session\":\"s-1")).singleElement().isInstanceOf(LogEntry.Broken.class);
  }

  @Test
  void unpacks_a_file_by_its_name() throws IOException {
    Path packed = folder.resolve("log.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write((BEGUN + "\n").getBytes(UTF_8));
    }
    Path plain = Files.writeString(folder.resolve("log.ndjson"), BEGUN + "\n");

    assertThat(entries(LogReader.open(packed))).isEqualTo(entries(LogReader.open(plain)));
  }

  @Test
  void a_file_that_is_not_packed_as_its_name_says_cannot_be_opened() throws IOException {
    Path file = Files.writeString(folder.resolve("log.gz"), BEGUN);

    assertThatThrownBy(() -> LogReader.open(file)).isInstanceOf(ZipException.class);
  }

  @Test
  void a_line_without_end_is_too_large_and_takes_no_more_memory_than_an_event() throws IOException {
    byte[] many = new byte[1 << 16];
    java.util.Arrays.fill(many, (byte) 'x');
    InputStream in =
        new InputStream() {
          private long left = 3L * JsonLimits.EVENT_BYTES;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(Math.min(length, many.length), left);
            if (count <= 0) {
              return -1;
            }
            System.arraycopy(many, 0, into, from, count);
            left -= count;
            return count;
          }
        };

    List<LogEntry> entries = entries(LogReader.of(in));

    assertThat(entries).hasSize(1);
    assertThat(((LogEntry.Broken) entries.get(0)).issues().get(0).code())
        .isEqualTo(IssueCode.TOO_LARGE.wireName());
  }
}
