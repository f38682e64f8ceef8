package org.peersupport.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActivityKind;

class NounsTest {
  private final Nouns nouns = new Nouns(Wording.in(Locale.ROOT), kind -> Map.of("key", kind));

  /** A new kind of activity finds its own titles, and has words of its own. */
  @Test
  void every_kind_of_activity_finds_the_title_of_what_it_is_about() {
    for (ActivityKind kind : ActivityKind.values()) {
      assertThat(nouns.title(kind.wireName(), "key")).isEqualTo(kind.wireName());
      assertThat(nouns.anyOf(List.of(kind.wireName() + ":key"))).contains(kind.wireName());
    }
  }

  @Test
  void a_yes_and_a_no_to_the_same_are_an_answer_and_a_hand_off_and_its_completion_one_thing() {
    Nouns titled = new Nouns(Wording.in(Locale.ROOT), kind -> Map.of("x", "X"));

    assertThat(titled.anyOf(List.of("accept:x", "decline:x")))
        .isEqualTo("the peer's answer to 'X'");
    assertThat(titled.anyOf(List.of("connect:x", "complete:x")))
        .isEqualTo("a hand-off to 'X' or its completion");
    assertThat(titled.anyOf(List.of("connect:x", "complete:*")))
        .isEqualTo("a hand-off to 'X' or the completion of a referral");
  }

  @Test
  void thanks_are_for_something_and_a_level_without_a_title_is_a_word() {
    Nouns titled =
        new Nouns(
            Wording.in(Locale.ROOT),
            kind -> kind.equals("concern") ? Map.of("a-b", "a b") : Map.of("a-b", "the work"));

    assertThat(titled.named("thank", "a-b")).isEqualTo("the work");
    assertThat(titled.named("concern", "a-b")).isEqualTo("a b");
    assertThat(titled.named("offer", "a-b")).isEqualTo("'the work'");
  }
}
