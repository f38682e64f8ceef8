package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.peersupport.json.LineReader;

/**
 * The two ends of a process, each served by a thread of its own, so that a process that neither
 * reads nor writes keeps nobody waiting. The threads end with the process.
 */
final class ProcessPipes {
  /** Lines that wait; a process that writes more is left waiting itself. */
  private static final int WAITING = 4;

  private final BlockingQueue<Output> outputs = new ArrayBlockingQueue<>(WAITING);
  private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(WAITING);
  private final Thread reader;
  private final Thread writer;
  private boolean touched;

  /** What a process has written: a line, or nothing any more. */
  static final class Output {
    private static final Output END = new Output(new byte[0]);

    private final byte[] line;

    private Output(byte[] line) {
      this.line = line;
    }

    boolean isEnd() {
      return this == END;
    }

    /** The line without its end, cut one byte after the limit of lines. */
    byte[] line() {
      return line;
    }
  }

  ProcessPipes(Process process) {
    reader = new Thread(() -> read(process), "from the subject");
    writer = new Thread(() -> write(process), "to the subject");
    reader.setDaemon(true);
    writer.setDaemon(true);
    reader.start();
    writer.start();
  }

  private void read(Process process) {
    try {
      readLines(process.getInputStream());
      outputs.put(Output.END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readLines(InputStream in) throws InterruptedException {
    try {
      LineReader lines = LineReader.ofCommands(in);
      while (lines.next()) {
        outputs.put(new Output(lines.line()));
      }
    } catch (IOException e) {
      // It was ended while it wrote.
    }
  }

  private void write(Process process) {
    try (OutputStream out = process.getOutputStream()) {
      while (process.isAlive()) {
        byte[] line = lines.poll(1, TimeUnit.SECONDS);
        if (line != null) {
          out.write(line);
          out.flush();
        }
      }
    } catch (IOException e) {
      // It does not listen any more; that no answer comes is what counts.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether nothing was ever sent, and nothing taken: only then the process is as good as new. */
  boolean isUntouched() {
    return !touched;
  }

  /** Whether the process has written something that nobody has taken. */
  boolean hasOutput() {
    return !outputs.isEmpty();
  }

  /** What the process writes next; empty when it writes nothing in that time. */
  Optional<Output> await(Duration limit) {
    touched = true;
    try {
      return Optional.ofNullable(outputs.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Serves them no longer. */
  void stop() {
    reader.interrupt();
    writer.interrupt();
  }

  /** Sends a line. One that the process does not take is dropped. */
  void send(String line) {
    touched = true;
    lines.offer((line + "\n").getBytes(UTF_8));
  }
}
