package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.peersupport.json.LogEntry;
import org.peersupport.session.Event;

/**
 * The promises of a ledger, looked at after an operation during which something failed: all that
 * was acknowledged is there, the rest is there as a whole or not at all, nothing else is left in
 * the folder, and the next writer can go on.
 */
final class LedgerAfterwards {
  private static final Set<String> FILES = Set.of("ledger", "ledger.lock");

  private final LedgerOperation operation;
  private final Path file;
  private final List<List<Event>> states;
  private final List<String> violations = new ArrayList<>();

  private LedgerAfterwards(LedgerOperation operation, Path file, List<List<Event>> states) {
    this.operation = operation;
    this.file = file;
    this.states = states;
  }

  /**
   * Looks at a ledger, and writes to it.
   *
   * @param states the events before the operation and after each acknowledgement
   * @param acknowledged how often it was acknowledged
   * @param closed whether the writer said, by closing, that nothing else is in the ledger
   * @return what is not as it must be
   */
  static List<String> violations(
      LedgerOperation operation,
      Path file,
      List<List<Event>> states,
      int acknowledged,
      boolean closed) {
    LedgerAfterwards afterwards = new LedgerAfterwards(operation, file, states);
    try {
      afterwards.look(acknowledged, closed);
    } catch (IOException | RuntimeException e) {
      afterwards.violations.add("cannot be written to any more: " + e);
    }
    return afterwards.violations;
  }

  private void look(int acknowledged, boolean closed) throws IOException {
    Set<Integer> allowed = new TreeSet<>(Set.of(acknowledged));
    if (!closed && acknowledged + 1 < states.size()) {
      allowed.add(acknowledged + 1);
    }
    if (closed) {
      compare("as the writer left it", allowed);
    }
    LedgerWriter.open(file, new Random(3), Logs.NOW).close();
    int state = compare("once it was opened again", allowed);
    look(state);
    append(state);
  }

  /** Which of the states the ledger is in. */
  private int compare(String when, Set<Integer> allowed) throws IOException {
    List<LogEntry> entries =
        Files.exists(file) && Files.size(file) > 0 ? Logs.read(file) : List.of();
    List<Event> events = new ArrayList<>();
    for (LogEntry entry : entries) {
      if (entry instanceof LogEntry.Recorded recorded) {
        events.add(recorded.event());
      } else {
        violations.add(when + " it is broken: " + entry);
      }
    }
    int state = states.indexOf(events);
    if (!allowed.contains(state)) {
      violations.add(
          when + " it has " + events.size() + " events, state " + state + " instead of " + allowed);
    }
    return state;
  }

  private void look(int state) throws IOException {
    if (Files.exists(file) && Files.size(file) > 0) {
      Logs.check(file).findings().forEach(finding -> violations.add("a finding: " + finding));
    } else if (Files.exists(file)) {
      violations.add("an empty file stands in its place");
    }
    try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
      for (Path each : files.toList()) {
        if (!FILES.contains(each.getFileName().toString())) {
          violations.add("a file is left: " + each.getFileName());
        }
        if (operation.isErasure() && state == 1 && text(each).contains(Logs.SECRET)) {
          violations.add("what was erased is in " + each.getFileName());
        }
      }
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), ISO_8859_1);
  }

  private void append(int state) throws IOException {
    List<Event> expected = new ArrayList<>(state < 0 ? List.of() : states.get(state));
    List<Event> more = Logs.small("s-9", "-z");
    try (LedgerWriter writer = LedgerWriter.open(file, new Random(4), Logs.NOW)) {
      for (Event event : more) {
        Optional<String> misfit = writer.add(event);
        misfit.ifPresent(why -> violations.add("an event does not fit: " + why));
      }
      writer.commit();
    }
    expected.addAll(more);
    if (state >= 0 && !Logs.events(file).equals(expected)) {
      violations.add("an append afterwards has not kept what was there");
    }
    Logs.check(file).findings().forEach(each -> violations.add("a finding afterwards: " + each));
  }
}
