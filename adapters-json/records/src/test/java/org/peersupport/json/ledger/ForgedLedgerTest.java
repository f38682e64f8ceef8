package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.json.Bounds;
import org.peersupport.json.LogEntry;

/** Ledgers whose hashes fit, and whose contents do not. */
class ForgedLedgerTest {
  private static final String WHOLE =
      new String(Logs.bytes(Path.of("src/test/resources/golden/ledgers/whole.ndjson")), UTF_8);
  private static final String ERASED =
      new String(Logs.bytes(Path.of("src/test/resources/golden/ledgers/erased.ndjson")), UTF_8);

  private static final String COMMANDS =
      new String(Logs.bytes(Path.of("src/test/resources/golden/ledgers/commands.ndjson")), UTF_8);

  private static byte[] forged(String ledger) {
    return Rehashed.of(ledger.getBytes(UTF_8));
  }

  private static List<Integer> broken(byte[] ledger) throws IOException {
    List<Integer> broken = new ArrayList<>();
    try (LedgerReader reader = LedgerReader.of(new ByteArrayInputStream(ledger))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        if (entry.get() instanceof LogEntry.Broken) {
          broken.add(entry.get().line());
        }
      }
    }
    return broken;
  }

  @Test
  void what_is_not_in_order_does_not_count() {
    CheckedLedger opening =
        Logs.check(forged(ERASED.replaceFirst("\"d1\":\"[0-9a-f]", "\"d1\":\"@")));

    assertThat(opening.findings()).extracting(LedgerFinding::line).containsExactly(2);
    assertThat(opening.sessions()).isZero();
    assertThat(opening.events()).isZero();

    CheckedLedger header = Logs.check(forged(WHOLE.replaceFirst("\"version\":1", "\"version\":2")));

    assertThat(header.findings()).extracting(LedgerFinding::line).containsExactly(1);
    assertThat(header.head().ledger()).isEmpty();

    CheckedLedger erasure =
        Logs.check(forged(ERASED.replace("[\"p2\",\"t1\"]", "[\"p2\",\"t9\"]")));

    assertThat(erasure.findings()).extracting(LedgerFinding::line).containsExactly(11);
    assertThat(erasure.sessions()).isEqualTo(2);
    assertThat(erasure.events()).isEqualTo(8);
    assertThat(erasure.erased()).isEqualTo(11);
  }

  @Test
  void a_text_that_no_event_may_have_is_found_by_the_check_as_by_the_reader() throws IOException {
    byte[] ledger = forged(WHOLE.replace("\"surgery-a\"", "\"surgery\\u0000a\""));

    assertThat(Logs.check(ledger).findings()).extracting(LedgerFinding::line).containsExactly(2);
    assertThat(broken(ledger)).containsExactly(2);
  }

  /** So nobody has to remember what commands were called. */
  @Test
  void the_id_of_a_command_belongs_to_one_line() throws IOException {
    byte[] ledger =
        forged(
            COMMANDS
                .replaceFirst("\"commitments\":\\{\"c3\":\"[0-9a-f]{64}\"\\},", "")
                .replaceFirst("\"open\":\\{\"c3\":\\{[^}]*\\}\\},", "")
                .replaceFirst("\"commandId\":\"c3\"", "\"commandId\":\"c1\""));

    assertThat(Logs.check(forged(COMMANDS)).findings()).isEmpty();
    assertThat(Logs.check(ledger).findings()).extracting(LedgerFinding::line).containsExactly(4);
    assertThat(broken(ledger)).containsExactly(4);
  }

  @Test
  void a_long_text_that_is_meant_often_takes_no_more_memory_than_an_event() {
    String once = "{\"reason\":\"t1\",\"rule\":\"elevated-concern-met\"}";
    String often = (once + ",").repeat(2_999) + once;
    String text = "\"value\":\"" + "x".repeat(90_000) + "\"";
    byte[] ledger = forged(WHOLE.replace(once, often).replace("\"value\":\"why-a\"", text));

    Bounds.hold(() -> assertThat(broken(ledger)).containsExactly(4));
  }
}
