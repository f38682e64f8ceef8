package org.peersupport.json.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A word to look for in many lines, most of which do not have it. Source: R. N. Horspool, Practical
 * fast searching in strings, Software: Practice and Experience 10(6), 1980. Immutable.
 */
public final class Word {
  private final byte[] word;
  private final int[] shifts = new int[256];

  /**
   * @param ascii not empty
   */
  public Word(String ascii) {
    this.word = ascii.getBytes(US_ASCII);
    Arrays.fill(shifts, word.length);
    for (int i = 0; i < word.length - 1; i++) {
      shifts[word[i]] = word.length - 1 - i;
    }
  }

  /** Whether it stands between one place and another. */
  public boolean isIn(byte[] bytes, int from, int to) {
    int last = word.length - 1;
    for (int i = from + last; i < to; i += shifts[bytes[i] & 0xFF]) {
      if (bytes[i] == word[last] && Arrays.equals(bytes, i - last, i + 1, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }
}
