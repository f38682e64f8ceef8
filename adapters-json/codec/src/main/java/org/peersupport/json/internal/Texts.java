package org.peersupport.json.internal;

import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.protocol.Keys;

/** Checks strings that have been read. */
final class Texts {
  private static final String SHA_256 = "sha-256:";
  private static final int FINGERPRINT_LENGTH = SHA_256.length() + 64;

  private Texts() {}

  /** The text, or null when no log and no output could carry it as it is. */
  static @Nullable String sound(Source source, String text) {
    if (isSound(text)) {
      return text;
    }
    source.report(IssueCode.ILL_FORMED, Sentences.TEXT);
    return null;
  }

  /** The text, or null when it is no opaque id. */
  static @Nullable String id(Source source, String text) {
    if (Keys.isId(text)) {
      return text;
    }
    source.report(IssueCode.ILL_FORMED, Sentences.ID);
    return null;
  }

  /** Whether it is {@code sha-256:} and 64 hexadecimal digits in small letters. */
  static boolean isFingerprint(String text) {
    if (text.length() != FINGERPRINT_LENGTH || !text.startsWith(SHA_256)) {
      return false;
    }
    for (int i = SHA_256.length(); i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is neither NUL nor half of a surrogate pair. */
  static boolean isSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
