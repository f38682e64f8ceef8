package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.peersupport.session.Event;

/**
 * Another process that writes a ledger: a Java virtual machine with the class path of the tests.
 */
final class OtherProcess {
  static final String DONE = "done";

  private OtherProcess() {}

  /** Appends a small session; gives what came of it. */
  static String append(Path ledger, String session) throws IOException, InterruptedException {
    return run("append", ledger.toString(), session);
  }

  /** Erases a session; gives what came of it. */
  static String erase(Path ledger, String session) throws IOException, InterruptedException {
    return run("erase", ledger.toString(), session);
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    Process process = JavaProcess.of(OtherProcess.class, List.of(arguments)).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the other process does not end");
    }
    return out.strip();
  }

  /** Does it, and prints {@link #DONE} or the simple name of what was thrown. */
  @SuppressWarnings("SystemOut") // that is how the parent is told
  public static void main(String[] arguments) {
    try {
      write(arguments[0], Path.of(arguments[1]), arguments[2]);
      System.out.println(DONE);
    } catch (IOException | RuntimeException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static void write(String what, Path ledger, String session) throws IOException {
    if (what.equals("erase")) {
      if (LedgerEraser.eraseSession(ledger, session, Logs.NOW).isEmpty()) {
        throw new IllegalStateException("there is nothing to erase");
      }
      return;
    }
    try (LedgerWriter writer = LedgerWriter.open(ledger, new SecureRandom(), Logs.NOW)) {
      for (Event event : Logs.small(session, "-" + session)) {
        Optional<String> misfit = writer.add(event);
        if (misfit.isPresent()) {
          throw new IllegalStateException(misfit.get());
        }
      }
      writer.commit();
    }
  }
}
