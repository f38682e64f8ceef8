package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The file that a path has to lead to: which one it is, how long, and when it was written. A
 * process goes on writing to a file that has lost its name, and is told nothing; so it has to look
 * for itself.
 *
 * <p>Some file systems give a file no identity. There only its absence and its length are seen.
 */
final class ExpectedFile {
  /** The kind of change that somebody else has made. */
  enum Change {
    /** No file has this path: it was removed or renamed. */
    REMOVED,
    /** Another file has this path. */
    REPLACED,
    /** It is shorter than it should be. */
    CUT,
    /** It is longer than it should be. */
    EXTENDED,
    /** It was written since, and has its length. */
    EDITED
  }

  private final Path path;
  private final Optional<Object> identity;
  private long length;
  private Optional<FileTime> written;

  private ExpectedFile(Path path, BasicFileAttributes attributes) {
    this.path = path;
    this.identity = identity(attributes);
    this.length = attributes.size();
    this.written = Optional.of(attributes.lastModifiedTime());
  }

  /** The file that has the path now; it stays open meanwhile, or its identity may be used again. */
  static ExpectedFile at(Path path) throws IOException {
    return new ExpectedFile(path, attributes(path));
  }

  /** The identity of a file; empty when there is no such file, or it has none. */
  static Optional<Object> identity(Path path) throws IOException {
    try {
      return identity(attributes(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> identity(BasicFileAttributes attributes) {
    return Optional.ofNullable(attributes.fileKey());
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  Optional<Object> identity() {
    return identity;
  }

  long length() {
    return length;
  }

  /** From now on it is this long; it was written, so its time is that of the next look. */
  void setLength(long bytes) {
    length = bytes;
    written = Optional.empty();
  }

  /** The change that can be seen; one look at the file system. */
  Optional<Change> change() throws IOException {
    BasicFileAttributes now;
    try {
      now = attributes(path);
    } catch (NoSuchFileException e) {
      return Optional.of(Change.REMOVED);
    }
    if (!identity(now).equals(identity)) {
      return Optional.of(Change.REPLACED);
    } else if (now.size() < length) {
      return Optional.of(Change.CUT);
    }
    if (now.size() > length) {
      return Optional.of(Change.EXTENDED);
    }
    FileTime time = now.lastModifiedTime();
    boolean edited = written.filter(known -> !known.equals(time)).isPresent();
    written = Optional.of(time);
    return edited ? Optional.of(Change.EDITED) : Optional.empty();
  }
}
