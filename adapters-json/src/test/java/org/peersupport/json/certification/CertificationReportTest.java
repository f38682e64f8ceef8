package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.json.ledger.LedgerKeys;

class CertificationReportTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.5Z");
  private static final TestVectors VECTORS =
      Suites.read(
          Suites.headed(line("passes", "rule-a", ""), 3)
              + "\n"
              + line("fails", "rule-b", "")
              + "\n"
              + line("skipped", "rule-c", "'needs':['witness'],"));

  private static String line(String name, String rule, String needs) {
    return ("{'vector':'%s','covers':{'rules':['%s'],'clauses':['clause-%s']},%s"
            + "'send':{'session':'%s','do':'pause'},'expect':{'outcome':'accepted','status':'paused'}}")
        .formatted(name, rule, rule, needs, name)
        .replace('\'', '"');
  }

  /** One that is right once, and then says what nobody must see. */
  private static Scripted subject() {
    return new Scripted(
        Map.of(
            "passes",
            "{\"outcome\":\"accepted\",\"status\":\"paused\"}",
            "fails",
            "{\"outcome\":\"refused\",\"status\":\"@\",\"@\":\"@\",\"violations\":[{\"code\":\"@\"}]}"
                .replace("@", SECRET)));
  }

  private static CertificationReport report(String subject) {
    Certification certification = new Certification(VECTORS, Capabilities.of());
    return CertificationReport.of(
        certification, certification.run(subject(), result -> {}), subject, AT);
  }

  @Test
  void its_json_is_the_golden_one() {
    TestGolden.check("report.json", report("Acme Care 4").toJson());
  }

  @Test
  void its_page_is_the_golden_one() {
    TestGolden.check("report.html", report("Acme Care 4").toHtml());
  }

  @Test
  void nothing_that_the_subject_says_is_in_it() {
    Certification certification = new Certification(VECTORS, Capabilities.all());
    StringBuilder told = new StringBuilder();
    List<VectorResult> results =
        certification.run(subject(), result -> told.append(result.toJson()).append(result));
    CertificationReport report = CertificationReport.of(certification, results, "S", AT);

    assertThat(told.toString() + report.toJson() + report.toHtml())
        .contains("something else")
        .doesNotContain(SECRET);
  }

  @Test
  void what_an_adapter_throws_is_not_in_it() {
    Certification certification = new Certification(VECTORS, Capabilities.all());
    Subject broken =
        new Subject() {
          @Override
          public void restart() {}

          @Override
          public String answer(String line) {
            throw new IllegalStateException(SECRET);
          }

          @Override
          public void close() {}
        };

    List<VectorResult> results = certification.run(broken, result -> {});

    assertThat(results)
        .extracting(VectorResult::reason)
        .allSatisfy(
            reason -> assertThat(reason).contains("The subject threw IllegalStateException."));
  }

  @Test
  void whoever_has_the_public_key_can_verify_it() throws Exception {
    KeyPair keys = LedgerKeys.generate(new SecureRandom());
    CertificationReport report = report("Acme Care 4");

    ObjectNode signed = Engine.tree(report.toSignedJson(keys.getPrivate()));

    String value = signed.at("/signature/value").asText();
    assertThat(signed.at("/signature/algorithm").asText()).isEqualTo("Ed25519");
    assertThat(isSigned(signed.path("report").toString(), value, keys)).isTrue();
    ((ObjectNode) signed.path("report")).put("subject", "Acme Care 5");
    assertThat(isSigned(signed.path("report").toString(), value, keys)).isFalse();
    assertThat(report.toSignedHtml(keys.getPrivate())).contains(value);
  }

  private static boolean isSigned(String report, String signature, KeyPair keys) throws Exception {
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(keys.getPublic());
    verifier.update(report.getBytes(UTF_8));
    return verifier.verify(Base64.getDecoder().decode(signature));
  }

  @Test
  void another_kind_of_key_signs_nothing() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();

    assertThatThrownBy(() -> report("S").toSignedJson(keys.getPrivate()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_is_shown_as_text() {
    assertThat(report("<b>Acme & Co</b>").toHtml())
        .contains("&lt;b&gt;Acme &amp; Co&lt;/b&gt;")
        .doesNotContain("<b>", "<script");
    for (String name : List.of("", " ", "a\nb", "a".repeat(201))) {
      assertThatThrownBy(() -> report(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
