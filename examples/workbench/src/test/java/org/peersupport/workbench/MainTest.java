package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  @Test
  void runs() {
    assertThat(new CommandLine(new Main()).execute()).isZero();
  }
}
