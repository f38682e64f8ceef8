package org.peersupport.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.peersupport.json.LogWriter;
import org.peersupport.json.data.Reasons;

/** The log of a simulation: a new file that is written whole or not at all. */
final class SimulatedLog {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final ReportFile file;

  private SimulatedLog(String name, ReportFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * A log to be.
   *
   * @throws BadInputException if there is such a file already, or it cannot be written there
   */
  static SimulatedLog at(String name) {
    // Nobody has said anything in it, so others may read it.
    return new SimulatedLog(name, ReportFile.at(name, Permissions.readByAll(Path.of("."))));
  }

  /**
   * When the first session is opened.
   *
   * @throws BadInputException if it is no instant that a log can hold
   */
  static Instant start(String text) {
    Instant start;
    try {
      start = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          "--start: an instant in UTC is expected, such as 2026-01-01T00:00:00Z");
    }
    if (start.isBefore(FIRST) || start.isAfter(SimulatedTalks.LAST)) {
      throw new BadInputException(
          "--start: an instant in the years 0001 to 9999 is expected, such as 2026-01-01T00:00:00Z;"
              + " a log holds no other");
    }
    return start;
  }

  /**
   * Writes the first sessions; nothing is left when they cannot all be written.
   *
   * @param stopped whether to give up; looked at before each session
   * @throws BadInputException if it cannot be written, or a session goes on for too long
   */
  void write(
      SimulatedTalks talks, long count, Instant start, BooleanSupplier stopped, Console console) {
    try {
      if (!stopped.getAsBoolean() && isWritten(talks, count, start, stopped)) {
        file.keep();
      } else {
        console.tell(
            name
                + ": was not written, because the command was stopped; a log is whole or not at all");
      }
    } catch (SimulatedTalks.TooLateException e) {
      throw new BadInputException(name + ": was not written, because " + e.getMessage());
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    } finally {
      file.discard();
    }
  }

  private boolean isWritten(
      SimulatedTalks talks, long count, Instant start, BooleanSupplier stopped) throws IOException {
    try (OutputStream out = file.open();
        LogWriter log =
            LogWriter.of(
                name.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER, true) : out,
                Reasons.LEFT_OUT)) {
      return talks.write(count, start, log, stopped);
    }
  }
}
