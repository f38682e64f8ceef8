package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final KeyPair KEYS = LedgerKeys.generate(new SecureRandom());

  @TempDir Path folder;

  private Path ledger() {
    Path file = folder.resolve("ledger");
    Logs.write(file, Logs.small("s-1", "-a"));
    return file;
  }

  private static Seal seal(Path file) throws IOException {
    return Seal.of(file, Logs.NOW, KEYS.getPrivate(), KEYS.getPublic());
  }

  private static LedgerFinding only(CheckedLedger check) {
    assertThat(check.findings()).hasSize(1);
    return check.findings().get(0);
  }

  @Test
  void states_where_the_ledger_stands() throws IOException {
    Path file = ledger();
    Seal seal = seal(file);

    assertThat(seal.head()).isEqualTo(Logs.check(file).head());
    assertThat(seal.isSignedBy(KEYS.getPublic())).isTrue();
    assertThat(Seal.read(seal.toJson().getBytes(UTF_8))).hasValue(seal);
    assertThat(CheckedLedger.of(file, seal, KEYS.getPublic()).findings()).isEmpty();
  }

  @Test
  void holds_when_more_is_added() throws IOException {
    Path file = ledger();
    Seal seal = seal(file);
    Logs.write(file, Logs.small("s-2", "-a"));

    assertThat(CheckedLedger.of(file, seal, KEYS.getPublic()).findings()).isEmpty();
  }

  @Test
  void finds_lines_that_are_missing_at_the_end() throws IOException {
    Path file = ledger();
    Seal seal = seal(file);
    List<String> lines = Files.readAllLines(file);
    for (int left = 1; left < lines.size(); left++) {
      Files.writeString(file, String.join("\n", lines.subList(0, left)) + "\n");

      LedgerFinding finding = only(CheckedLedger.of(file, seal, KEYS.getPublic()));

      assertThat(finding.kind()).isEqualTo(LedgerFindingKind.REMOVED);
      assertThat(finding.line()).isEqualTo(left + 1);
    }
  }

  @Test
  void finds_a_ledger_that_was_written_anew() throws IOException {
    Path file = ledger();
    Seal seal = seal(file);
    Files.delete(file);
    Files.delete(file.resolveSibling(file.getFileName() + ".lock"));
    Logs.write(file, Logs.small("s-1", "-z")); // with the same id, by the same chance

    LedgerFinding finding = only(CheckedLedger.of(file, seal, KEYS.getPublic()));

    assertThat(finding.kind()).isEqualTo(LedgerFindingKind.SEAL_DIFFERS);
    assertThat(finding.line()).isEqualTo(4);
  }

  @Test
  void is_of_one_ledger() throws IOException {
    Seal seal = seal(ledger());
    Path other = folder.resolve("other");
    try (LedgerWriter writer = LedgerWriter.open(other, new Random(99), Logs.NOW)) {
      writer.commit();
    }

    assertThat(only(CheckedLedger.of(other, seal, KEYS.getPublic())).kind())
        .isEqualTo(LedgerFindingKind.SEAL_DIFFERS);
  }

  @Test
  void does_not_hold_when_any_bit_of_it_is_changed() throws IOException {
    Path file = ledger();
    byte[] good = seal(file).toJson().getBytes(UTF_8);
    byte[] bad = good.clone();
    for (int i = 0; i < good.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        bad[i] = (byte) (good[i] ^ (1 << bit));
        Optional<Seal> read = Seal.read(bad);
        assertThat(read.filter(each -> each.isSignedBy(KEYS.getPublic())))
            .as("bit %d of byte %d", bit, i)
            .isEmpty();
        bad[i] = good[i];
      }
    }
  }

  @Test
  void holds_for_no_other_key() throws IOException {
    Path file = ledger();
    KeyPair other = LedgerKeys.generate(new SecureRandom());

    assertThat(only(CheckedLedger.of(file, seal(file), other.getPublic())).kind())
        .isEqualTo(LedgerFindingKind.SEAL_FORGED);
    assertThatThrownBy(() -> Seal.of(file, Logs.NOW, KEYS.getPrivate(), other.getPublic()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belong together");
  }

  @Test
  void is_made_of_no_ledger_that_is_not_in_order() throws IOException {
    Path file = ledger();
    Files.writeString(file, Files.readString(file).replace("reach-out", "reach-oux"));

    assertThatThrownBy(() -> seal(file)).isInstanceOf(LedgerException.class);
  }

  /** Section 7.1 of RFC 8032: tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void reads_keys_that_sign_as_rfc_8032_says(
      String seed, String point, String message, String signature) throws Exception {
    String pkcs8 = pem("PRIVATE KEY", "302e020100300506032b657004220420" + seed);
    String x509 = pem("PUBLIC KEY", "302a300506032b6570032100" + point);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(LedgerKeys.readPrivate(pkcs8));
    signer.update(HexFormat.of().parseHex(message));

    assertThat(HexFormat.of().formatHex(signer.sign())).isEqualTo(signature);
    signer.initVerify(LedgerKeys.readPublic(x509));
    signer.update(HexFormat.of().parseHex(message));
    assertThat(signer.verify(HexFormat.of().parseHex(signature))).isTrue();
    assertThat(LedgerKeys.pem(LedgerKeys.readPrivate(pkcs8))).isEqualTo(pkcs8);
    assertThat(LedgerKeys.pem(LedgerKeys.readPublic(x509))).isEqualTo(x509);
  }

  private static String pem(String what, String hex) {
    String body = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SECRET-7f3a",
        "-----BEGIN PRIVATE KEY-----\nSECRET-7f3a\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nU0VDUkVULTdmM2E=\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nU0VDUkVULTdmM2E=\n-----END PUBLIC KEY-----"
      })
  void says_of_no_key_what_it_is(String pem) {
    List<Throwable> thrown = new ArrayList<>();
    for (Runnable read :
        Arrays.<Runnable>asList(
            () -> LedgerKeys.readPrivate(pem), () -> LedgerKeys.readPublic(pem))) {
      try {
        read.run();
      } catch (IllegalArgumentException e) {
        thrown.add(e);
      }
    }
    assertThat(thrown).hasSize(2);
    assertThat(thrown)
        .allSatisfy(
            e -> {
              assertThat(e).hasMessageContaining("Ed25519").hasNoCause();
              assertThat(e.getMessage()).doesNotContain(Logs.SECRET);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "1", "{\"format\":\"peersupport/ledger-seal\"}", "{"})
  void is_read_from_nothing_else(String text) {
    assertThat(Seal.read(text.getBytes(UTF_8))).isEmpty();
  }
}
