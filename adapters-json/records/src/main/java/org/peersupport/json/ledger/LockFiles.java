package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * The making of lock files. That of a new ledger has the note of its beginning in it from the first
 * moment on; so a lock file that is empty says that there was a ledger, also after whatever has
 * stopped the process that made it.
 */
final class LockFiles {
  private static final String DRAFT = "-";

  private LockFiles() {}

  /** Makes the file, unless there is one, or something else of that name. */
  static void makeIfMissing(Path file, Path ledger) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS)) {
      return;
    }
    BasicFileAttributes written = Disk.attributes(ledger, NOFOLLOW_LINKS);
    try {
      if (written == null || written.size() == 0) {
        makeOfBeginning(file);
      } else {
        Disk.open(file, CREATE_NEW, WRITE).close();
      }
    } catch (FileAlreadyExistsException e) {
      // somebody else was faster
    }
  }

  private static void makeOfBeginning(Path file) throws IOException {
    Path draft = Files.createTempFile(folder(file), file.getFileName() + DRAFT, "");
    try {
      write(draft, WRITE);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      return; // somebody else was faster, or takes the draft for one that was left behind
    } catch (UnsupportedOperationException | FileSystemException e) {
      write(file, CREATE_NEW, WRITE); // a file system without links
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path folder(Path file) {
    return requireNonNull(file.toAbsolutePath().getParent());
  }

  /** Deletes the drafts that were not taken away because their process was stopped. */
  static void discardDrafts(Path file) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(file.getFileName() + DRAFT) + "[0-9]+");
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(
            folder(file), each -> name.matcher(each.getFileName().toString()).matches())) {
      for (Path draft : drafts) {
        if (isDraft(draft)) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static boolean isDraft(Path file) throws IOException {
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    if (there == null || !there.isRegularFile()) {
      return false;
    }
    try (FileChannel channel = Disk.open(file, READ)) {
      return AppendNote.OF_BEGINNING.beginsWith(Disk.read(channel, 0, AppendNote.LONGEST));
    } catch (NoSuchFileException e) {
      return false; // its own process has just taken it away
    }
  }

  private static void write(Path file, StandardOpenOption... how) throws IOException {
    try (FileChannel channel = Disk.open(file, how)) {
      Disk.write(channel, AppendNote.OF_BEGINNING.text());
      channel.force(true);
    }
  }
}
