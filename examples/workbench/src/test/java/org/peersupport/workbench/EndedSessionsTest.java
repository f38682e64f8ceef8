package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndedSessionsTest {
  @Test
  void remembers_which_sessions_were_there_and_no_others() {
    EndedSessions ended = new EndedSessions();
    for (int i = 0; i < 100_000; i++) {
      ended.add("s-" + i);
      ended.add("s-" + i);
    }

    for (int i = 0; i < 100_000; i++) {
      assertThat(ended.contains("s-" + i)).isTrue();
      assertThat(ended.contains("t-" + i)).isFalse();
    }
  }
}
