package org.peersupport.json.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;

/**
 * An operation on a ledger during which something can fail: what it finds, what it does, and what
 * the ledger has after each thing that it acknowledges.
 */
@SuppressWarnings("ImmutableEnumChecker") // none of the lists can be changed
enum LedgerOperation {
  /** A ledger is begun. */
  BEGIN(List.of(), List.of(marked())) {
    @Override
    void prepare(Path file) {}

    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, writer -> attempt.commit(writer, marked()));
    }
  },
  /** A ledger is begun where another attempt was stopped in the first line. */
  BEGIN_AFTER_A_STOP(List.of(), List.of(marked())) {
    @Override
    void prepare(Path file) throws IOException {
      Files.writeString(file, "{\"created\":\"2026");
      Files.writeString(lock(file), "0 " + Hashes.NONE + "\n");
    }

    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, writer -> attempt.commit(writer, marked()));
    }
  },
  /** Events are added, and more with the same writer. */
  APPEND(first(), List.of(and(first(), marked()), and(and(first(), marked()), second()))) {
    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(
          file,
          writer -> {
            attempt.commit(writer, marked());
            attempt.commit(writer, second());
          });
    }
  },
  /** Events are added that come to more than 64 kB. */
  APPEND_MUCH(first(), List.of(and(first(), much()))) {
    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, writer -> attempt.commit(writer, much()));
    }
  },
  /** Events are added by somebody who goes on whatever fails. */
  APPEND_UNDETERRED(first(), List.of(and(first(), marked()))) {
    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, writer -> attempt.commitUndeterred(writer, marked()));
    }
  },
  /** Events are added until one does not fit, and all are taken back. */
  TAKE_BACK(first(), List.of()) {
    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(
          file,
          writer -> {
            add(writer);
            if (writer.add(marked().get(0)).isEmpty()) {
              throw new AssertionError("an event that does not fit");
            }
          });
    }
  },
  /** Events are added, and the writer is closed without a commit. */
  CLOSE(first(), List.of()) {
    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, LedgerOperation::add);
    }
  },
  /** What a stopped append and a stopped erasure have left is taken away. */
  MEND(first(), List.of()) {
    @Override
    void prepare(Path file) throws IOException {
      stopped(file);
      byte[] half = Arrays.copyOf(Logs.bytes(file), (int) Files.size(file) / 2);
      Files.write(WriterLock.beside(file, ".rewriting"), half);
    }

    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, writer -> {});
    }
  },
  /** A line feed is put back. */
  MEND_THE_END(first(), List.of()) {
    @Override
    void prepare(Path file) throws IOException {
      super.prepare(file);
      byte[] whole = Logs.bytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    }

    @Override
    void run(Path file, Attempt attempt) throws IOException {
      attempt.write(file, writer -> {});
    }
  },
  /** A ledger is sealed in which an append was stopped. */
  SEAL(first(), List.of()) {
    @Override
    void prepare(Path file) throws IOException {
      stopped(file);
    }

    @Override
    void run(Path file, Attempt attempt) throws IOException {
      Seal.of(file, Logs.NOW, KEYS.getPrivate(), KEYS.getPublic());
    }
  },
  /** A session is erased. */
  ERASE(and(secret(), first()), List.of()) {
    @Override
    void run(Path file, Attempt attempt) throws IOException {
      erase(file);
      attempt.acknowledge();
    }
  },
  /** A session is erased from a ledger in which an append was stopped. */
  ERASE_AFTER_A_STOP(and(secret(), first()), List.of()) {
    @Override
    void prepare(Path file) throws IOException {
      stopped(file);
    }

    @Override
    void run(Path file, Attempt attempt) throws IOException {
      erase(file);
      attempt.acknowledge();
    }
  };

  private static final Instant ERASED = Instant.parse("2026-03-03T12:00:00Z");
  private static final KeyPair KEYS = LedgerKeys.generate(new SecureRandom());
  private static final String ID = "s-" + Logs.SECRET;
  private static final int LONG = 30_000;

  private final List<Event> before;
  private final List<List<Event>> after;

  LedgerOperation(List<Event> before, List<List<Event>> after) {
    this.before = before;
    this.after = after;
  }

  /** Does it. */
  abstract void run(Path file, Attempt attempt) throws IOException;

  /** Makes the files that it finds. */
  void prepare(Path file) throws IOException {
    Logs.write(file, before);
  }

  /** Makes a ledger whose last append was stopped: it breaks off, and the note is there. */
  void stopped(Path file) throws IOException {
    LedgerHead head = Logs.write(file, before);
    long length = Files.size(file);
    Logs.write(file, second());
    byte[] whole = Logs.bytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    Files.writeString(
        lock(file), length + " " + head.hash() + "\n", StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static Path lock(Path file) {
    return WriterLock.beside(file, ".lock");
  }

  /**
   * The events of the ledger before, and after each acknowledgement.
   *
   * @param scratch an empty folder
   */
  List<List<Event>> states(Path scratch) throws IOException {
    List<List<Event>> states = new ArrayList<>();
    states.add(before);
    if (isErasure()) {
      // The pseudonyms come of the salts, which are the same in every ledger that is written here.
      Path file = scratch.resolve("ledger");
      Logs.write(file, before);
      erase(file);
      states.add(Logs.events(file));
    }
    states.addAll(after);
    return states;
  }

  boolean isErasure() {
    return this == ERASE || this == ERASE_AFTER_A_STOP;
  }

  private static void erase(Path file) throws IOException {
    if (LedgerEraser.eraseSession(file, ID, ERASED).isEmpty()) {
      throw new AssertionError("there is such a session");
    }
  }

  private static void add(LedgerWriter writer) throws IOException {
    for (Event event : marked()) {
      writer.add(event);
    }
  }

  private static List<Event> first() {
    return Logs.small("s-1", "-a");
  }

  private static List<Event> second() {
    return Logs.small("s-2", "-b");
  }

  private static List<Event> marked() {
    return Logs.marked("s-3", "-c");
  }

  private static List<Event> secret() {
    return Logs.marked("s-" + Logs.SECRET, "-" + Logs.SECRET);
  }

  /** A session whose events take more than 64 kB. */
  private static List<Event> much() {
    List<Event> events = new ArrayList<>(Logs.small("s-4", "-d").subList(0, 1));
    for (int seq = 2; seq < 5; seq++) {
      OverrideReason why = OverrideReason.of("w".repeat(LONG));
      events.add(
          new Event.ElementBegun(
              "s-4",
              seq,
              Logs.NOW,
              "sup-d",
              Metadata.NONE,
              "reach-out",
              List.of(Deviation.overriding("r", why))));
    }
    return events;
  }

  private static List<Event> and(List<Event> one, List<Event> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** One run of an operation: how much of it was acknowledged, and how it ended. */
  static final class Attempt {
    /** What is done with an open writer. */
    interface Writing {
      void with(LedgerWriter writer) throws IOException;
    }

    private final Runnable acknowledgement;
    private int acknowledged;
    private boolean closed;

    /**
     * @param acknowledgement is run at each
     */
    Attempt(Runnable acknowledgement) {
      this.acknowledgement = acknowledgement;
    }

    void acknowledge() {
      acknowledged++;
      acknowledgement.run();
    }

    /** Opens the ledger, writes and closes it. */
    void write(Path file, Writing writing) throws IOException {
      LedgerWriter writer = LedgerWriter.open(file, new Random(5), Logs.NOW);
      try {
        writing.with(writer);
      } finally {
        writer.close();
        closed = true;
      }
    }

    void commit(LedgerWriter writer, List<Event> events) throws IOException {
      for (Event event : events) {
        Optional<String> misfit = writer.add(event);
        if (misfit.isPresent()) {
          throw new AssertionError(misfit.get());
        }
      }
      writer.commit();
      acknowledge();
    }

    /** Adds what can be added, and commits as soon as that does not fail. */
    void commitUndeterred(LedgerWriter writer, List<Event> events) throws IOException {
      for (Event event : events) {
        try {
          writer.add(event);
        } catch (IOException | IllegalStateException e) {
          // on to the next
        }
      }
      IOException last = new IOException();
      for (int tries = 0; tries < 2; tries++) {
        try {
          writer.commit();
          acknowledge();
          return;
        } catch (IOException | IllegalStateException e) {
          last = new IOException(e);
        }
      }
      throw last;
    }

    int acknowledged() {
      return acknowledged;
    }

    /** Whether a writer was opened, and closed without an exception. */
    boolean isClosed() {
      return closed;
    }
  }
}
