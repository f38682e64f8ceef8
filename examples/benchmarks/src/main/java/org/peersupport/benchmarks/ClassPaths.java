package org.peersupport.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Class paths for the JVMs that are started from here. */
final class ClassPaths {
  private ClassPaths() {}

  /** The class path of this JVM. */
  static String same() {
    return System.getProperty("java.class.path");
  }

  /**
   * A class path with this project alone: from the jar of the benchmarks, which has thousands of
   * classes of others, its part of it is copied out. Anything else is given as it is.
   */
  static String small() throws IOException {
    String same = same();
    if (same.contains(File.pathSeparator) || !same.endsWith(".jar")) {
      return same;
    }
    Path small = Files.createTempFile("peersupport", ".jar");
    small.toFile().deleteOnExit();
    try (JarFile from = new JarFile(same);
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(small))) {
      Enumeration<JarEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        copy(from, entries.nextElement(), to);
      }
    }
    return small.toString();
  }

  private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
    String name = entry.getName();
    boolean ours = name.startsWith("org/peersupport/") || name.startsWith("META-INF/peersupport/");
    if (ours && !entry.isDirectory()) {
      to.putNextEntry(new JarEntry(name));
      try (InputStream in = from.getInputStream(entry)) {
        copy(in, to);
      }
      to.closeEntry();
    }
  }

  private static void copy(InputStream in, OutputStream to) throws IOException {
    in.transferTo(to);
  }
}
