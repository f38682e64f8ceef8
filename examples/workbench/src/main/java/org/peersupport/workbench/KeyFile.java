package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.peersupport.json.deidentification.PseudonymKey;

/** The file with the key of pseudonyms. */
final class KeyFile {
  private KeyFile() {}

  /**
   * The key; a word of warning when others may read it too.
   *
   * @throws BadInputException if it cannot be read, or is not one that cannot be guessed
   */
  static PseudonymKey read(String file, Console console) {
    Path path = TextFiles.path(file);
    try {
      PseudonymKey key = PseudonymKey.read(path);
      Permissions.tellIfReadByOthers(file, path, "key", console);
      return key;
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          file + ": " + e.getMessage() + "; 'peersupport deidentify --new-key FILE' makes one");
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }

  /**
   * Makes a file with a new key.
   *
   * @throws BadInputException if there is a file already, or it cannot be made
   */
  static void create(String file) {
    try {
      PseudonymKey.create(TextFiles.path(file));
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          file
              + ": is there already and was left as it is; a key that is lost cannot be made again");
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }
}
