package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a person has looked at. {@code -Dgolden.update=true} rewrites them. */
final class TestGolden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "certification");

  private TestGolden() {}

  static void check(String name, String text) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(file, text + "\n");
      }
      assertThat(file).as("golden file; -Dgolden.update=true writes it").exists();
      assertThat(text + "\n").isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
