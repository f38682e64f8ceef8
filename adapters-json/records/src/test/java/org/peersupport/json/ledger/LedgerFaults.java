package org.peersupport.json.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peersupport.json.ledger.FaultLibrary.Fault;
import org.peersupport.json.ledger.LedgerOperation.Attempt;
import org.peersupport.session.Event;

/**
 * The program in which system calls fail. Its arguments are a folder, and either names of
 * operations, each of which is tried with every fault at every call, or one name and the number of
 * the call at which the process is to be killed.
 */
final class LedgerFaults {
  /** Said by the process that is to be killed, once for each acknowledgement. */
  static final String ACKNOWLEDGED = "acknowledged";

  /** Begins the line that says how many calls and cases there were of an operation. */
  static final String TRIED = "tried ";

  private static final List<Fault> FAULTS =
      List.of(Fault.NO_SPACE, Fault.IO_ERROR, Fault.SHORT, Fault.FULL, Fault.CRASH, Fault.TORN);

  private static final String LEDGER = "ledger";
  private static final String STATES = "states";
  private static final int FEWEST_CALLS = 5;

  private final FaultLibrary library;
  private final Path folder;
  private final LedgerOperation operation;
  private final List<List<Event>> states;
  private int cases;

  private LedgerFaults(FaultLibrary library, Path folder, LedgerOperation operation)
      throws IOException {
    this.library = library;
    this.folder = folder;
    this.operation = operation;
    this.states = operation.states(Files.createDirectory(folder.resolve(STATES)));
  }

  public static void main(String[] arguments) throws IOException {
    FaultLibrary library = FaultLibrary.loaded();
    Path folder = Path.of(arguments[0]);
    if (arguments.length == 3 && Character.isDigit(arguments[2].charAt(0))) {
      beKilled(
          library, folder, LedgerOperation.valueOf(arguments[1]), Integer.parseInt(arguments[2]));
    } else {
      for (String name : List.of(arguments).subList(1, arguments.length)) {
        new LedgerFaults(library, folder, LedgerOperation.valueOf(name)).tryAll();
      }
    }
  }

  private static void beKilled(FaultLibrary library, Path folder, LedgerOperation operation, int at)
      throws IOException {
    Path file = folder.resolve(LEDGER);
    operation.prepare(file);
    library.arm(Fault.KILL, at);
    operation.run(file, new Attempt(() -> System.out.println(ACKNOWLEDGED)));
    library.disarm();
  }

  private void tryAll() throws IOException {
    List<String> calls = attempt(Fault.COUNT, 0);
    if (calls.size() < FEWEST_CALLS) {
      throw new IllegalStateException("the library sees only " + calls);
    }
    for (Fault fault : FAULTS) {
      for (int at = 1; at <= calls.size(); at++) {
        if (fault.concerns(calls.get(at - 1))) {
          attempt(fault, at);
        }
      }
    }
    delete(folder.resolve(STATES));
    System.out.println(TRIED + operation + ": " + calls.size() + " calls, " + cases + " cases");
  }

  /**
   * Lets the operation run once, in a folder of its own, and says what is not as it must be.
   *
   * @return the calls that it made
   */
  private List<String> attempt(Fault fault, int at) throws IOException {
    Path file = Files.createDirectory(folder.resolve("folder-" + ++cases)).resolve(LEDGER);
    operation.prepare(file);
    List<Integer> callsBefore = new ArrayList<>();
    Attempt attempt = new Attempt(() -> callsBefore.add(library.calls()));
    Exception thrown = null;
    library.arm(fault, at);
    try {
      operation.run(file, attempt);
    } catch (IOException | RuntimeException e) {
      thrown = e;
    } finally {
      library.disarm();
    }
    List<String> calls = IntStream.rangeClosed(1, library.calls()).mapToObj(library::call).toList();
    List<String> violations = new ArrayList<>();
    if (thrown instanceof RuntimeException) {
      violations.add("it fails with " + thrown);
    } else if (thrown == null && attempt.acknowledged() < states.size() - 1) {
      violations.add("it neither fails nor is acknowledged");
    }
    if (fault == Fault.COUNT) {
      violations.addAll(
          lateSyncs(calls, callsBefore, file.resolveSibling("").getFileName().toString()));
    } else {
      violations.addAll(misses(fault, at, calls, callsBefore));
    }
    boolean closed = attempt.isClosed() && !fault.isEnd();
    violations.addAll(
        LedgerAfterwards.violations(operation, file, states, attempt.acknowledged(), closed));
    String which = operation + ", " + fault;
    if (at > 0) {
      which += " at call " + at + ", " + calls.get(at - 1);
    }
    for (String violation : violations) {
      System.out.println(which + ": " + violation + (thrown == null ? "" : ", after " + thrown));
    }
    delete(file.resolveSibling(""));
    return calls;
  }

  /** What reaches the disk too late, or after it was acknowledged. */
  private static List<String> lateSyncs(
      List<String> calls, List<Integer> callsBefore, String folder) {
    List<String> late = new ArrayList<>(SyncOrder.violations(calls, folder, false));
    for (int count : callsBefore) {
      late.addAll(SyncOrder.violations(calls.subList(0, count), folder, true));
    }
    return late;
  }

  private List<String> misses(Fault fault, int at, List<String> calls, List<Integer> callsBefore) {
    if (!library.isHit()) {
      return List.of("the call is not made");
    }
    // What a failed sync has not written, the next one need not write either.
    boolean unsynced = fault.isOnce() && calls.get(at - 1).contains("sync");
    return unsynced && callsBefore.stream().anyMatch(count -> count >= at)
        ? List.of("it is acknowledged after a sync that failed")
        : List.of();
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(place);
  }
}
