package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command printed when a person last looked at it; -Dgolden.update=true writes it anew. */
final class Golden {
  private static final Path FILES = Path.of("src/test/resources/golden");

  private Golden() {}

  static void assertSame(String name, String text) throws IOException {
    Path file = FILES.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
