package org.peersupport.workbench.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * A folder in which the commands of a book run one after the other. {@code examples} leads to the
 * examples of the project, and {@code peersupport} is the finished jar.
 */
final class Shell implements AutoCloseable {
  private static final long MINUTES = 5;

  private final Path folder;
  private final Path commands;

  /** What commands left: their status, standard output and standard error. */
  record Ran(int exit, String output, String told) {}

  Shell(Path parent) throws IOException {
    this.folder = Files.createDirectory(parent.resolve("folder"));
    this.commands = Files.createDirectory(parent.resolve("commands"));
    Files.createSymbolicLink(folder.resolve("examples"), Book.root().resolve("examples"));
    // Started often and used briefly: the quick compiler alone is enough.
    String java = "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar ";
    Path command =
        Files.writeString(
            commands.resolve("peersupport"),
            "#!/bin/sh\nexec %s'%s' \"$@\"\n"
                .formatted(java, System.getProperty("peersupport.jar")));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Takes the link away, so that nobody who deletes the folder follows it. */
  @Override
  public void close() throws IOException {
    Files.delete(folder.resolve("examples"));
  }

  void save(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  Ran run(String lines) throws IOException, InterruptedException {
    Path script = Files.writeString(commands.resolve("script"), lines);
    File printed = commands.resolve("printed").toFile();
    File told = commands.resolve("told").toFile();
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-e", script.toString())
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectError(told)
            .redirectOutput(printed);
    Path java = Path.of(System.getProperty("java.home"), "bin");
    shell.environment().merge("PATH", commands + ":" + java + ":", (path, first) -> first + path);
    Process process = shell.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + MINUTES + " minutes:\n" + lines);
    }
    return new Ran(
        process.exitValue(),
        Files.readString(printed.toPath(), UTF_8),
        Files.readString(told.toPath(), UTF_8));
  }
}
