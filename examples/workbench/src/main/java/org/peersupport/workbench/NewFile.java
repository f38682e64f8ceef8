package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes files that are there whole or not at all, and never takes the place of another. */
final class NewFile {
  /** Writes the content of a new file. */
  interface Content {
    /** Makes the file, which must not be there, and writes it to its end. */
    void write(Path file) throws IOException;
  }

  private NewFile() {}

  /**
   * Makes sure that there is none, before much work is done for it.
   *
   * @throws BadInputException if there is one
   */
  static void check(String file) {
    if (Files.exists(TextFiles.path(file))) {
      throw exists(file);
    }
  }

  /**
   * Makes the file; when that fails, what was written of it is taken away again.
   *
   * @throws BadInputException if there is one already, or it cannot be written
   */
  static void make(String file, Content content) {
    Path path = TextFiles.path(file);
    check(file);
    boolean done = false;
    boolean mine = true;
    try {
      content.write(path);
      done = true;
    } catch (FileAlreadyExistsException e) {
      mine = false;
      throw exists(file);
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    } finally {
      if (!done && mine) {
        discard(path);
      }
    }
  }

  /** There is one already. */
  static BadInputException exists(String file) {
    return new BadInputException(
        file + ": is there already and was left as it is; name another file, or remove it first");
  }

  private static void discard(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw BadInputException.of(path.toString(), e);
    }
  }
}
