package org.peersupport.json.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and hashes as text: lower-case hexadecimal and nothing else. */
final class Hashes {
  /** How long a hash or a salt is as text. */
  static final int DIGITS = 64;

  /** What stands for the line before the first one. */
  static final String NONE = "0".repeat(DIGITS);

  private Hashes() {}

  /** The hash of the parts, one after the other. */
  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static String text(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] bytes(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** Whether the text is what {@link #text} gives for 32 bytes. */
  static boolean isHash(String text) {
    return isHex(text, DIGITS);
  }

  /** Whether the text is so many lower-case hexadecimal digits. */
  static boolean isHex(String text, int digits) {
    if (text.length() != digits) {
      return false;
    }
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
