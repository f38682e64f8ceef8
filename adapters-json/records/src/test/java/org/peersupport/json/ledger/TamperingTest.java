package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peersupport.json.LogEntry;
import org.peersupport.json.internal.Trees;
import org.peersupport.session.Event;

/** Whatever is done to a ledger is found, and told where it was done. */
class TamperingTest {
  @TempDir Path folder;

  private Path ledger() {
    Path file = folder.resolve("ledger");
    Logs.write(file, Logs.small("s-1", "-a"));
    return file;
  }

  private Path erased() throws IOException {
    Path file = folder.resolve("erased");
    List<Event> events = new ArrayList<>(Logs.small("s-1", "-a"));
    events.addAll(Logs.small("s-2", "-b").subList(0, 1));
    Logs.write(file, events);
    assertThat(LedgerEraser.eraseSession(file, "s-1", Logs.NOW)).isPresent();
    assertThat(LedgerEraser.eraseParticipant(file, "peer-b", Logs.NOW)).isPresent();
    return file;
  }

  private static List<String> lines(Path file) {
    return new String(Logs.bytes(file), UTF_8).lines().toList();
  }

  private static LedgerFinding found(List<String> lines) {
    byte[] bytes =
        lines.isEmpty() ? new byte[0] : (String.join("\n", lines) + "\n").getBytes(UTF_8);
    List<LedgerFinding> findings = Logs.check(bytes).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static void assertFound(List<String> lines, LedgerFindingKind kind, int line) {
    LedgerFinding finding = found(lines);
    assertThat(finding.kind()).as(finding.toString()).isEqualTo(kind);
    assertThat(finding.line()).as(finding.toString()).isEqualTo(line);
  }

  private static void assertEveryBitCounts(byte[] good) {
    assertThat(Logs.check(good).findings()).isEmpty();
    byte[] bad = good.clone();
    int line = 1;
    for (int i = 0; i < good.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        bad[i] = (byte) (good[i] ^ (1 << bit));
        List<LedgerFinding> findings = Logs.check(bad).findings();
        assertThat(findings).as("bit %d of byte %d", bit, i).hasSize(1);
        assertThat(findings.get(0).line()).as("bit %d of byte %d", bit, i).isEqualTo(line);
        bad[i] = good[i];
      }
      line += good[i] == '\n' ? 1 : 0;
    }
  }

  @Test
  void every_bit_counts() {
    assertEveryBitCounts(Logs.bytes(ledger()));
  }

  @Test
  void every_bit_counts_after_erasures() throws IOException {
    assertEveryBitCounts(Logs.bytes(erased()));
  }

  @Test
  void every_byte_counts() throws IOException {
    for (Path file : List.of(ledger(), erased())) {
      byte[] good = Logs.bytes(file);
      for (int i = 0; i < good.length; i++) {
        byte[] shorter = new byte[good.length - 1];
        System.arraycopy(good, 0, shorter, 0, i);
        System.arraycopy(good, i + 1, shorter, i, good.length - 1 - i);
        assertThat(Logs.check(shorter).findings()).as("without byte %d", i).hasSize(1);
      }
    }
  }

  @Test
  void a_line_that_is_taken_out_is_missed() throws IOException {
    for (Path file : List.of(ledger(), erased())) {
      List<String> good = lines(file);
      for (int i = 0; i < good.size() - 1; i++) {
        List<String> bad = new ArrayList<>(good);
        bad.remove(i);
        assertFound(bad, LedgerFindingKind.REMOVED, i + 1);
      }
      assertFound(List.of(), LedgerFindingKind.REMOVED, 1);
    }
  }

  @Test
  void a_line_that_is_put_in_again_is_found_wherever_that_is() {
    List<String> good = lines(ledger());
    for (int i = 0; i < good.size(); i++) {
      for (int to = 0; to <= good.size(); to++) {
        List<String> bad = new ArrayList<>(good);
        bad.add(to, good.get(i));
        // A line before itself is the same as one after itself.
        assertFound(bad, LedgerFindingKind.INSERTED, to == i ? i + 2 : to + 1);
      }
    }
  }

  @Test
  void any_two_lines_that_changed_places_are_found() {
    List<String> good = lines(ledger());
    for (int i = 0; i < good.size(); i++) {
      for (int j = i + 1; j < good.size(); j++) {
        List<String> bad = new ArrayList<>(good);
        bad.set(i, good.get(j));
        bad.set(j, good.get(i));
        assertFound(bad, LedgerFindingKind.REORDERED, i + 1);
      }
    }
  }

  @Test
  void a_line_with_a_new_hash_is_found_by_the_line_after_it() {
    List<String> good = lines(ledger());
    for (int i = 0; i < good.size() - 1; i++) {
      List<String> bad = new ArrayList<>(good);
      bad.set(i, rehashed(good.get(i)));
      assertFound(bad, LedgerFindingKind.CHANGED, i + 1);
    }
  }

  @Test
  void a_line_that_was_made_up_is_found() {
    List<String> good = lines(ledger());
    for (int i = 1; i < good.size() - 1; i++) {
      List<String> bad = new ArrayList<>(good);
      bad.add(i, rehashed(good.get(i)));
      assertFound(bad, LedgerFindingKind.INSERTED, i + 1);
      bad.set(i, "anything");
      assertFound(bad, LedgerFindingKind.INSERTED, i + 1);
    }
  }

  /** The same line with another instant and the hash that belongs to it. */
  private static String rehashed(String line) {
    String other = line.replaceAll("2026-03-02T", "2026-03-03T");
    var core = (ObjectNode) tree(other);
    var open = core.remove(LedgerMembers.OPEN);
    core.remove(LedgerMembers.HASH);
    return new String(
        LedgerLine.write(
            core, open == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) open),
        UTF_8);
  }

  private static JsonNode tree(String line) {
    return requireNonNull(Trees.read(line.getBytes(UTF_8)));
  }

  @Test
  void what_stands_open_cannot_be_left_out_without_an_erasure() {
    List<String> good = lines(ledger());
    for (int i = 0; i < good.size(); i++) {
      String without = good.get(i).replaceAll(",\"open\":\\{.*\\}\\}(?=,\"prev\")", "");
      if (!without.equals(good.get(i))) {
        List<String> bad = new ArrayList<>(good);
        bad.set(i, without);
        assertFound(bad, LedgerFindingKind.CHANGED, i + 1);
      }
    }
  }

  @Test
  void what_was_erased_cannot_be_put_back() throws IOException {
    List<String> before = lines(ledger());
    LedgerEraser.eraseSession(folder.resolve("ledger"), "s-1", Logs.NOW);
    List<String> after = lines(folder.resolve("ledger"));

    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        List<String> bad = new ArrayList<>(after);
        bad.set(i, before.get(i));
        assertFound(bad, LedgerFindingKind.NOT_ERASED, after.size());
      }
    }
  }

  @Test
  void a_line_that_breaks_off_at_the_end_is_told_apart() {
    byte[] good = Logs.bytes(ledger());
    int last = new String(good, UTF_8).stripTrailing().lastIndexOf('\n') + 1;
    for (int end = last + 1; end < good.length; end++) {
      List<LedgerFinding> findings = Logs.check(Arrays.copyOf(good, end)).findings();
      assertThat(findings).hasSize(1);
      assertThat(findings.get(0).kind()).as("%d bytes", end).isEqualTo(LedgerFindingKind.CUT_OFF);
    }
  }

  @Test
  void whatever_is_done_to_the_bytes_it_is_answered() throws IOException {
    byte[] good = Logs.bytes(erased());
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      byte[] bad = good.clone();
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        bad = edited(bad, good, random);
      }
      List<LedgerFinding> findings = Logs.check(bad).findings();
      assertThat(findings).hasSizeLessThan(2);
      int broken = 0;
      try (LedgerReader reader = LedgerReader.of(new ByteArrayInputStream(bad))) {
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
          broken += entry.get() instanceof LogEntry.Broken ? 1 : 0;
        }
      }
      assertThat(broken).as("a reader sees what a check sees").isEqualTo(findings.size());
    }
  }

  /** Some of the bytes replaced by others, from the same ledger or by chance. */
  private static byte[] edited(byte[] bytes, byte[] good, Random random) throws IOException {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    byte[] by = new byte[random.nextInt(40)];
    if (random.nextBoolean()) {
      random.nextBytes(by);
    } else {
      int place = random.nextInt(good.length);
      by = Arrays.copyOfRange(good, place, Math.min(good.length, place + 2 * by.length));
    }
    ByteArrayOutputStream edited = new ByteArrayOutputStream();
    edited.write(bytes, 0, from);
    edited.write(by);
    edited.write(bytes, to, bytes.length - to);
    return edited.toByteArray();
  }

  @Test
  void lines_that_are_missing_at_the_end_are_found_by_nothing_but_a_seal() {
    List<String> good = lines(ledger());
    byte[] shorter = (String.join("\n", good.subList(0, 3)) + "\n").getBytes(UTF_8);

    assertThat(Logs.check(shorter).findings()).isEmpty();
  }
}
