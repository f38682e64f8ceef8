package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The permission to read a file, where the file system knows owners. */
final class Permissions {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private Permissions() {}

  /** Nobody but the owner may read or write it: what is confidential, and secrets. */
  static FileAttribute<?>[] ownerOnly(Path file) {
    return of(file, "rw-------");
  }

  /** Everybody may read it. */
  static FileAttribute<?>[] readByAll(Path file) {
    return of(file, "rw-r--r--");
  }

  /**
   * Tells when others may read what is for its owner alone.
   *
   * @param name the file, as the user named it
   * @param what is in it, in a word
   */
  static void tellIfReadByOthers(String name, Path file, String what, Console console)
      throws IOException {
    if (isReadByOthers(file)) {
      console.tell(
          name + ": others on this machine may read this " + what + "; chmod 600 keeps it to you");
    }
  }

  private static boolean isReadByOthers(Path file) throws IOException {
    return areKnown(file) && !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS);
  }

  /** Whether the file system knows owners, and what they permit. */
  static boolean areKnown(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] of(Path file, String permissions) {
    return areKnown(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
