package org.peersupport.json.deidentification;

import java.io.IOException;
import java.nio.file.Path;
import org.peersupport.json.LogReader;

/** A log that can be read more than once. */
public interface RepeatableLog {
  /** What to call it where something is wrong with it, such as the path of the file. */
  String name();

  /**
   * A reader at its beginning.
   *
   * @throws IOException if it cannot be opened
   */
  LogReader open() throws IOException;

  /** A file; one whose name ends with {@code .gz} is unpacked as it is read. */
  static RepeatableLog of(Path file) {
    return new RepeatableLog() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public LogReader open() throws IOException {
        return LogReader.open(file);
      }
    };
  }
}
