package org.peersupport.json.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowUpsTest {
  private final FollowUps followUps = new FollowUps();

  @Test
  void a_line_goes_back_to_its_first_even_if_that_is_only_named() {
    followUps.add("c", "b");
    followUps.add("d", "c");
    followUps.add("b", "a");

    assertThat(followUps.root("d")).isEqualTo("a");
    assertThat(followUps.root("b")).isEqualTo("a");
    assertThat(followUps.root("c")).isEqualTo("a");
    assertThat(followUps.root("a")).isEqualTo("a");
    assertThat(followUps.root("x")).isEqualTo("x");
  }

  @Test
  void two_follow_ups_of_one_session_belong_together() {
    followUps.add("b", "a");
    followUps.add("c", "a");

    assertThat(followUps.root("b")).isEqualTo(followUps.root("c"));
  }

  @Test
  void a_circle_has_one_root_wherever_one_starts() {
    for (String start : new String[] {"a", "b", "c", "x", "y"}) {
      FollowUps circle = new FollowUps();
      circle.add("b", "c");
      circle.add("c", "a");
      circle.add("a", "b");
      circle.add("x", "c");
      circle.add("y", "x");

      assertThat(circle.root(start)).isEqualTo("a");
      assertThat(circle.root("y")).isEqualTo("a");
      assertThat(circle.root("c")).isEqualTo("a");
    }
    followUps.add("a", "a");
    assertThat(followUps.root("a")).isEqualTo("a");
  }

  @Test
  void a_very_long_line_takes_neither_a_deep_stack_nor_long() {
    int length = 200_000;
    for (int i = 1; i < length; i++) {
      followUps.add("s-" + i, "s-" + (i - 1));
    }

    for (int i = length - 1; i > 0; i--) {
      assertThat(followUps.root("s-" + i).equals("s-0")).isTrue();
    }
  }
}
