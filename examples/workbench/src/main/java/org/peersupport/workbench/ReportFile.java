package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A new file that is written whole or not at all. Its folder is tried out before the work begins.
 */
final class ReportFile {
  private final Path file;
  private final Path draft;

  private ReportFile(Path file, Path draft) {
    this.file = file;
    this.draft = draft;
  }

  /**
   * A file to be.
   *
   * @throws BadInputException if there is one already, or it cannot be written there
   */
  static ReportFile at(String name) {
    Path file = TextFiles.path(name);
    if (Files.isDirectory(file)) {
      throw new BadInputException(name + ": this is a directory; a file is needed");
    }
    NewFile.check(name);
    try {
      Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".peersupport-", ".tmp");
      draft.toFile().deleteOnExit();
      return new ReportFile(file, draft);
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  void write(String text) {
    try {
      Files.write(draft, text.getBytes(UTF_8));
      Files.move(draft, file);
    } catch (FileAlreadyExistsException e) {
      throw NewFile.exists(file.toString());
    } catch (IOException e) {
      throw BadInputException.of(file.toString(), e);
    }
  }
}
