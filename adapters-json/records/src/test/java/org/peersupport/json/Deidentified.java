package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.deidentification.Deidentification;
import org.peersupport.json.deidentification.DeidentificationReport;
import org.peersupport.json.deidentification.DeidentifiedLogs;
import org.peersupport.json.deidentification.LogProblem;
import org.peersupport.json.deidentification.RepeatableLog;
import org.peersupport.session.Event;

/**
 * What became of logs.
 *
 * @param text the log that was written
 * @param report the report
 * @param problems what was told while reading
 * @param printed everything of it that can be printed
 */
record Deidentified(
    String text, DeidentificationReport report, List<LogProblem> problems, String printed) {

  static Deidentified of(Deidentification settings, String... logs) {
    List<RepeatableLog> sources = new ArrayList<>();
    for (int i = 0; i < logs.length; i++) {
      sources.add(source("log-" + (i + 1), logs[i]));
    }
    List<LogProblem> problems = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LogWriter writer = LogWriter.of(out, Reasons.WRITTEN)) {
      DeidentifiedLogs read = settings.scan(sources, problems::add);
      read.writeTo(writer);
      writer.flush();
      String printed =
          String.join(
              "\n",
              settings.toString(),
              read.toString(),
              read.report().toString(),
              read.report().json(),
              read.report().sentences().toString(),
              problems.toString());
      return new Deidentified(out.toString(UTF_8), read.report(), problems, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RepeatableLog source(String name, String text) {
    return new RepeatableLog() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public LogReader open() {
        return LogReader.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
      }
    };
  }

  /** A log without a header, with the reasons of overrides. */
  static String log(List<Event> events) {
    StringBuilder log = new StringBuilder();
    for (Event event : events) {
      log.append(PeerSupportJson.writeEvent(event, Reasons.WRITTEN)).append('\n');
    }
    return log.toString();
  }

  List<Event> events() {
    return events(text);
  }

  /** The histories by session, in the order in which they were written. */
  Map<String, List<Event>> histories() {
    Map<String, List<Event>> histories = new LinkedHashMap<>();
    for (Event event : events()) {
      histories.computeIfAbsent(event.session(), id -> new ArrayList<>()).add(event);
    }
    return histories;
  }

  static List<Event> events(String text) {
    try (LogReader reader = source("", text).open()) {
      List<Event> events = new ArrayList<>();
      for (Optional<LogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        events.add(((LogEntry.Recorded) next.get()).event());
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
