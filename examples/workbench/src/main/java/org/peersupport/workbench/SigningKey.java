package org.peersupport.workbench;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that signs a report: Ed25519, as PKCS#8 in PEM (RFC 7468, RFC 8410). */
final class SigningKey {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private SigningKey() {}

  /**
   * Reads a key.
   *
   * @throws BadInputException if there is none, or it is of another kind; nothing of it is told
   */
  static PrivateKey read(String file) {
    String text = TextFiles.read(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw unusable(file);
    }
    String base64 = text.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
    try {
      byte[] pkcs8 = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file);
    }
  }

  private static BadInputException unusable(String file) {
    return new BadInputException(
        file
            + ": this is no Ed25519 private key in PEM (PKCS#8); 'ledger key FILE' makes one that"
            + " is");
  }
}
