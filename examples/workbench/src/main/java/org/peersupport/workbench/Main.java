package org.peersupport.workbench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where {@code java -jar peersupport.jar} begins. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            StandardInput.open(),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            isWatched());
    System.exit(new Workbench(console).run(arguments));
  }

  /**
   * Whether standard error is a terminal. Java does not tell; where Linux does not, nobody watches.
   */
  private static boolean isWatched() {
    try {
      String error = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return error.startsWith("/dev/pts/") || error.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
