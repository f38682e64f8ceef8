package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;

/**
 * A report in JSON whose signature was checked against a key. Of a report that is not signed with
 * it, only the SHA-256 is told, because anybody may have written it.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CheckedCertificate {
  private static final Set<String> UNSIGNED = Set.of("report");
  private static final Set<String> SIGNED = Set.of("report", "signature");
  private static final Set<String> SIGNATURE = Set.of("algorithm", "value");

  /** What a check can find. */
  private enum Finding {
    CHECKED("checked", ""),
    NONE("none", "The report is not signed."),
    WRONG(
        "wrong",
        "The signature was not made with this key, or the report is another one than was signed.");

    private final String wire;
    private final String explanation;

    Finding(String wire, String explanation) {
      this.wire = wire;
      this.explanation = explanation;
    }
  }

  private final JsonNode report;
  private final byte[] canonical;
  private final Finding finding;

  private CheckedCertificate(JsonNode report, byte[] canonical, Finding finding) {
    this.report = report;
    this.canonical = canonical;
    this.finding = finding;
  }

  /**
   * Checks a report.
   *
   * @param utf8 the line that {@link CertificationReport#toSignedJson} gave, however it is laid out
   * @param key the public key of whoever should have signed it
   * @return empty when the text is no report of version 1
   */
  public static Optional<CheckedCertificate> of(byte[] utf8, PublicKey key) {
    JsonNode line = Trees.read(utf8);
    if (line == null || !isReport(line)) {
      return Optional.empty();
    }
    byte[] canonical = Canonical.bytes(line.get("report"));
    return canonical == null
        ? Optional.empty()
        : Optional.of(
            new CheckedCertificate(
                line.get("report"), canonical, check(line.get("signature"), canonical, key)));
  }

  private static boolean isReport(JsonNode line) {
    JsonNode report = line.path("report");
    Set<String> members = members(line);
    return (members.equals(SIGNED) || members.equals(UNSIGNED))
        && report.path("format").asText().equals("peersupport/certification")
        && report.path("version").isInt()
        && report.path("version").intValue() == 1
        && report.path("subject").isTextual()
        && report.path("at").isTextual()
        && report.path("verdict").isTextual()
        && report.at("/protocol/reference").isTextual()
        && report.at("/vectors/sha256").isTextual();
  }

  private static Set<String> members(JsonNode object) {
    Set<String> members = new HashSet<>();
    object.fieldNames().forEachRemaining(members::add);
    return members;
  }

  private static Finding check(@Nullable JsonNode signature, byte[] canonical, PublicKey key) {
    if (signature == null) {
      return Finding.NONE;
    }
    boolean fits =
        members(signature).equals(SIGNATURE)
            && signature.path("algorithm").asText().equals("Ed25519")
            && signature.path("value").isTextual()
            && isSigned(canonical, signature.path("value").asText(), key);
    return fits ? Finding.CHECKED : Finding.WRONG;
  }

  /** Whether the signature, in Base64 as it is written here, is that of the bytes. */
  static boolean isSigned(byte[] bytes, String signature, PublicKey key) {
    try {
      byte[] value = Base64.getDecoder().decode(signature);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(bytes);
      return Base64.getEncoder().encodeToString(value).equals(signature) && verifier.verify(value);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the report is signed with the key. That its verdict is a good one is not said. */
  public boolean isSigned() {
    return finding == Finding.CHECKED;
  }

  /**
   * The result as a JSON object in one line: what the report says in short, when it is signed; its
   * SHA-256, which the page of the same report shows too; what came of the signature.
   */
  public String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (isSigned()) {
      json.set("subject", report.get("subject"));
      json.set("at", report.get("at"));
      json.set("verdict", report.get("verdict"));
      json.set("protocol", report.at("/protocol/reference"));
      json.set("vectors", report.at("/vectors/sha256"));
    }
    json.put("sha256", Digests.sha256(canonical)).put("signature", finding.wire);
    var findings = json.putArray("findings");
    if (!isSigned()) {
      findings.addObject().put("explanation", finding.explanation);
    }
    return json.toString();
  }
}
