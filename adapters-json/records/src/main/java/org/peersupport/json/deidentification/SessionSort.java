package org.peersupport.json.deidentification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.json.LogWriter;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;

/**
 * Brings events into the order of their sessions' pseudonyms, session by session. Were they written
 * as they came, their order would tell which session was when, whatever the instants say.
 *
 * <p>So many events as fit are sorted in memory; beyond that, sorted parts go to a temporary folder
 * that only its owner may read, hold nothing but what is already de-identified, and are merged in
 * the end.
 */
final class SessionSort implements AutoCloseable {
  /** The events, and what they depart from, that are kept in memory. */
  static final int KEPT = 200_000;

  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::session).thenComparingInt(Event::seq);

  private final int most;
  private final List<Event> kept = new ArrayList<>();
  private final List<Path> parts = new ArrayList<>();
  private int size;
  private @Nullable Path folder;

  SessionSort(int most) {
    this.most = most;
  }

  void add(Event event) throws IOException {
    int weight = 1 + event.deviations().size();
    if (size > 0 && size + weight > most) {
      putAside();
    }
    kept.add(event);
    size += weight;
  }

  private void putAside() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("peersupport");
    }
    Path part = folder.resolve(parts.size() + ".ndjson");
    parts.add(part);
    try (LogWriter log = LogWriter.create(part, Reasons.LEFT_OUT)) {
      writeKept(log);
    }
  }

  private void writeKept(LogWriter log) throws IOException {
    kept.sort(ORDER);
    for (Event event : kept) {
      log.write(event);
    }
    kept.clear();
    size = 0;
  }

  /** Writes everything that was added. */
  void writeTo(LogWriter log) throws IOException {
    if (parts.isEmpty()) {
      writeKept(log);
      return;
    }
    putAside();
    List<Part> open = new ArrayList<>();
    try {
      for (Path part : parts) {
        open.add(new Part(LogReader.open(part)));
      }
      merge(open, log);
    } finally {
      for (Part part : open) {
        part.reader.close();
      }
    }
  }

  private static void merge(List<Part> open, LogWriter log) throws IOException {
    PriorityQueue<Part> queue = new PriorityQueue<>(Comparator.comparing(Part::next, ORDER));
    for (Part part : open) {
      if (part.advance()) {
        queue.add(part);
      }
    }
    for (Part part = queue.poll(); part != null; part = queue.poll()) {
      log.write(part.next());
      if (part.advance()) {
        queue.add(part);
      }
    }
  }

  /** Where it is put aside; empty as long as everything fits. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Deletes what was put aside. */
  @Override
  public void close() throws IOException {
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }

  /** A sorted part that was put aside, and its next event. */
  private static final class Part {
    private final LogReader reader;
    private @Nullable Event next;

    Part(LogReader reader) {
      this.reader = reader;
    }

    Event next() {
      if (next == null) {
        throw new IllegalStateException("the part is at its end");
      }
      return next;
    }

    boolean advance() throws IOException {
      Optional<LogEntry> entry = reader.next();
      if (entry.isPresent() && !(entry.get() instanceof LogEntry.Recorded)) {
        throw new IOException("a temporary file was changed by someone else");
      }
      next = entry.map(each -> ((LogEntry.Recorded) each).event()).orElse(null);
      return next != null;
    }
  }
}
