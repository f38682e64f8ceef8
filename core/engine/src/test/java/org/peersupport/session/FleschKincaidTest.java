package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleschKincaidTest {
  /** As the Carnegie Mellon pronouncing dictionary divides them. */
  @ParameterizedTest
  @CsvSource({
    "the,1",
    "a,1",
    "be,1",
    "peer,1",
    "people,2",
    "asked,1",
    "needed,2",
    "recorded,3",
    "takes,1",
    "closes,2",
    "resources,3",
    "resource,2",
    "conversation,4",
    "protocol,3",
    "supporter,3",
    "session,2",
    "colleague,2",
    "confidential,4",
    "social,2",
    "quiet,2",
    "idea,3",
    "referral,3",
    "emergency,4",
    "element,3",
    "elements,3",
    "somebody,3",
    "someone,2",
    "because,2",
    "before,2",
    "danger,2",
    "safety,2",
    "yes,1",
    "yet,1",
    "hand,1",
    "begin,2",
    "begun,2",
    "thank,1",
    "refused,2",
    "whole,1",
    "professional,4",
    "mental,2",
    "health,1",
    "care,1",
    "obligation,4",
    "situation,4",
    "material,4",
    "previous,3",
    "nine,1",
    "table,2",
    "please,1",
    "earlier,3",
    "going,2",
    "peer's,1",
    "don't,1",
    "2020,4",
    "connected,3",
    "declined,2",
    "promises,3",
    "changes,2",
    "reaches,2",
    "audio,3",
    "continuous,4",
    "usual,3",
    "guard,1",
    "question,2"
  })
  void counts_the_syllables_of_a_word(String word, int syllables) {
    assertThat(FleschKincaid.syllables(word)).isEqualTo(syllables);
  }

  @Test
  void finds_sentences_and_words() {
    assertThat(FleschKincaid.sentences("Ask. J. Shapiro says: go on; then stop! \"Why?\" Nobody"))
        .containsExactly("Ask.", "J. Shapiro says: go on; then stop!", "\"Why?\"", "Nobody");
    assertThat(FleschKincaid.words("A hand-off to 'Emergency care', it's done (2020)."))
        .containsExactly("A", "hand", "off", "to", "Emergency", "care", "it's", "done", "2020");
  }

  /** 7 words, 1 sentence, 8 syllables; then two such sentences. */
  @Test
  void computes_the_published_formula() {
    String sentence = "The cat sat on the mat today.";
    double grade = 0.39 * 7 + 11.8 * 8 / 7 - 15.59;

    assertThat(FleschKincaid.grade(sentence)).isCloseTo(grade, within(1e-9));
    assertThat(FleschKincaid.grade(List.of(sentence, sentence))).isCloseTo(grade, within(1e-9));
    assertThat(FleschKincaid.grade(sentence + " " + sentence)).isCloseTo(grade, within(1e-9));
  }
}
