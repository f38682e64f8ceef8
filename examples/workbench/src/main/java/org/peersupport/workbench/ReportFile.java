package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

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
   * @param attributes who may read it; its owner alone unless it is said
   * @throws BadInputException if there is one already, or it cannot be written there
   */
  static ReportFile at(String name, FileAttribute<?>... attributes) {
    if (name.isBlank()) {
      throw new BadInputException("(no name): a new file is expected; name one, or leave it out");
    }
    Path file = TextFiles.path(name);
    if (Files.isDirectory(file)) {
      throw new BadInputException(name + ": this is a directory; a file is needed");
    }
    NewFile.check(name);
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, ".peersupport-", ".tmp", attributes);
      draft.toFile().deleteOnExit();
      return new ReportFile(file, draft);
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  void write(String text) {
    try {
      Files.write(draft, text.getBytes(UTF_8));
      keep();
    } catch (IOException e) {
      throw BadInputException.of(file.toString(), e);
    } finally {
      discard();
    }
  }

  /** Where what is to stand in it goes, until it is kept. */
  OutputStream open() throws IOException {
    return Files.newOutputStream(draft);
  }

  /**
   * Gives what was written its name.
   *
   * @throws BadInputException if another file has got it meanwhile
   */
  void keep() throws IOException {
    try {
      Files.move(draft, file);
    } catch (FileAlreadyExistsException e) {
      throw NewFile.exists(file.toString());
    }
  }

  /** Takes away what was written and not kept. */
  void discard() {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw BadInputException.of(draft.toString(), e);
    }
  }
}
