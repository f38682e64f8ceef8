package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that a person has read and agreed to. A test only compares; {@code mvn verify
 * -Dgolden.update=true} rewrites them, for someone who then reads the difference.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Compares the lines with those of the file, or rewrites the file when asked to. */
  static void check(String name, List<String> lines) {
    Path file = Path.of(System.getProperty("basedir", "")).resolve(FOLDER).resolve(name);
    String text = String.join("\n", lines) + "\n";
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
      }
      List<String> agreed = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
      assertThat(text.lines().toList())
          .as("golden/%s; if the change is meant, run with -Dgolden.update=true and read it", name)
          .isEqualTo(agreed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
