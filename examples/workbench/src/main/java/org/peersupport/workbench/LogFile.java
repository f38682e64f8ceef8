package org.peersupport.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file of a log: locked for one process, and written at its end alone, so that nothing that
 * somebody else wrote is ever overwritten.
 *
 * <p>Java opens no channel for reading and appending at once, so there are two. Both stay open
 * until the log is closed: POSIX gives up all locks of a process on a file as soon as the process
 * closes any descriptor of that file.
 */
final class LogFile implements AutoCloseable {
  private static final Set<StandardOpenOption> APPENDING =
      Set.of(StandardOpenOption.APPEND, StandardOpenOption.CREATE);

  /** The files that this process has locked. To open one again and close it would unlock it. */
  private static final Set<Object> LOCKED = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel appended;
  private final FileChannel read;
  private final ExpectedFile expected;
  private final boolean sync;

  private LogFile(
      Path path, FileChannel appended, FileChannel read, ExpectedFile expected, boolean sync) {
    this.path = path;
    this.appended = appended;
    this.read = read;
    this.expected = expected;
    this.sync = sync;
    expected.identity().ifPresent(LOCKED::add);
  }

  /**
   * Opens a file, or makes one that only its owner may read.
   *
   * @param sync whether everything that is written has to reach the disk, and the name of a new
   *     file too
   * @throws BadInputException if another guide writes it
   */
  static LogFile open(Path path, boolean sync) throws IOException {
    Optional<Object> before = ExpectedFile.identity(path);
    if (before.filter(LOCKED::contains).isPresent()) {
      throw writtenByAnother(path);
    }
    FileChannel appended = FileChannel.open(path, APPENDING, Permissions.ownerOnly(path));
    try {
      lock(path, appended);
      ExpectedFile expected = ExpectedFile.at(path);
      if (before.isPresent() && !before.equals(expected.identity())) {
        throw new BadInputException(path + ": another file took its place just now; start again");
      }
      if (sync && expected.length() == 0) {
        syncFolder(path);
      }
      FileChannel read = FileChannel.open(path, StandardOpenOption.READ);
      return new LogFile(path, appended, read, expected, sync);
    } catch (IOException | RuntimeException e) {
      appended.close();
      throw e;
    }
  }

  /** Lets the name of a file reach the disk, on systems that can open a folder for that. */
  private static void syncFolder(Path path) throws IOException {
    Path folder = path.toRealPath().getParent();
    if (!Permissions.areKnown(path) || folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw BadInputException.of(folder.toString(), e);
    }
  }

  private static void lock(Path path, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw writtenByAnother(path);
    }
  }

  private static BadInputException writtenByAnother(Path path) {
    return new BadInputException(path + ": another guide is writing this log");
  }

  /** Everything that is in it. */
  InputStream content() {
    return Channels.newInputStream(read);
  }

  /** How long it is, as far as this process knows. */
  long length() {
    return expected.length();
  }

  /** Whether its last line has an end. */
  boolean endsWithLine() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return read.read(last, expected.length() - 1) == 1 && last.get(0) == '\n';
  }

  /** Takes away what comes after the first bytes. */
  void truncate(long length) throws IOException {
    appended.truncate(length);
    expected.setLength(length);
  }

  /**
   * Adds bytes at the end. When that fails, a part of them may be there, and nothing may follow.
   */
  void append(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      appended.write(rest);
    }
    expected.setLength(expected.length() + bytes.length);
    if (sync) {
      appended.force(false);
    }
  }

  /**
   * Makes sure that nobody else has changed the file.
   *
   * @param consequence what that means for the commands that have no answer yet
   * @throws BadInputException if somebody has; it says what happened, and what to do
   */
  void requireUnchanged(String consequence) throws IOException {
    Optional<ExpectedFile.Change> change = expected.change();
    if (change.isPresent()) {
      throw new BadInputException(path + ": " + told(change.get()) + ". " + consequence);
    }
  }

  private static String told(ExpectedFile.Change change) {
    return switch (change) {
      case REMOVED -> "the log was removed or renamed; put it back";
      case REPLACED -> "another file is in the place of the log; put the log back";
      case CUT -> "something was cut off the log; restore it from a copy";
      case EDITED -> "another program has written over the log; restore it from a copy";
      case EXTENDED -> "another program has written to the log; take out what it wrote";
    };
  }

  @Override
  public void close() throws IOException {
    expected.identity().ifPresent(LOCKED::remove);
    try {
      appended.close();
    } finally {
      read.close();
    }
  }
}
