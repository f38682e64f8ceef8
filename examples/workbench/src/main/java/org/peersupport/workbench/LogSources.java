package org.peersupport.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The logs that a user names, {@code -} being standard input. */
final class LogSources implements AutoCloseable {
  private static final String STANDARD_INPUT = "-";

  private final List<LogSource> all = new ArrayList<>();
  private final Progress progress;
  private Path spooled;

  private LogSources(Progress progress) {
    this.progress = progress;
  }

  /**
   * Opens the logs. Standard input is copied to a file that only this user can read, because logs
   * are read twice, and removed afterwards.
   *
   * @throws BadInputException if one cannot be opened or is no log, or standard input is named
   *     twice
   */
  static LogSources of(List<String> names, Console console) {
    return of(names, 1, console);
  }

  /**
   * The same, for a command that reads all of them several times.
   *
   * @param times how often, for the progress
   */
  static LogSources of(List<String> names, int times, Console console) {
    long total = 0;
    for (String name : names) {
      total += name.equals(STANDARD_INPUT) ? 0 : times * size(name);
    }
    LogSources sources =
        new LogSources(new Progress(console, names.contains(STANDARD_INPUT) ? 0 : total));
    try {
      names.forEach(name -> sources.add(name, console));
      return sources;
    } catch (RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  private static long size(String name) {
    Path file = TextFiles.path(name);
    try {
      if (Files.isDirectory(file)) {
        throw new BadInputException(name + ": a log is a file, and this is a folder");
      }
      Files.newInputStream(file).close();
      return Files.size(file);
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  private void add(String name, Console console) {
    if (!name.equals(STANDARD_INPUT)) {
      add(name, TextFiles.path(name));
    } else if (spooled == null) {
      add(name, spool(console));
    } else {
      throw new BadInputException("-: standard input can be read only once");
    }
  }

  private void add(String name, Path file) {
    FileKind.expectLog(name, file);
    all.add(new LogSource(name, file, progress));
  }

  private Path spool(Console console) {
    try {
      spooled = Files.createTempFile("peersupport-", ".ndjson");
      spooled.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(spooled)) {
        console.in().transferTo(out);
      }
      return spooled;
    } catch (IOException e) {
      throw BadInputException.of("standard input", e);
    }
  }

  List<LogSource> all() {
    return all;
  }

  @Override
  public void close() {
    progress.close();
    if (spooled != null) {
      try {
        Files.deleteIfExists(spooled);
      } catch (IOException e) {
        throw BadInputException.of("standard input", e);
      }
    }
  }
}
