package org.peersupport.workbench;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads small files whole. */
final class TextFiles {
  private TextFiles() {}

  /**
   * The text of a file.
   *
   * @throws BadInputException if there is none, or it cannot be read
   */
  static String read(String file) {
    try {
      return Files.readString(path(file));
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + ": this is no text in UTF-8");
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }

  /**
   * The path.
   *
   * @throws BadInputException if no file can have it
   */
  static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadInputException("(that path): is not one that a file can have");
    }
  }
}
