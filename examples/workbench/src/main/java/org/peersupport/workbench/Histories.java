package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;

/**
 * The unfinished sessions of logs that run under one protocol, each with its events. Most sessions
 * of a log are over, so their events are dropped as soon as they are; those of a session that went
 * on because its end was corrected are read once more.
 */
final class Histories {
  /** A session so far; of one that is of no interest only the place of its last event is kept. */
  private static final class TrackedSession {
    private int seq;
    private boolean foreign;
    private boolean over;
    private boolean reopened;
    private List<Event> events = new ArrayList<>();

    void add(Event event) {
      seq++;
      over |= event instanceof Event.SessionClosed || event instanceof Event.SessionEnded;
      reopened |= over && !foreign && event instanceof Event.EventCorrected;
      if (over || foreign) {
        events = List.of();
      } else {
        events.add(event);
      }
    }

    /** It runs under another protocol. */
    void leave() {
      foreign = true;
      events = List.of();
    }

    boolean isUnfinished() {
      return !events.isEmpty()
          && HistoryReview.effective(events).stream()
              .noneMatch(
                  event ->
                      event instanceof Event.SessionClosed || event instanceof Event.SessionEnded);
    }
  }

  private final String protocol;
  private final Console console;
  private final Map<String, TrackedSession> tracks = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();

  private Histories(String protocol, Console console) {
    this.protocol = protocol;
    this.console = console;
  }

  /**
   * The unfinished sessions that run under a protocol, in the order in which they were opened. That
   * there are some under other protocols is told once for each of these.
   *
   * @throws BadInputException if a log cannot be read, with the file and the line
   */
  static Map<String, List<Event>> unfinished(
      List<String> logs, Protocol protocol, Console console) {
    Histories read = new Histories(protocol.reference(), console);
    for (String log : logs) {
      read.each(log, entry -> read.add(log, entry));
    }
    read.again(logs);
    read.others.forEach(
        other ->
            console.tell("sessions under " + other + " are left out; name it as P to judge them"));
    Map<String, List<Event>> unfinished = new LinkedHashMap<>();
    read.tracks.forEach(
        (session, track) -> {
          if (track.isUnfinished() && !HistoryReview.isVoided(protocol, track.events)) {
            unfinished.put(session, track.events);
          }
        });
    return unfinished;
  }

  private void each(String log, Consumer<LogEntry> use) {
    Path file = TextFiles.path(log);
    FileKind.expectLog(log, file);
    try (LogReader reader = LogReader.open(file)) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        use.accept(entry.get());
      }
    } catch (IOException e) {
      throw BadInputException.of(log, e);
    }
  }

  /** Reads the events of those sessions that may have gone on after their end. */
  private void again(List<String> logs) {
    Map<String, List<Event>> whole = new HashMap<>();
    tracks.forEach(
        (session, track) -> {
          if (track.reopened) {
            track.events = new ArrayList<>();
            whole.put(session, track.events);
          }
        });
    for (String log : whole.isEmpty() ? List.<String>of() : logs) {
      each(
          log,
          entry -> {
            if (entry instanceof LogEntry.Recorded recorded
                && whole.containsKey(recorded.event().session())) {
              whole.get(recorded.event().session()).add(recorded.event());
            }
          });
    }
  }

  private void add(String log, LogEntry entry) {
    if (entry instanceof LogEntry.Broken broken) {
      throw new BadInputException(Documents.problems(log, "the log", broken.issues()));
    }
    if (entry instanceof LogEntry.Torn torn) {
      console.tell(Documents.problem(log, torn.issue()));
      return;
    }
    Event event = ((LogEntry.Recorded) entry).event();
    TrackedSession track = tracks.computeIfAbsent(event.session(), id -> new TrackedSession());
    boolean opens = event instanceof Event.SessionOpened;
    if (event.seq() != track.seq + 1 || opens != (track.seq == 0)) {
      throw new BadInputException(
          log
              + ":"
              + entry.line()
              + ": event "
              + event.seq()
              + " of session "
              + event.session()
              + " comes where event "
              + (track.seq + 1)
              + " is expected");
    }
    track.add(event);
    if (event instanceof Event.SessionOpened opened && !opened.protocol().equals(protocol)) {
      others.add(opened.protocol());
      track.leave();
    }
  }
}
