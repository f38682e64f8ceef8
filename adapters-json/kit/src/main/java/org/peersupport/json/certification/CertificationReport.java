package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.json.certification.VectorResult.Verdict;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;
import org.peersupport.json.internal.Writing;

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
  /** The release of the kit: of the form of its files and of how it judges. */
  public static final String KIT = "1.0.0";

  private static final int SUBJECT_CHARACTERS = 200;

  private final TestVectors vectors;
  private final Capabilities claimed;
  private final List<VectorResult> results;
  private final String subject;
  private final Instant at;

  private CertificationReport(
      TestVectors vectors,
      Capabilities claimed,
      List<VectorResult> results,
      String subject,
      Instant at) {
    this.vectors = vectors;
    this.claimed = claimed;
    this.results = List.copyOf(results);
    this.subject = subject;
    this.at = at;
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
        certification.vectors(),
        certification.claimed(),
        results,
        subject,
        at.truncatedTo(ChronoUnit.SECONDS));
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
    return count(Verdict.FAILED) == 0;
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
    return new ReportPage(this, Optional.empty()).html();
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
    return new ReportPage(this, Optional.of(new ReportPage.Signed(signature, publicKey))).html();
  }

  TestVectors vectors() {
    return vectors;
  }

  List<VectorResult> results() {
    return results;
  }

  String subject() {
    return subject;
  }

  Instant at() {
    return at;
  }

  int count(Verdict verdict) {
    return (int) results.stream().filter(each -> each.verdict() == verdict).count();
  }

  /** How many of those that count as failed were never played. */
  int notPlayed() {
    return (int) results.stream().filter(CertificationReport::isNotPlayed).count();
  }

  static boolean isNotPlayed(VectorResult result) {
    return result.verdict() == Verdict.FAILED && !result.isPlayed();
  }

  Coverage clauses() {
    return new Coverage(vectors.vectors(), results, TestVector::clauses);
  }

  Coverage rules() {
    return new Coverage(vectors.vectors(), results, TestVector::rules);
  }

  boolean claims(String capability) {
    return claimed.claims(capability);
  }

  /** The value of {@code report} in canonical form. */
  String canonical() {
    return new String(Canonical.of(Trees.made(Writing.bytes(this::write))), UTF_8);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/certification");
    json.writeNumberField("version", 1);
    json.writeStringField("kit", KIT);
    json.writeStringField("subject", subject);
    json.writeStringField("at", at.toString());
    json.writeStringField("verdict", isPassed() ? "passed" : "failed");
    json.writeObjectFieldStart("protocol");
    json.writeStringField("reference", vectors.header().protocol());
    json.writeStringField("sha256", vectors.header().protocolSha256());
    json.writeEndObject();
    writeVectors(json);
    json.writeObjectFieldStart("capabilities");
    strings(json, "claimed", vectors.capabilities().stream().filter(this::claims).toList());
    strings(json, "unclaimed", vectors.capabilities().stream().filter(c -> !claims(c)).toList());
    json.writeEndObject();
    writeResults(json);
    write(json, "clauses", clauses());
    write(json, "rules", rules());
    json.writeEndObject();
  }

  private void writeVectors(JsonGenerator json) throws IOException {
    VectorsHeader header = vectors.header();
    json.writeObjectFieldStart("vectors");
    json.writeStringField("sha256", vectors.sha256());
    json.writeStringField("kit", header.kit());
    json.writeStringField("method", header.method());
    json.writeNumberField("extra", header.extra());
    json.writeNumberField("states", header.states());
    json.writeNumberField("inputs", header.inputs());
    json.writeNumberField("count", vectors.vectors().size());
    strings(json, "abstraction", header.abstraction());
    json.writeEndObject();
  }

  private void writeResults(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("results");
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberField(verdict.wireName(), count(verdict));
    }
    json.writeNumberField("notPlayed", notPlayed());
    json.writeArrayFieldStart("failures");
    for (VectorResult result : results) {
      if (result.verdict() == Verdict.FAILED) {
        writeWithReason(json, result);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("skips");
    for (VectorResult result : results) {
      if (result.verdict() == Verdict.SKIPPED) {
        writeWithReason(json, result);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeWithReason(JsonGenerator json, VectorResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("vector", result.vector());
    if (result.step().isPresent()) {
      json.writeNumberField("step", result.step().getAsInt());
    }
    if (result.line().isPresent()) {
      json.writeNumberField("line", result.line().getAsInt());
    }
    json.writeStringField("reason", result.reason().orElse(""));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String member, Coverage coverage)
      throws IOException {
    json.writeObjectFieldStart(member);
    for (Map.Entry<Verdict, List<String>> each : coverage.byVerdict().entrySet()) {
      strings(json, each.getKey().wireName(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String member, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
