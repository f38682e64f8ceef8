package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;

/**
 * A signed statement of where a ledger stood: how many lines it had, what its Merkle root and the
 * hash of its last line were, and when. Keep it where whoever keeps the ledger cannot change it;
 * then nobody can take lines away from the end, or write the ledger anew, without being found out.
 * It stays valid when something is erased.
 *
 * <p>The signature is Ed25519 (RFC 8032) over the canonical form (RFC 8785) of all members but
 * {@code signature}. Immutable; nothing is ever null.
 *
 * @param head what is stated
 * @param at when, cut to milliseconds, as the clock of who sealed it said
 * @param key the fingerprint of the public key, SHA-256 of its X.509 form in hexadecimal digits
 * @param signature in Base64
 */
public record Seal(LedgerHead head, Instant at, String key, String signature) {
  static final String FORMAT = "peersupport/ledger-seal";
  static final int VERSION = 1;

  private static final String ALGORITHM = "Ed25519";
  private static final String KEY = "key";
  private static final String HEAD = "head";
  private static final String LINES = "lines";
  private static final String ROOT = "root";
  private static final String SIGNATURE = "signature";
  private static final Set<String> MEMBERS =
      Set.of(
          LedgerMembers.AT,
          LedgerMembers.FORMAT,
          HEAD,
          KEY,
          LedgerMembers.LEDGER,
          LINES,
          ROOT,
          SIGNATURE,
          LedgerMembers.VERSION);

  /** Checks that nothing is null. */
  public Seal {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(signature, "signature");
  }

  /**
   * Seals a ledger as it stands. What an append that was stopped has left, and nobody acknowledged,
   * is cut off first.
   *
   * @param at when
   * @param key signs
   * @param publicKey belongs to it
   * @throws IllegalArgumentException if the keys do not belong together
   * @throws LedgerException if the ledger is not in order
   * @throws LedgerInUseException if another thread or process is writing it
   * @throws IOException if it cannot be read
   */
  public static Seal of(Path file, Instant at, PrivateKey key, PublicKey publicKey)
      throws IOException {
    return of(file, at, key, publicKey, LedgerAccess.standard());
  }

  /**
   * Seals a ledger that is opened on the given terms.
   *
   * @param access how long to wait for another writer, and who is told what had to be mended
   * @throws IOException if it cannot be read
   */
  public static Seal of(
      Path file, Instant at, PrivateKey key, PublicKey publicKey, LedgerAccess access)
      throws IOException {
    try (WritableLedger ledger = WritableLedger.open(file, access)) {
      if (ledger.scan().lines() == 0) {
        throw new LedgerException(TamperDiagnosis.empty());
      }
      ledger.check();
      return sign(ledger.scan().head(), at, key, publicKey);
    }
  }

  /** Signs a statement. */
  static Seal sign(LedgerHead head, Instant at, PrivateKey key, PublicKey publicKey) {
    String moment = Moments.text(at);
    Seal unsigned = new Seal(head, Instant.parse(moment), LedgerKeys.fingerprint(publicKey), "");
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(unsigned.signed());
      String text = Base64.getEncoder().encodeToString(signature.sign());
      Seal seal = new Seal(head, unsigned.at, unsigned.key, text);
      if (!seal.isSignedBy(publicKey)) {
        throw new IllegalArgumentException("the private and the public key do not belong together");
      }
      return seal;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("this is no private key for Ed25519");
    } catch (GeneralSecurityException e) {
      throw LedgerKeys.unsupported(e);
    }
  }

  /** Whether the signature was made with the private key that belongs to this public key. */
  public boolean isSignedBy(PublicKey publicKey) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(publicKey);
      verifier.update(signed());
      byte[] bytes = Base64.getDecoder().decode(signature);
      return Base64.getEncoder().encodeToString(bytes).equals(signature)
          && key.equals(LedgerKeys.fingerprint(publicKey))
          && verifier.verify(bytes);
    } catch (InvalidKeyException | SignatureException | IllegalArgumentException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw LedgerKeys.unsupported(e);
    }
  }

  private byte[] signed() {
    return Canonical.of(tree().without(SIGNATURE));
  }

  ObjectNode tree() {
    return JsonNodeFactory.instance
        .objectNode()
        .put(LedgerMembers.AT, Moments.text(at))
        .put(LedgerMembers.FORMAT, FORMAT)
        .put(HEAD, head.hash())
        .put(KEY, key)
        .put(LedgerMembers.LEDGER, head.ledger())
        .put(LINES, head.lines())
        .put(ROOT, head.root())
        .put(SIGNATURE, signature)
        .put(LedgerMembers.VERSION, VERSION);
  }

  /** The seal as one line of JSON, in canonical form. */
  public String toJson() {
    return new String(Canonical.of(tree()), UTF_8);
  }

  /**
   * Reads a seal, however it is laid out. Whether it is signed is not looked at.
   *
   * @return empty when the text is no seal of version 1
   */
  public static Optional<Seal> read(byte[] utf8) {
    JsonNode tree = Trees.read(utf8);
    return tree == null ? Optional.empty() : Optional.ofNullable(read(tree));
  }

  static @Nullable Seal read(JsonNode tree) {
    boolean fits =
        Shapes.fits(tree, MEMBERS, Set.of())
            && FORMAT.equals(tree.path(LedgerMembers.FORMAT).textValue())
            && Shapes.number(tree.path(LedgerMembers.VERSION)) == VERSION
            && Moments.isMoment(tree.path(LedgerMembers.AT))
            && Hashes.isHex(Shapes.text(tree.path(LedgerMembers.LEDGER)), Contents.LEDGER_DIGITS)
            && Hashes.isHash(Shapes.text(tree.path(HEAD)))
            && Hashes.isHash(Shapes.text(tree.path(ROOT)))
            && Hashes.isHash(Shapes.text(tree.path(KEY)))
            && Shapes.number(tree.path(LINES)) > 0
            && tree.path(SIGNATURE).isTextual();
    return fits
        ? new Seal(
            new LedgerHead(
                tree.path(LedgerMembers.LEDGER).asText(),
                tree.path(LINES).intValue(),
                tree.path(HEAD).asText(),
                tree.path(ROOT).asText()),
            Instant.parse(tree.path(LedgerMembers.AT).asText()),
            tree.path(KEY).asText(),
            tree.path(SIGNATURE).asText())
        : null;
  }
}
