package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleasesTest {

  @Test
  void orders_releases_as_people_do() {
    List<String> releases =
        List.of("0.9", "1.0.0-draft", "1.0.0-rc-1", "1.0.0", "1.2", "1.10.0", "1.10.1", "10.0");
    List<String> shuffled = new ArrayList<>(releases);
    Collections.reverse(shuffled);

    shuffled.sort(Releases.ORDER);

    assertThat(shuffled).isEqualTo(releases);
  }
}
