package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.internal.Lines;
import org.peersupport.json.internal.PlainEvents;
import org.peersupport.session.Event;

/** Whatever a log says, it is read or told what is wrong. */
class LogFuzzTest {
  /** As many bytes as a repeated one stands for in {@link #lines}: some are over a line's limit. */
  private static final int RUN = 70_001;

  private static final int LONGEST = 4_000_000;

  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = MINUTES)
  void log(byte[] log) {
    Bounds.hold(
        () -> {
          List<LogEntry> entries;
          try {
            entries = entries(LogReader.of(new ByteArrayInputStream(log)));
          } catch (LogHeaderException documented) {
            assertThat(documented.line()).isPositive();
            return;
          }
          assertThat(entries).isEqualTo(carefully(log));
          entries.forEach(LogFuzzTest::survivesWriting);
          assertThat(entries(LogReader.of(new ByteArrayInputStream(packed(log)), "log.gz")))
              .isEqualTo(entries);
          CorrectionReader.read(new ByteArrayInputStream(log), "log", correction -> {});
          readAsPacked(log);
        });
  }

  private static List<LogEntry> entries(LogReader log) throws IOException {
    List<LogEntry> entries = new ArrayList<>();
    try (log) {
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        entries.add(entry.get());
      }
    }
    return entries;
  }

  /** What the log says when each line is read by itself and with a JSON parser. */
  private static List<LogEntry> carefully(byte[] log) throws IOException {
    List<LogEntry> entries = new ArrayList<>();
    int number = 0;
    int from = 0;
    boolean first = true;
    while (from < log.length) {
      int start = from;
      int to = from;
      while (to < log.length && log[to] != '\n') {
        to++;
      }
      byte[] line = Arrays.copyOfRange(log, from, to);
      number++;
      from = to + 1;
      if (new String(line, UTF_8).matches("[ \t\r]*")) {
        continue;
      }
      String text = new String(line, UTF_8);
      if (!first || PeerSupportJson.logVersion(text).isEmpty()) {
        LogEntry entry = entry(line, number);
        boolean torn =
            to == log.length
                && entry instanceof LogEntry.Broken broken
                && (first ? PeerSupportJson.logHeader().startsWith(text) : isNoJson(broken));
        entries.add(torn ? new LogEntry.Torn(number, start) : entry);
      }
      first = false;
    }
    return entries;
  }

  private static boolean isNoJson(LogEntry.Broken broken) {
    return broken.issues().stream().anyMatch(issue -> issue.code().equals("json.not-json"));
  }

  private static LogEntry entry(byte[] line, int number) throws IOException {
    Read<Event> read = PeerSupportJson.readEvent(line, number);
    if (!read.isMalformed()) {
      findsCorrection(line, read.orElseThrow());
      return new LogEntry.Recorded(number, read.orElseThrow());
    }
    assertThat(read.issues())
        .allMatch(issue -> issue.line() == number && !issue.explanation().isBlank());
    return new LogEntry.Broken(number, Lines.session(line), read.issues());
  }

  /** What is written of an event is the same event to both readers, if the quick one takes it. */
  private static void survivesWriting(LogEntry entry) {
    if (entry instanceof LogEntry.Recorded recorded) {
      byte[] line = PeerSupportJson.writeEventBytes(recorded.event(), Reasons.WRITTEN);
      assertThat(PeerSupportJson.readEvent(line, 1)).isEqualTo(new Read.Value<>(recorded.event()));
      Event quick = new PlainEvents().read(line, 0, line.length);
      assertThat(quick).isIn(null, recorded.event());
    }
  }

  private static void findsCorrection(byte[] line, Event event) throws IOException {
    if (event instanceof Event.EventCorrected corrected) {
      List<Event.EventCorrected> found = new ArrayList<>();
      CorrectionReader.read(new ByteArrayInputStream(line), "log", found::add);
      assertThat(found).containsExactly(corrected);
    }
  }

  private static byte[] packed(byte[] log) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(log);
    }
    return packed.toByteArray();
  }

  /** Few texts are packed, and the others are the stream's fault; nothing else may come of it. */
  private static void readAsPacked(byte[] log) {
    try {
      entries(LogReader.of(new ByteArrayInputStream(log), "log.gz"));
    } catch (IOException documented) {
      assertThat(documented).isNotNull();
    }
  }

  /**
   * Each byte stands for itself, or from 0xE0 on for a run of the one before; the low bits of the
   * first say how many bytes come at a time.
   */
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = MINUTES)
  void lines(byte[] program) {
    byte[] text = text(program);
    Bounds.hold(
        () -> {
          LineReader lines = LineReader.ofCommands(dripping(text, program));
          int number = 0;
          int from = 0;
          while (from < text.length) {
            int to = from;
            while (to < text.length && text[to] != '\n') {
              to++;
            }
            number++;
            assertThat(lines.next()).isTrue();
            assertThat(lines.number()).isEqualTo(number);
            assertThat(lines.offset()).isEqualTo(from);
            assertThat(lines.isTerminated()).isEqualTo(to < text.length);
            int kept = Math.min(to, from + JsonLimits.LINE_BYTES + 1);
            boolean same = Arrays.equals(lines.line(), 0, lines.line().length, text, from, kept);
            assertThat(same).as("line %d", number).isTrue();
            from = to + 1;
          }
          assertThat(lines.next()).isFalse();
          assertThat(lines.next()).isFalse();
          assertThat(lines.hasAnother()).isFalse();
        });
  }

  private static byte[] text(byte[] program) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < program.length && text.size() < LONGEST; i++) {
      int b = program[i] & 0xFF;
      if (b < 0xE0) {
        text.write(b);
      } else {
        byte[] run = new byte[RUN * (b - 0xDF)];
        byte repeated = i == 0 || program[i - 1] == '\n' ? (byte) 'x' : program[i - 1];
        Arrays.fill(run, repeated);
        text.writeBytes(run);
      }
    }
    return text.toByteArray();
  }

  private static InputStream dripping(byte[] text, byte[] program) {
    int most = program.length == 0 || (program[0] & 3) != 0 ? Integer.MAX_VALUE : 1 + program[0];
    return new ByteArrayInputStream(text) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, Math.max(1, most)));
      }
    };
  }
}
