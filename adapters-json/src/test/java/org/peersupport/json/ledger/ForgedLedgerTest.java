package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ledgers whose hashes fit, and whose contents do not. */
class ForgedLedgerTest {
  private static final String WHOLE =
      new String(Logs.bytes(Path.of("src/test/resources/golden/ledgers/whole.ndjson")), UTF_8);
  private static final String ERASED =
      new String(Logs.bytes(Path.of("src/test/resources/golden/ledgers/erased.ndjson")), UTF_8);

  private static byte[] forged(String ledger) {
    return Rehashed.of(ledger.getBytes(UTF_8));
  }

  @Test
  void what_is_not_in_order_does_not_count() {
    LedgerCheck opening =
        Logs.check(forged(ERASED.replaceFirst("\"d1\":\"[0-9a-f]", "\"d1\":\"@")));

    assertThat(opening.findings()).extracting(LedgerFinding::line).containsExactly(2);
    assertThat(opening.sessions()).isZero();
    assertThat(opening.events()).isZero();

    LedgerCheck erasure = Logs.check(forged(ERASED.replace("[\"p2\",\"t1\"]", "[\"p2\",\"t9\"]")));

    assertThat(erasure.findings()).extracting(LedgerFinding::line).containsExactly(11);
    assertThat(erasure.sessions()).isEqualTo(2);
    assertThat(erasure.events()).isEqualTo(8);
    assertThat(erasure.erased()).isEqualTo(11);
  }
}
