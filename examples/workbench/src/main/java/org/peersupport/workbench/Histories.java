package org.peersupport.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/** The unfinished sessions of logs that run under one protocol, each with its events. */
final class Histories {
  /** A session so far; of one that is of no interest only the place of its last event is kept. */
  private static final class Track {
    private int seq;
    private boolean kept = true;
    private List<Event> events = new ArrayList<>();

    void add(Event event) {
      seq++;
      if (event instanceof Event.SessionClosed || event instanceof Event.SessionEnded) {
        forget();
      } else if (kept) {
        events.add(event);
      }
    }

    void forget() {
      kept = false;
      events = List.of();
    }
  }

  private final String protocol;
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private final Set<String> others = new LinkedHashSet<>();

  private Histories(String protocol) {
    this.protocol = protocol;
  }

  /**
   * The unfinished sessions that run under a protocol, in the order in which they were opened. That
   * there are some under other protocols is told once for each of these.
   *
   * @throws BadInputException if a log cannot be read, with the file and the line
   */
  static Map<String, List<Event>> unfinished(
      List<String> logs, Protocol protocol, Console console) {
    Histories read = new Histories(protocol.reference());
    for (String log : logs) {
      read.add(log);
    }
    read.others.forEach(
        other ->
            console.tell("sessions under " + other + " are left out; name it as P to judge them"));
    Map<String, List<Event>> unfinished = new LinkedHashMap<>();
    read.tracks.forEach(
        (session, track) -> {
          if (track.kept) {
            unfinished.put(session, track.events);
          }
        });
    return unfinished;
  }

  private void add(String log) {
    try (LogReader reader = LogReader.open(TextFiles.path(log))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        add(log, entry.get());
      }
    } catch (IOException e) {
      throw BadInputException.of(log, e);
    }
  }

  private void add(String log, LogEntry entry) {
    if (entry instanceof LogEntry.Broken broken) {
      throw new BadInputException(Documents.problems(log, "the log", broken.issues()));
    }
    Event event = ((LogEntry.Recorded) entry).event();
    Track track = tracks.computeIfAbsent(event.session(), id -> new Track());
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
      track.forget();
    }
  }
}
