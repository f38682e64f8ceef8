package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;

class LanguageFilesTest {
  @Test
  void german_lacks_nothing() {
    LanguageGaps gaps = LanguageFiles.gaps(Locale.GERMAN);

    assertThat(gaps).isEqualTo(new LanguageGaps(List.of(), List.of(), List.of()));
    assertThat(gaps.isEmpty()).isTrue();
  }

  @Test
  void english_is_what_others_are_compared_with() {
    assertThat(LanguageFiles.gaps(Locale.ROOT).isEmpty()).isTrue();
  }

  /** The test resources have a file with a few sentences, one of them with a place of its own. */
  @Test
  void tells_what_is_missing_unknown_and_filled_in_otherwise() {
    LanguageGaps gaps = LanguageFiles.gaps(Locale.forLanguageTag("yy"));

    assertThat(gaps.isEmpty()).isFalse();
    assertThat(gaps.missing()).contains("urgent", "remedy.join").doesNotContain("remedy");
    assertThat(gaps.unknown()).containsExactly("remedey.none");
    assertThat(gaps.places())
        .containsExactly(
            new LanguageGaps.Places("code.element.unknown", Set.of("elements"), Set.of("parts")),
            new LanguageGaps.Places("missing", Set.of("a"), Set.of()));
  }

  @Test
  void counts_a_country_with_its_language() {
    Locale language = Locale.forLanguageTag("yy");
    Locale country = Locale.forLanguageTag("yy-XX");

    assertThat(LanguageFiles.gaps(country).missing())
        .doesNotContain("remedy.join")
        .hasSize(LanguageFiles.gaps(language).missing().size() - 1);
    assertThat(LanguageFiles.gaps(country).places())
        .extracting(LanguageGaps.Places::key)
        .containsExactly("code.element.unknown");
  }

  @Test
  void lacks_everything_where_there_is_no_file() {
    LanguageGaps gaps = LanguageFiles.gaps(Locale.forLanguageTag("qq"));

    assertThat(gaps.missing()).contains("remedy", "part.must", "code.session.paused");
    assertThat(gaps.unknown()).isEmpty();
    assertThat(gaps.places()).isEmpty();
  }

  @Test
  void tells_the_words_of_a_protocol_that_nobody_has_translated() {
    assertThat(LanguageFiles.missingWords(Catalogue.amaSixElements(), Locale.FRENCH))
        .startsWith("/title", "/elements/reach-out/title", "/elements/reach-out/purpose")
        .contains(
            "/elements/close-with-thank-you/prompts",
            "/resources/chaplaincy",
            "/concerns/imminent",
            "/appreciation/work",
            "/reasons/not-now",
            "/rules/answered-{resource}")
        .endsWith("/deadlines/imminent-concern-in-time")
        .doesNotHaveDuplicates();
  }
}
