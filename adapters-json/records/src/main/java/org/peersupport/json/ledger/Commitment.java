package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.random.RandomGenerator;

/**
 * What stands in the chain for a value that may have to be erased: a hash of the value and of a
 * salt that nobody can guess. With the salt it proves the value; without, it tells nothing of it,
 * however few values are possible.
 *
 * <p>It is SHA-256 of {@code peersupport/ledger/1/KIND}, a zero byte, the 32 bytes of the salt, and
 * the value in UTF-8. The salt is of fixed length and stands before the value, so no two pairs give
 * the same bytes; the kind keeps what was committed to as one thing from being shown as another.
 */
final class Commitment {
  private static final String DOMAIN = "peersupport/ledger/1/";
  private static final byte[] END = {0};
  private static final int SALT_BYTES = 32;

  private Commitment() {}

  /** A salt of 256 bits, as text. */
  static String salt(RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Hashes.text(salt);
  }

  /** The commitment, as text. */
  static String of(ErasableKind kind, String salt, String value) {
    return Hashes.text(
        Hashes.sha256(
            (DOMAIN + kind.word()).getBytes(UTF_8),
            END,
            Hashes.bytes(salt),
            value.getBytes(UTF_8)));
  }

  /** What stands for the value once it is erased; of itself it fits where an id must stand. */
  static String pseudonym(String commitment) {
    return "erased-" + commitment.substring(0, 32);
  }
}
