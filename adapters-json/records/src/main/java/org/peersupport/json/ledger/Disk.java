package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.JsonLimits;

/** Files that only their owner may read, and the certainty that they are on the disk. */
final class Disk {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private static final int FIRST_READ = 1 << 12;

  private Disk() {}

  /**
   * Opens a file; one that is made for it is readable by its owner alone.
   *
   * @throws IOException if it cannot be opened, or is a symbolic link
   */
  static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
    OpenOption[] all = new OpenOption[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = NOFOLLOW_LINKS;
    return FileChannel.open(file, Set.of(all), ownerOnly());
  }

  /** Who may read a file that is made: its owner. */
  static FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** What is known of a file; null when there is none. */
  static @Nullable BasicFileAttributes attributes(Path file, LinkOption... links)
      throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, links);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Tells a file from every other one that there is: the device and its number there, or its place
   * where the system has no such numbers. As long as the file is open no other gets its number.
   */
  static Object identity(Path file, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? file.toAbsolutePath().normalize() : key;
  }

  /** Writes all of it. */
  static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** The bytes from a place on, fewer where the file ends before. */
  static byte[] read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
      // on to the rest
    }
    byte[] read = new byte[bytes.position()];
    bytes.flip().get(read);
    return read;
  }

  /** The line that begins there, without its end; what there is when it has none. */
  static byte[] line(FileChannel channel, long from) throws IOException {
    for (int size = FIRST_READ; ; size *= 2) {
      byte[] bytes = read(channel, from, size);
      for (int end = 0; end < bytes.length; end++) {
        if (bytes[end] == '\n') {
          return Arrays.copyOf(bytes, end);
        }
      }
      if (bytes.length < size || size > JsonLimits.LEDGER_BYTES) {
        return bytes;
      }
    }
  }

  /** How many names the file has; one where the system does not tell. */
  static int names(Path file) throws IOException {
    return isPosix() && Files.getAttribute(file, "unix:nlink") instanceof Integer count ? count : 1;
  }

  /** Gives a file the owner, the group and the mode of another one, as far as that may be. */
  static void tryCopyOwnership(Path from, Path to) throws IOException {
    try {
      copyOwnership(from, to);
    } catch (FileSystemException e) {
      // not ours to give away; whoever may not read it is told so when they try
    }
  }

  /**
   * Gives a file the owner, the group and the mode of another one.
   *
   * @throws IOException if it may not be given away; nobody else can read it then than before
   */
  static void copyOwnership(Path from, Path to) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(to, PosixFileAttributeView.class, NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted =
        Files.readAttributes(from, PosixFileAttributes.class, NOFOLLOW_LINKS);
    PosixFileAttributes has = view.readAttributes();
    if (!has.owner().equals(wanted.owner())) {
      view.setOwner(wanted.owner());
    }
    if (!has.group().equals(wanted.group())) {
      view.setGroup(wanted.group());
    }
    if (!has.permissions().equals(wanted.permissions()) || !has.owner().equals(wanted.owner())) {
      view.setPermissions(wanted.permissions());
    }
  }

  /** What was made, renamed or deleted in the folder of the file has reached the disk. */
  static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (isPosix() && folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
