package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.peersupport.json.Bounds;
import org.peersupport.json.LogEntry;

/** Whatever a ledger says, and what is handed out of it, it is read or told what is wrong. */
class LedgerFuzzTest {
  /** The example of RFC 8410. */
  private static final PublicKey KEY =
      LedgerKeys.readPublic(
          """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """);

  /**
   * As it is, and once more with hashes that fit: those of most changed lines do not, and nobody
   * would look at what they say.
   */
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = MINUTES)
  void ledger(byte[] ledger) {
    Bounds.hold(
        () -> {
          checkAndReadAlike(ledger);
          checkAndReadAlike(Rehashed.of(ledger));
        });
  }

  private static void checkAndReadAlike(byte[] ledger) throws IOException {
    CheckedLedger check = CheckedLedger.of(new ByteArrayInputStream(ledger));
    List<LogEntry> entries = new ArrayList<>();
    try (LedgerReader reader = LedgerReader.of(new ByteArrayInputStream(ledger))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        entries.add(entry.get());
      }
      assertThat(reader.next()).isEmpty();
    }
    List<Integer> broken = new ArrayList<>();
    for (LogEntry entry : entries) {
      if (entry instanceof LogEntry.Broken) {
        broken.add(entry.line());
      }
    }
    assertThat(broken).isEqualTo(check.findings().stream().map(LedgerFinding::line).toList());
    assertThat(entries.size() - broken.size()).isEqualTo(check.events());
    CheckedLedger before =
        CheckedLedger.of(new ByteArrayInputStream(ledger, 0, length(ledger, check)));
    assertThat(before.head()).isEqualTo(check.head());
    assertThat(before.sessions()).isEqualTo(check.sessions());
    assertThat(before.events()).isEqualTo(check.events());
    assertThat(before.erased()).isEqualTo(check.erased());
    assertThat(check.toJson()).isNotBlank();
  }

  /** How many bytes the lines take that are in order. */
  private static int length(byte[] ledger, CheckedLedger check) {
    int length = 0;
    for (int left = check.head().lines(); left > 0 && length < ledger.length; length++) {
      left -= ledger[length] == '\n' ? 1 : 0;
    }
    return length;
  }

  /** Proofs, seals and keys: each reader gets the same text, and takes its own kind only. */
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = MINUTES)
  void papers(byte[] paper) {
    Bounds.hold(
        () -> {
          InclusionProof.read(paper).ifPresent(LedgerFuzzTest::provesOrNot);
          Seal.read(paper).ifPresent(LedgerFuzzTest::isSignedOrNot);
          String pem = new String(paper, UTF_8);
          key(LedgerKeys::readPublic, pem)
              .ifPresent(
                  key -> assertThat(LedgerKeys.readPublic(LedgerKeys.pem(key))).isEqualTo(key));
          key(LedgerKeys::readPrivate, pem)
              .ifPresent(key -> assertThat(key.getAlgorithm()).isEqualTo("EdDSA"));
        });
  }

  private static void provesOrNot(InclusionProof proof) {
    assertThat(InclusionProof.read(proof.toJson().getBytes(UTF_8))).contains(proof);
    assertThat(proof.check(Optional.empty())).noneMatch(String::isBlank);
    assertThat(proof.check(Optional.of(KEY))).noneMatch(String::isBlank);
  }

  private static void isSignedOrNot(Seal seal) {
    assertThat(Seal.read(seal.toJson().getBytes(UTF_8))).contains(seal);
    assertThat(seal.isSignedBy(KEY)).isIn(true, false);
  }

  private static <K> Optional<K> key(Function<String, K> reader, String pem) {
    try {
      return Optional.of(reader.apply(pem));
    } catch (IllegalArgumentException documented) {
      assertThat(documented).hasMessageContaining("PEM");
      return Optional.empty();
    }
  }
}
