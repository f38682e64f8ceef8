package org.peersupport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs of the same kind as this one. */
final class Jvm {
  private Jvm() {}

  private static ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** What the JVM prints; it must end well. */
  static String output(List<String> arguments) throws IOException, InterruptedException {
    Process process = command(arguments).start();
    process.getOutputStream().close();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("a JVM ended with status " + status);
    }
    return output;
  }

  /** How long the whole process takes, in milliseconds. */
  static double wholeProcess(List<String> arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    output(arguments);
    return millisSince(start);
  }

  /** How long it takes from the start of the process to its first line, in milliseconds. */
  static double toFirstLine(List<String> arguments, String input)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = command(arguments).start();
    try (OutputStream to = process.getOutputStream();
        InputStream from = process.getInputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
      to.flush();
      int read = from.read();
      while (read >= 0 && read != '\n') {
        read = from.read();
      }
      if (read < 0) {
        throw new IOException("the process ended without an answer");
      }
      return millisSince(start);
    } finally {
      // Its input is closed, so it ends.
      process.waitFor();
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
