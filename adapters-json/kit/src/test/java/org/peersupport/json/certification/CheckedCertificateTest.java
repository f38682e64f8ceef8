package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.json.ledger.LedgerKeys;

class CheckedCertificateTest {
  private static final KeyPair KEYS = LedgerKeys.generate(new SecureRandom());
  private static final CertificationReport REPORT = report();
  private static final byte[] SIGNED = REPORT.toSignedJson(KEYS.getPrivate()).getBytes(UTF_8);

  private static CertificationReport report() {
    TestVectors one =
        Suites.read(
            Suites.headed(
                "{\"vector\":\"one\",\"send\":{\"session\":\"s\"},\"expect\":{\"outcome\":\"due\"}}",
                1));
    Certification certification = new Certification(one, Capabilities.all());
    List<VectorResult> results =
        certification.run(new Scripted(Map.of("s", "{\"outcome\":\"due\"}")), result -> {});
    return CertificationReport.of(
        certification, results, "Acme \"Care\" 4", Instant.parse("2026-03-02T09:00:00Z"));
  }

  private static Optional<CheckedCertificate> check(byte[] line) {
    return CheckedCertificate.of(line, KEYS.getPublic());
  }

  @Test
  void what_was_signed_is_told_in_short_with_the_hash_that_the_page_shows() {
    CheckedCertificate check = check(SIGNED).orElseThrow();

    ObjectNode told = Engine.tree(check.toJson());
    assertThat(check.isSigned()).isTrue();
    assertThat(told.path("subject").asText()).isEqualTo("Acme \"Care\" 4");
    assertThat(told.path("verdict").asText()).isEqualTo("passed");
    assertThat(told.path("signature").asText()).isEqualTo("checked");
    assertThat(told.path("findings")).isEmpty();
    assertThat(REPORT.toHtml()).contains("<td>" + told.path("sha256").asText() + "</td>");
  }

  @Test
  void layout_is_not_signed() {
    String line = new String(SIGNED, UTF_8);

    assertThat(check(line.replaceFirst(",", " , ").getBytes(UTF_8)).orElseThrow().isSigned())
        .isTrue();
  }

  @Test
  void every_changed_byte_is_found() {
    for (int i = 0; i < SIGNED.length; i++) {
      byte[] changed = SIGNED.clone();
      changed[i] ^= 1;
      assertThat(check(changed).filter(CheckedCertificate::isSigned))
          .as("byte %d of %s", i, new String(changed, UTF_8))
          .isEmpty();
    }
  }

  @Test
  void of_a_report_that_another_key_signed_nothing_is_told() {
    KeyPair others = LedgerKeys.generate(new SecureRandom());

    CheckedCertificate check = CheckedCertificate.of(SIGNED, others.getPublic()).orElseThrow();

    assertThat(check.isSigned()).isFalse();
    assertThat(check.toJson())
        .contains("\"signature\":\"wrong\"", "The signature was not made with this key")
        .doesNotContain("Acme", "passed");
  }

  @Test
  void a_report_without_a_signature_is_said_to_have_none() {
    CheckedCertificate check = check(REPORT.toJson().getBytes(UTF_8)).orElseThrow();

    assertThat(check.isSigned()).isFalse();
    assertThat(check.toJson()).contains("\"signature\":\"none\"").doesNotContain("Acme");
  }

  @Test
  void what_stands_beside_what_was_signed_makes_it_no_report() {
    String line = new String(SIGNED, UTF_8);

    assertThat(check(line.replace("{\"report\"", "{\"note\":1,\"report\"").getBytes(UTF_8)))
        .isEmpty();
    for (String other : List.of("", "nonsense", "[]", "{}", "{\"report\":{}}")) {
      assertThat(check(other.getBytes(UTF_8))).as(other).isEmpty();
    }
  }
}
