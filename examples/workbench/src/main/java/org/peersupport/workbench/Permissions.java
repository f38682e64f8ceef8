package org.peersupport.workbench;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read a file that is made, where the file system knows owners. */
final class Permissions {
  private Permissions() {}

  /** Nobody but the owner may read or write it: what is confidential, and secrets. */
  static FileAttribute<?>[] ownerOnly(Path file) {
    return of(file, "rw-------");
  }

  /** Everybody may read it. */
  static FileAttribute<?>[] readByAll(Path file) {
    return of(file, "rw-r--r--");
  }

  private static FileAttribute<?>[] of(Path file, String permissions) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
