package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a certification is handed over as: who was tested, with what, and what came of it. It names
 * the vectors by their SHA-256 and the protocol by that of its document, so that anybody can repeat
 * it, and holds nothing that the subject said.
 *
 * <p>As JSON it is in the canonical form of RFC 8785, so equal reports are equal bytes. Signed, it
 * has beside {@code report} a member {@code signature}, made with Ed25519 (RFC 8032) over the UTF-8
 * bytes of the canonical form of {@code report}'s value, which stand in the line as they are.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CertificationReport {
  private static final int SUBJECT_CHARACTERS = 200;

  private final CertificationResults results;

  private CertificationReport(CertificationResults results) {
    this.results = results;
  }

  /**
   * A report.
   *
   * @param certification what was asked for
   * @param results what came of every vector, in their order
   * @param subject what the subject calls itself, see {@link #isSubject}
   * @param at when, cut to the second
   * @throws IllegalArgumentException if there is not one result for each vector, or the subject's
   *     name cannot be one
   */
  public static CertificationReport of(
      Certification certification, List<VectorResult> results, String subject, Instant at) {
    List<TestVector> vectors = certification.vectors().vectors();
    boolean fits = vectors.size() == results.size();
    for (int i = 0; fits && i < vectors.size(); i++) {
      fits = vectors.get(i).name().equals(results.get(i).vector());
    }
    if (!fits) {
      throw new IllegalArgumentException("a report has one result for each vector, in their order");
    }
    if (!isSubject(subject)) {
      throw new IllegalArgumentException("a subject's name has 1 to 200 characters in one line");
    }
    return new CertificationReport(
        new CertificationResults(
            certification.vectors(),
            certification.claimed(),
            results,
            subject,
            at.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Whether a subject can be called so: 1 to 200 characters in one line, and not all blank. */
  public static boolean isSubject(String name) {
    return !name.isBlank()
        && name.length() <= SUBJECT_CHARACTERS
        && UTF_8.newEncoder().canEncode(name)
        && name.chars().noneMatch(Character::isISOControl);
  }

  /** Whether no vector failed. */
  public boolean isPassed() {
    return results.isPassed();
  }

  /** The report as {@code {"report":{…}}}, canonical and in one line. */
  public String toJson() {
    return "{\"report\":" + canonical() + "}";
  }

  /**
   * The report with a signature.
   *
   * @param key an Ed25519 key
   * @throws IllegalArgumentException if it is another kind of key
   */
  public String toSignedJson(PrivateKey key) {
    return "{\"report\":"
        + canonical()
        + ",\"signature\":{\"algorithm\":\"Ed25519\",\"value\":\""
        + signature(key)
        + "\"}}";
  }

  /** The signature in Base64. */
  private String signature(PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(canonical().getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("an Ed25519 key is needed to sign a report", e);
    }
  }

  /** The report as a page for people, in HTML that needs nothing beside itself. */
  public String toHtml() {
    return new ReportPage(results, sha256(), Optional.empty()).html();
  }

  /**
   * The same with the signature that the signed JSON has, and the key that verifies it.
   *
   * @param key an Ed25519 key
   * @param publicKey belongs to it
   * @throws IllegalArgumentException if it is another kind of key, or the two do not belong
   *     together
   */
  public String toSignedHtml(PrivateKey key, PublicKey publicKey) {
    String signature = signature(key);
    if (!CheckedCertificate.isSigned(canonical().getBytes(UTF_8), signature, publicKey)) {
      throw new IllegalArgumentException("the private and the public key do not belong together");
    }
    return new ReportPage(
            results, sha256(), Optional.of(new ReportPage.Signed(signature, publicKey)))
        .html();
  }

  /** The value of {@code report} in canonical form. */
  private String canonical() {
    return ReportJson.canonical(results);
  }

  private String sha256() {
    return Digests.sha256(canonical().getBytes(UTF_8));
  }
}
