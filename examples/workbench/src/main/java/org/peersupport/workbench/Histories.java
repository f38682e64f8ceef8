package org.peersupport.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Read;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/** The sessions of logs, each with its events. */
final class Histories {
  private final Map<String, List<Event>> histories = new LinkedHashMap<>();

  private Histories() {}

  /**
   * The unfinished sessions that run under a protocol, in the order in which they were opened. That
   * there are others under other protocols is told once for each of these.
   *
   * @throws BadInputException if a log cannot be read, with the file and the line
   */
  static Map<String, List<Event>> unfinished(
      List<String> logs, Protocol protocol, Console console) {
    Histories read = new Histories();
    for (String log : logs) {
      read.add(log);
    }
    Set<String> others = new LinkedHashSet<>();
    Map<String, List<Event>> unfinished = new LinkedHashMap<>();
    read.histories.forEach(
        (session, events) -> {
          String reference = ((Event.SessionOpened) events.get(0)).protocol();
          if (!reference.equals(protocol.reference())) {
            others.add(reference);
          } else if (events.stream().noneMatch(Histories::isEnd)) {
            unfinished.put(session, events);
          }
        });
    others.forEach(
        other ->
            console.tell("sessions under " + other + " are left out; name it as P to judge them"));
    return unfinished;
  }

  private static boolean isEnd(Event event) {
    return event instanceof Event.SessionClosed || event instanceof Event.SessionEnded;
  }

  private void add(String log) {
    try (InputStream in = Files.newInputStream(TextFiles.path(log))) {
      Lines lines = Lines.ofEvents(in);
      while (lines.next()) {
        boolean header = lines.number() == 1 && isHeader(lines);
        if (!lines.isBlank() && !header) {
          add(log, lines);
        }
      }
    } catch (NoSuchFileException e) {
      throw new BadInputException(log + ": there is no such file");
    } catch (IOException e) {
      throw BadInputException.of(log, e);
    }
  }

  private static boolean isHeader(Lines lines) {
    return PeerSupportJson.logVersion(new String(lines.line(), StandardCharsets.UTF_8)).isPresent();
  }

  private void add(String log, Lines lines) {
    Read<Event> read = PeerSupportJson.readEvent(lines.line(), lines.number());
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(log, "the log", read.issues()));
    }
    Event event = read.orElseThrow();
    List<Event> history = histories.computeIfAbsent(event.session(), id -> new ArrayList<>());
    boolean opens = event instanceof Event.SessionOpened;
    if (event.seq() != history.size() + 1 || opens != history.isEmpty()) {
      throw new BadInputException(
          log
              + ":"
              + lines.number()
              + ": event "
              + event.seq()
              + " of session "
              + event.session()
              + " comes where event "
              + (history.size() + 1)
              + " is expected");
    }
    history.add(event);
  }
}
