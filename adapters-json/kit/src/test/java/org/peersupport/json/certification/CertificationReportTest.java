package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
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
  void a_failure_shows_the_command_and_its_line() {
    VectorResult failed = results(VECTORS).get(1);

    assertThat(failed.toJson())
        .contains("\"line\":2,\"sent\":{\"session\":\"fails\",\"do\":\"pause\"}");
    assertThat(report("S").toJson()).contains("\"line\":2,\"reason\"");
    assertThat(report("S").toHtml())
        .contains("<td>2</td>")
        .contains(
            "<td>{&quot;session&quot;:&quot;fails&quot;,&quot;do&quot;:&quot;pause&quot;}</td>");
  }

  private static List<VectorResult> results(TestVectors vectors) {
    return new Certification(vectors, Capabilities.all()).run(subject(), result -> {});
  }

  @Test
  void a_refusal_that_nobody_expected_tells_its_codes_and_no_others() {
    assertThat(reasonOf("rule.violated", "session.paused"))
        .isEqualTo("The answer differs in outcome, status. It says rule.violated, session.paused.");
    assertThat(reasonOf(SECRET, "session.paused")).endsWith(" It says session.paused.");
    assertThat(reasonOf(SECRET, SECRET)).endsWith("in outcome, status.");
  }

  @Test
  void a_subject_without_the_protocol_is_told_which_one_it_needs() {
    assertThat(reasonOf("protocol.unknown", SECRET))
        .endsWith(
            " It says protocol.unknown. The subject needs the document of"
                + " ama-six-elements@1.0.0.");
  }

  /** The reason for a refusal with these codes where the line should have been accepted. */
  private static String reasonOf(String code, String other) {
    String answer =
        "{\"outcome\":\"refused\",\"violations\":[{\"code\":\"%s\"},{\"code\":\"%s\"}]}"
            .formatted(code, other);
    TestVectors one = Suites.read(Suites.headed(line("one", "r", ""), 1));
    Subject subject = new Scripted(Map.of("one", answer));
    return new Certification(one, Capabilities.all())
        .run(subject, result -> {})
        .get(0)
        .reason()
        .orElseThrow();
  }

  @Test
  void what_was_not_played_is_counted_apart_from_what_failed() {
    StringBuilder lines = new StringBuilder(Suites.headed(line("v-0", "r", ""), 15));
    for (int i = 1; i < 15; i++) {
      lines.append('\n').append(line("v-" + i, "r", ""));
    }
    Certification certification =
        new Certification(Suites.read(lines.toString()), Capabilities.all());
    Map<String, String> garbage = new HashMap<>();
    for (int i = 0; i < 15; i++) {
      garbage.put("v-" + i, "nonsense");
    }

    List<VectorResult> results = certification.run(new Scripted(garbage), result -> {});
    CertificationReport report = CertificationReport.of(certification, results, "S", AT);

    assertThat(results).filteredOn(VectorResult::isPlayed).hasSize(10);
    assertThat(Engine.tree(report.toJson()).at("/report/results/failed").asInt()).isEqualTo(15);
    assertThat(Engine.tree(report.toJson()).at("/report/results/notPlayed").asInt()).isEqualTo(5);
    assertThat(report.toHtml())
        .contains("Failed: 10 vectors were not answered as the contract asks.")
        .contains("5 vectors were not played, because the subject had been given up.")
        .contains("<tr><th scope=\"row\">Failed</th><td>10</td></tr>")
        .contains("<tr><th scope=\"row\">Not played, which counts as failed</th><td>5</td></tr>");
  }

  @Test
  void a_clause_is_shown_with_what_it_says() {
    String covers = line("one", "r", "").replace("clause-r", "code.session.paused");
    TestVectors one = Suites.read(Suites.headed(covers, 1));
    Certification certification = new Certification(one, Capabilities.all());
    List<VectorResult> results = certification.run(new Scripted(Map.of()), result -> {});
    String says =
        ClauseTable.clauses().stream()
            .filter(clause -> clause.id().equals("code.session.paused"))
            .findFirst()
            .orElseThrow()
            .says();

    assertThat(CertificationReport.of(certification, results, "S", AT).toHtml())
        .contains("code.session.paused</th><td>" + Html.escaped(says) + "</td><td>failed</td>");
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
    String page = report.toSignedHtml(keys.getPrivate(), keys.getPublic());
    assertThat(page).contains(value);
    assertThat(LedgerKeys.pem(keys.getPublic()).lines().toList().get(1))
        .isNotBlank()
        .satisfies(line -> assertThat(page).contains("<td>" + Html.escaped(line) + "</td>"));
  }

  @Test
  void a_page_names_no_key_that_does_not_fit() {
    PrivateKey key = LedgerKeys.generate(new SecureRandom()).getPrivate();
    PublicKey other = LedgerKeys.generate(new SecureRandom()).getPublic();

    assertThatThrownBy(() -> report("S").toSignedHtml(key, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the private and the public key do not belong together");
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
