package org.peersupport.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickstartTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/quickstart.txt");

  @Test
  void tells_the_same_story_every_time() throws IOException {
    String story = Printed.by(() -> Quickstart.main(new String[0]));

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, story);
    }
    assertThat(story).isEqualTo(Files.readString(GOLDEN));
  }
}
