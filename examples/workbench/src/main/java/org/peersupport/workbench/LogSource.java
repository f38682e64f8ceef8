package org.peersupport.workbench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peersupport.audit.Corrections;
import org.peersupport.json.CorrectionReader;
import org.peersupport.json.LogReader;

/** A log that can be read from its beginning any number of times. */
final class LogSource {
  private final String name;
  private final Path file;
  private final Progress progress;

  LogSource(String name, Path file, Progress progress) {
    this.name = name;
    this.file = file;
    this.progress = progress;
  }

  /** As the user named it. */
  String name() {
    return name;
  }

  /** A reader of all of it. */
  LogReader open() throws IOException {
    return LogReader.of(counted(Files.newInputStream(file)), name);
  }

  /** The corrections in it; of a log that cannot be read to its end, those before. */
  Corrections corrections() {
    Corrections corrections = new Corrections();
    try (InputStream in = Files.newInputStream(file)) {
      CorrectionReader.read(in, name, corrections::add);
    } catch (IOException e) {
      // Reading it again will tell.
    }
    return corrections;
  }

  /** The same with what was entered in error. */
  Corrections correctionsAndVoids() {
    Corrections corrections = new Corrections();
    try (InputStream in = Files.newInputStream(file)) {
      CorrectionReader.read(in, name, corrections::add, corrections::add);
    } catch (IOException e) {
      // Reading it again will tell.
    }
    return corrections;
  }

  private InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        progress.add(Math.max(0, count));
        return count;
      }
    };
  }
}
