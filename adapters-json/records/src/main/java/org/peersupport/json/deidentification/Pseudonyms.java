package org.peersupport.json.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Ids that a key makes of ids: HMAC-SHA-256 (RFC 2104, FIPS 198-1) of what kind of id it is and the
 * id, cut to 128 bits. The same key gives the same pseudonym wherever an id stands; ids of
 * different kinds have different ones even where they read the same.
 *
 * <p>A referral's id means something within its session only, so its pseudonym is made of both;
 * otherwise every session's {@code r-1} would be called the same, and could be told by that. Not
 * safe to share between threads.
 */
final class Pseudonyms {
  private static final int BYTES = 16;
  private static final byte[] PURPOSE = "peersupport/deidentify/1".getBytes(UTF_8);

  private final Mac mac;

  Pseudonyms(PseudonymKey key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(key.secret());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  String session(String id) {
    return pseudonym("s-", hash("session", id));
  }

  String participant(String id) {
    return pseudonym("p-", hash("participant", id));
  }

  String referral(String session, String id) {
    return pseudonym("r-", hash("referral", session, id));
  }

  /**
   * A number from 0 up to the bound, exclusive, for a session; all are as good as equally likely.
   */
  long drawn(String session, long bound) {
    return Long.remainderUnsigned(ByteBuffer.wrap(hash("shift", session)).getLong(), bound);
  }

  private static String pseudonym(String prefix, byte[] hash) {
    return prefix + HexFormat.of().formatHex(hash, 0, BYTES);
  }

  /** No part contains NUL, so where one ends and the next begins is never in doubt. */
  private byte[] hash(String... parts) {
    mac.update(PURPOSE);
    for (String part : parts) {
      mac.update((byte) 0);
      mac.update(part.getBytes(UTF_8));
    }
    return mac.doFinal();
  }
}
