package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peersupport.json.LogEntry;
import org.peersupport.session.Event;

/**
 * Two processes with two threads each write one ledger, and one process after the other is killed
 * and begun again. {@code -Dledger.stress.seconds=60} goes on for a minute.
 */
class LedgerStressTest {
  private static final int LENGTH = Integer.getInteger("ledger.stress.seconds", 5);
  private static final int THREADS = 2;
  private static final int BEFORE_A_KILL = 2;
  private static final int LONGEST_WAIT_FOR_A_KILL = 200;
  private static final int LONGEST_END = 30;

  /** On a busy machine it takes long until each thread has had its turn. */
  private static final int LONGEST_TIME = 180;

  private static final int FEWEST_KILLS = 2;
  private static final int FEWEST_SESSIONS = 3;

  @TempDir Path folder;

  private final Set<String> appended = ConcurrentHashMap.newKeySet();
  private final Set<String> erasing = ConcurrentHashMap.newKeySet();
  private final Set<String> erased = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private int kills;
  private int fewestErased;

  private Path file() {
    return folder.resolve("ledger");
  }

  @Test
  void nothing_that_was_acknowledged_is_lost_and_nothing_erased_comes_back() throws Exception {
    fewestErased = 1;
    contend(List.of("erase"), List.of());

    judge();
  }

  /**
   * On POSIX systems that gives back all locks that the process has on the file. An erasure may
   * then never find the ledger as it was when it was read.
   */
  @Test
  void the_same_holds_although_somebody_reads_the_lock_file() throws Exception {
    contend(List.of("erase", "read"), List.of());

    judge();
  }

  private void judge() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(failures).as("failures of processes that were not killed").isEmpty();
    softly.assertThat(wrong()).as("what is wrong with the ledger").isEmpty();
    softly.assertAll();
    assertThat(missing()).as("what must happen before this test says anything").isEmpty();
  }

  /** Lets both processes write, and kills one after the other, until the time is over. */
  private void contend(List<String> optionsOfOne, List<String> optionsOfOther) throws Exception {
    Random random = new Random();
    List<List<String>> options = List.of(optionsOfOne, optionsOfOther);
    Life[] lives = new Life[options.size()];
    long begin = System.nanoTime();
    try {
      for (int begun = 0; begun < lives.length || goesOn(begin); begun++) {
        int which = begun % lives.length;
        if (lives[which] != null) {
          lives[which].hasAcknowledged(BEFORE_A_KILL);
          Thread.sleep(random.nextInt(LONGEST_WAIT_FOR_A_KILL));
          lives[which].kill();
          kills++;
        }
        lives[which] = new Life("process-" + which + "-" + begun, options.get(which));
      }
      for (Life each : lives) {
        each.hasAcknowledged(BEFORE_A_KILL);
      }
      for (Life each : lives) {
        each.end();
      }
    } finally {
      for (Life each : lives) {
        if (each != null) {
          each.kill();
        }
      }
    }
  }

  /** Until the time is over and enough has happened, or until something failed. */
  private boolean goesOn(long begin) {
    long seconds = NANOSECONDS.toSeconds(System.nanoTime() - begin);
    return failures.isEmpty()
        && (seconds < LENGTH || (seconds < LENGTH + LONGEST_TIME && !missing().isEmpty()));
  }

  /** A process, until it ends or is killed. */
  private final class Life {
    private final Process process;
    private final Thread listener;
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    Life(String name, List<String> options) throws IOException {
      List<String> arguments = new ArrayList<>(List.of(file().toString(), name));
      arguments.addAll(options);
      process = JavaProcess.of(LedgerContenders.class, arguments).start();
      listener = new Thread(this::listen);
      listener.start();
    }

    private void listen() {
      try (BufferedReader lines = process.inputReader(UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.endsWith(LedgerContenders.END)) { // otherwise the process died in the middle
            String word = line.substring(0, line.indexOf(' '));
            String what =
                line.substring(word.length() + 1, line.length() - LedgerContenders.END.length());
            hear(word, what);
            if (!word.equals(LedgerContenders.ERASING)) {
              acknowledged.merge(what.replaceAll("-[0-9]+-x$", ""), 1, Integer::sum);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Waits until each of its threads has said so many acknowledgements, but not for ever. */
    void hasAcknowledged(int lines) throws InterruptedException {
      long end = System.nanoTime() + SECONDS.toNanos(LONGEST_END);
      while (acknowledged.values().stream().filter(count -> count >= lines).count() < THREADS
          && failures.isEmpty()
          && System.nanoTime() < end) {
        Thread.sleep(1);
      }
    }

    /** By its handle: {@link Process#destroyForcibly} would throw away what it has said. */
    void kill() throws InterruptedException {
      process.toHandle().destroyForcibly();
      process.waitFor();
      listener.join();
    }

    /** Lets it finish what it is doing. */
    void end() throws IOException, InterruptedException {
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_END, SECONDS) || process.exitValue() != 0) {
        failures.add("a process does not end as it should");
      }
    }
  }

  private void hear(String word, String what) {
    switch (word) {
      case LedgerContenders.APPENDED -> appended.add(what);
      case LedgerContenders.ERASING -> erasing.add(what);
      case LedgerContenders.ERASED -> erased.add(what);
      case LedgerContenders.REFUSED -> {} // it may try again
      default -> failures.add(what);
    }
  }

  /** What has not happened yet, and must before this test says anything. */
  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (kills < FEWEST_KILLS) {
      missing.add("kills, only " + kills);
    }
    if (erased.size() < fewestErased) {
      missing.add("sessions erased, only " + erased.size());
    }
    for (String thread : List.of("0-.*-0", "0-.*-1", "1-.*-0", "1-.*-1")) {
      String ids = "process-" + thread + "-[0-9]+-x";
      long sessions = appended.stream().filter(id -> id.matches(ids)).count();
      if (sessions < FEWEST_SESSIONS) {
        missing.add("sessions " + ids + ", only " + sessions);
      }
    }
    return missing;
  }

  /** What is wrong with the ledger once somebody has opened it again. */
  private List<String> wrong() throws IOException {
    List<String> wrong = new ArrayList<>();
    try {
      LedgerWriter.open(file(), new Random(), Logs.NOW).close();
    } catch (IOException | LedgerException e) {
      wrong.add("it cannot be opened: " + e);
    }
    Logs.check(file()).findings().forEach(finding -> wrong.add(finding.toString()));
    Map<String, List<Event>> sessions = new LinkedHashMap<>();
    for (LogEntry entry : Logs.read(file())) {
      if (entry instanceof LogEntry.Recorded recorded) {
        Event event = recorded.event();
        sessions.computeIfAbsent(event.session(), id -> new ArrayList<>()).add(event);
      }
    }
    sessions.forEach(
        (id, events) -> {
          if (events.size() != Logs.small(id, "-a").size()) {
            wrong.add("a part of " + id + " is there, " + events.size() + " events");
          }
        });
    for (String id : appended) {
      if (!erasing.contains(id) && !Logs.small(id, "-a").equals(sessions.get(id))) {
        wrong.add(
            id + " was acknowledged, and is " + (sessions.containsKey(id) ? "another" : "lost"));
      }
    }
    if (sessions.size() < appended.size()) {
      wrong.add(appended.size() + " sessions were acknowledged, " + sessions.size() + " are there");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String text = new String(Files.readAllBytes(each), ISO_8859_1);
        erased.stream()
            .filter(text::contains)
            .forEach(id -> wrong.add(id + " was erased, and is in " + each.getFileName()));
      }
    }
    return wrong;
  }
}
