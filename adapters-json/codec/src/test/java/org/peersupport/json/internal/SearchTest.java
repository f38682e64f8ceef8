package org.peersupport.json.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** Searches find what a plain search finds. */
class SearchTest {

  @Property
  void the_first_byte_is_found(
      @ForAll @CharRange(from = '\u0000', to = '\u00ff') @StringLength(max = 40) String text,
      @ForAll byte sought) {
    int expected = text.indexOf((char) (sought & 0xFF));

    assertThat(Bytes.find(text.getBytes(ISO_8859_1), 0, text.length(), sought)).isEqualTo(expected);
  }

  @Property
  void a_byte_is_found_between_two_places(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 30, max = 30) String text) {
    for (int from = 0; from < 12; from++) {
      int found = text.substring(0, 25).indexOf('a', from);

      assertThat(Bytes.find(text.getBytes(ISO_8859_1), from, 25, (byte) 'a')).isEqualTo(found);
    }
  }

  @Property
  void a_word_is_found(
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 40) String text,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(min = 1, max = 6) String word) {
    byte[] bytes = text.getBytes(ISO_8859_1);

    assertThat(new Word(word).isIn(bytes, 0, bytes.length)).isEqualTo(text.contains(word));
  }
}
