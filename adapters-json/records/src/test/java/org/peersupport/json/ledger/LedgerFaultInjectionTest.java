package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peersupport.session.Event;

/**
 * Faults at each system call with which a ledger is begun, appended to, mended, sealed or erased
 * from: the disk is full, fails, takes only half, or the process is killed. Needs gcc on Linux.
 */
class LedgerFaultInjectionTest {
  private static final int SIDE_BY_SIDE = 2;
  private static final int KILLED = 128 + 9;
  private static final int FEWEST_KILLS = 8;
  private static final int MOST_SHOWN = Integer.getInteger("ledger.faults.shown", 20);
  private static final Path LIBRARY = Path.of("target/faults/libfaults.so").toAbsolutePath();

  @TempDir Path folder;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    Files.createDirectories(LIBRARY.resolveSibling(""));
    Optional<String> why = FaultLibrary.build(LIBRARY);
    why.ifPresent(
        cause -> System.out.println("skipped: fault injection needs gcc on Linux; " + cause));
    assumeTrue(why.isEmpty(), "fault injection needs gcc on Linux");
  }

  @Test
  void keeps_what_it_promised_whichever_call_fails() throws Exception {
    List<String> names = Stream.of(LedgerOperation.values()).map(Enum::name).toList();
    int half = names.size() / 2;
    List<String> lines =
        all(
            List.of(
                () -> tryAll(names.subList(0, half)),
                () -> tryAll(names.subList(half, names.size()))));

    List<String> tried = new ArrayList<>(lines);
    tried.removeIf(line -> !line.startsWith(LedgerFaults.TRIED));
    lines.removeAll(tried);
    assertNone(lines);
    assertThat(tried).hasSameSizeAs(names);
  }

  private static void assertNone(List<String> violations) {
    if (!violations.isEmpty()) {
      List<String> first = violations.subList(0, Math.min(violations.size(), MOST_SHOWN));
      fail(violations.size() + " do not hold:\n" + String.join("\n", first));
    }
  }

  private List<String> tryAll(List<String> operations) throws IOException, InterruptedException {
    Process process = start(Files.createTempDirectory(folder, "tried"), operations);
    List<String> lines = process.inputReader(UTF_8).lines().toList();
    return process.waitFor() == 0 ? lines : List.of("the process failed after " + lines);
  }

  private static Process start(Path place, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(place.toString()));
    all.addAll(arguments);
    ProcessBuilder process = JavaProcess.of(LedgerFaults.class, all);
    FaultLibrary.preload(process, LIBRARY, control(place), place);
    return process.start();
  }

  /** The file that steers the faults in a folder; it is beside that. */
  private static Path control(Path place) {
    return place.resolveSibling(place.getFileName() + ".control");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEGIN", "APPEND", "ERASE"})
  void keeps_what_it_promised_at_whichever_call_it_is_killed(LedgerOperation operation)
      throws Exception {
    List<List<Event>> states = operation.states(Files.createDirectory(folder.resolve("states")));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger kills = new AtomicInteger();
    Callable<List<String>> killing =
        () -> {
          List<String> violations = new ArrayList<>();
          while (killAt(operation, next.incrementAndGet(), states, violations)) {
            kills.incrementAndGet();
          }
          return violations;
        };

    assertNone(all(List.of(killing, killing)));
    assertThat(kills).hasValueGreaterThanOrEqualTo(FEWEST_KILLS);
  }

  /** Whether there was such a call. */
  private boolean killAt(
      LedgerOperation operation, int call, List<List<Event>> states, List<String> violations)
      throws IOException, InterruptedException {
    Path place = Files.createDirectory(folder.resolve("folder-" + call));
    Process process = start(place, List.of(operation.name(), Integer.toString(call)));
    int acknowledged =
        (int) process.inputReader(UTF_8).lines().filter(LedgerFaults.ACKNOWLEDGED::equals).count();
    int exit = process.waitFor();
    if (exit != KILLED) {
      if (exit != 0) {
        violations.add("the process failed that was to be killed at call " + call);
      }
      return false;
    }
    String which =
        "killed at call " + call + ", " + FaultLibrary.at(control(place)).call(call) + ": ";
    LedgerAfterwards.violations(operation, place.resolve("ledger"), states, acknowledged, false)
        .forEach(violation -> violations.add(which + violation));
    return true;
  }

  /** Runs the tasks side by side. */
  private static List<String> all(List<Callable<List<String>>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<String> lines = new ArrayList<>();
      for (Future<List<String>> each : threads.invokeAll(tasks)) {
        lines.addAll(each.get());
      }
      return lines;
    } finally {
      threads.shutdownNow();
    }
  }
}
