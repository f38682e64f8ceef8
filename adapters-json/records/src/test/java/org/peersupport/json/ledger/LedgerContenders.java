package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.peersupport.session.Event;

/**
 * The program of a process in which two threads add sessions to a ledger that others write too. One
 * opens it for each session, the other keeps it for several commits. Its arguments are the ledger,
 * the name of the process, and {@code erase} when the first thread is to erase some of its
 * sessions, {@code read} when a third thread is to read the lock file over and over.
 *
 * <p>Each line that it prints is a word, a session's id or another text, and a full stop, so that a
 * line that breaks off is told from one that does not. It goes on until its standard input ends.
 */
final class LedgerContenders {
  static final String APPENDED = "appended";
  static final String ERASING = "erasing";
  static final String ERASED = "erased";
  static final String REFUSED = "refused";
  static final String FAILED = "failed";
  static final String END = " .";

  private static final LedgerAccess PATIENT =
      LedgerAccess.standard().takingRepeats().waiting(Duration.ofSeconds(20));
  private static final int MOST_COMMITS = 4;
  private static final int ONE_IN = 3;
  private static final long LONGEST_PAUSE = 20_000_000;

  private static volatile boolean over;

  private final Path file;
  private final String name;
  private final boolean keeps;
  private final boolean erases;
  private final SplittableRandom random;
  private final List<String> appended = new ArrayList<>();
  private int sessions;

  private LedgerContenders(Path file, String name, boolean keeps, boolean erases) {
    this.file = file;
    this.name = name;
    this.keeps = keeps;
    this.erases = erases;
    this.random = new SplittableRandom(name.hashCode());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    String name = arguments[1];
    List<String> options = List.of(arguments).subList(2, arguments.length);
    List<Thread> threads = new ArrayList<>();
    threads.add(
        new Thread(
            new LedgerContenders(file, name + "-0", false, options.contains("erase"))::contend));
    threads.add(new Thread(new LedgerContenders(file, name + "-1", true, false)::contend));
    if (options.contains("read")) {
      threads.add(new Thread(() -> readOver(WriterLock.beside(file, ".lock"))));
    }
    threads.forEach(Thread::start);
    while (System.in.read() >= 0) {
      // until it ends
    }
    over = true;
    for (Thread each : threads) {
      each.join();
    }
  }

  /** On POSIX systems the process loses all its locks of a file when it closes any descriptor. */
  private static void readOver(Path lock) {
    while (!over) {
      try {
        Files.readAllBytes(lock);
      } catch (IOException e) {
        Thread.onSpinWait(); // not there yet
      }
      LockSupport.parkNanos(LONGEST_PAUSE / MOST_COMMITS);
    }
  }

  private void contend() {
    while (!over) {
      try {
        if (keeps) {
          append(1 + random.nextInt(MOST_COMMITS));
        } else {
          append(1);
        }
        if (erases && random.nextInt(ONE_IN) > 0) {
          erase(appended.remove(random.nextInt(appended.size())));
        }
      } catch (LedgerInUseException | LedgerChangedException e) {
        say(REFUSED, e.toString());
      } catch (IOException | RuntimeException e) {
        say(FAILED, name + " " + e + " at " + List.of(e.getStackTrace()).subList(0, 3));
        return;
      }
      LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE));
    }
  }

  private void append(int commits) throws IOException {
    try (LedgerWriter writer = open()) {
      for (int commit = 0; commit < commits; commit++) {
        String id = name + "-" + ++sessions + "-x";
        for (Event event : Logs.small(id, "-a")) {
          Optional<String> misfit = writer.add(event);
          if (misfit.isPresent()) {
            throw new IllegalStateException(misfit.get());
          }
        }
        writer.commit();
        appended.add(id);
        say(APPENDED, id);
      }
    }
  }

  private LedgerWriter open() throws IOException {
    return LedgerWriter.open(file, new SecureRandom(), Logs.NOW, PATIENT);
  }

  private void erase(String id) throws IOException {
    say(ERASING, id);
    if (LedgerEraser.eraseSession(file, id, Logs.NOW, PATIENT).isEmpty()) {
      throw new IllegalStateException(id + " was acknowledged, and is not there");
    }
    say(ERASED, id);
  }

  private static void say(String word, String what) {
    byte[] line = (word + " " + what.replace('\n', ' ') + END + "\n").getBytes(UTF_8);
    synchronized (System.out) {
      System.out.write(line, 0, line.length);
      System.out.flush();
    }
  }
}
