package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys for Ed25519 (RFC 8032), by the Java platform, as PEM (RFC 7468): the private one in PKCS #8,
 * the public one in X.509, as {@code openssl genpkey -algorithm ed25519} makes them too. No
 * exception repeats anything of a key. Stateless, so safe to use from many threads at once.
 */
public final class LedgerKeys {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int LINE = 64;

  private LedgerKeys() {}

  /**
   * Makes a pair of keys.
   *
   * @param random where the private key comes from
   */
  public static KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw unsupported(e);
    }
  }

  /** Whether the public key verifies what the private key signs. */
  public static boolean areOnePair(KeyPair keys) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      byte[] anything = {1};
      signature.initSign(keys.getPrivate());
      signature.update(anything);
      byte[] signed = signature.sign();
      signature.initVerify(keys.getPublic());
      signature.update(anything);
      return signature.verify(signed);
    } catch (NoSuchAlgorithmException e) {
      throw unsupported(e);
    } catch (InvalidKeyException | SignatureException e) {
      return false;
    }
  }

  /** The private key as PEM. Whoever has it can sign in your name. */
  public static String pem(PrivateKey key) {
    return pem(PRIVATE, key.getEncoded());
  }

  /** The public key as PEM. */
  public static String pem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  private static String pem(String what, byte[] encoded) {
    String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }

  /**
   * Reads a private key.
   *
   * @throws IllegalArgumentException if the text is none for Ed25519; the message says what is
   *     expected
   */
  public static PrivateKey readPrivate(String pem) {
    try {
      return factory().generatePrivate(new PKCS8EncodedKeySpec(encoded(PRIVATE, pem)));
    } catch (InvalidKeySpecException e) {
      throw notA(PRIVATE);
    }
  }

  /**
   * Reads a public key.
   *
   * @throws IllegalArgumentException if the text is none for Ed25519; the message says what is
   *     expected
   */
  public static PublicKey readPublic(String pem) {
    try {
      return factory().generatePublic(new X509EncodedKeySpec(encoded(PUBLIC, pem)));
    } catch (InvalidKeySpecException e) {
      throw notA(PUBLIC);
    }
  }

  private static byte[] encoded(String what, String pem) {
    Matcher parts =
        Pattern.compile(
                "-----BEGIN " + what + "-----([A-Za-z0-9+/=\\s]*)-----END " + what + "-----")
            .matcher(pem.strip());
    if (!parts.matches()) {
      throw notA(what);
    }
    try {
      return Base64.getMimeDecoder().decode(parts.group(1).getBytes(US_ASCII));
    } catch (IllegalArgumentException e) {
      throw notA(what);
    }
  }

  private static IllegalArgumentException notA(String what) {
    return new IllegalArgumentException(
        "this is no Ed25519 "
            + what.toLowerCase(Locale.ROOT)
            + " in PEM, which begins with -----BEGIN "
            + what
            + "-----");
  }

  private static KeyFactory factory() {
    try {
      return KeyFactory.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw unsupported(e);
    }
  }

  /** The same bytes are known by the same 64 hexadecimal digits: SHA-256 of the X.509 form. */
  static String fingerprint(PublicKey key) {
    return Hashes.text(Hashes.sha256(key.getEncoded()));
  }

  static IllegalStateException unsupported(GeneralSecurityException e) {
    return new IllegalStateException("this Java platform does not have Ed25519", e);
  }
}
