package org.peersupport.workbench;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard input. A process that starts without one gets its next file in that place, and that is
 * one of Java's own: reading it as commands would be a mistake, so it is told as what it is.
 */
final class StandardInput {
  private StandardInput() {}

  static InputStream open() {
    return isClosed(Path.of("/proc/self/fd/0"))
        ? new ClosedInput()
        : new FileInputStream(FileDescriptor.in);
  }

  /** Whether the link leads to a file of Java or of this program; false where nothing tells. */
  static boolean isClosed(Path link) {
    try {
      Path file = link.toRealPath();
      if (!Files.isRegularFile(file)) {
        return false;
      }
      for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
        Path own = Path.of(entry);
        if (Files.exists(own) && file.equals(own.toRealPath())) {
          return true;
        }
      }
      return file.startsWith(Path.of(System.getProperty("java.home")).toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Tells at the first reading that there is nothing to read from. */
  private static final class ClosedInput extends InputStream {
    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      throw new IOException("it is closed; give it something to read, such as </dev/null");
    }
  }
}
