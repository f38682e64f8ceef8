package org.peersupport.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActivityKind;

class NounsTest {
  private static final Set<ActivityKind> WITHOUT_TITLES =
      EnumSet.of(ActivityKind.CONCERN, ActivityKind.THANK);

  /** A new kind of activity is about an element, a resource, or something that has no title. */
  @Test
  void every_kind_of_activity_finds_the_title_of_what_it_is_about() {
    Nouns nouns =
        new Nouns(Wording.in(Locale.ROOT), Map.of("key", "A title"), Map.of("key", "A title"));

    for (ActivityKind kind : ActivityKind.values()) {
      boolean titled = nouns.title(kind.wireName(), "key").contains("A title");
      assertThat(titled).as("%s", kind).isNotEqualTo(WITHOUT_TITLES.contains(kind));
    }
  }
}
