package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InclusionProofTest {
  private static final KeyPair KEYS = LedgerKeys.generate(new SecureRandom());
  private static final Optional<PublicKey> KEY = Optional.of(KEYS.getPublic());

  @TempDir Path folder;

  private Path ledger() {
    Path file = folder.resolve("ledger");
    Logs.write(file, Logs.marked("s-1", "-" + Logs.SECRET));
    return file;
  }

  private static Seal seal(Path file) throws IOException {
    return Seal.of(file, Logs.NOW, KEYS.getPrivate(), KEYS.getPublic());
  }

  @Test
  void holds_for_every_line_without_the_ledger() throws IOException {
    Path file = ledger();
    Seal seal = seal(file);
    for (int line = 1; line <= 6; line++) {
      InclusionProof plain = InclusionProof.of(file, line, Set.of());
      InclusionProof sealed = InclusionProof.of(file, line, Set.of(), seal);

      assertThat(plain.check(Optional.empty())).isEmpty();
      assertThat(plain.check(KEY)).hasSize(1);
      assertThat(sealed.check(KEY)).isEmpty();
      assertThat(InclusionProof.read(sealed.toJson().getBytes(UTF_8))).hasValue(sealed);
      assertThat(plain.toJson() + plain + sealed.toJson()).doesNotContain(Logs.SECRET);
    }
  }

  @Test
  void shows_what_was_asked_for_by_name() throws IOException {
    InclusionProof proof = InclusionProof.of(ledger(), 2, Set.of("d1"));

    assertThat(proof.check(Optional.empty())).isEmpty();
    assertThat(proof.toJson()).contains("surgery-" + Logs.SECRET).doesNotContain("peer-");
    assertThat(proof.toString()).doesNotContain(Logs.SECRET);
  }

  @Test
  void holds_in_what_was_sealed_when_there_is_more_by_now() throws IOException {
    Path file = ledger();
    Seal seal = seal(file);
    InclusionProof before = InclusionProof.of(file, 3, Set.of(), seal);
    Logs.write(file, Logs.small("s-2", "-a"));

    assertThat(InclusionProof.of(file, 3, Set.of(), seal)).isEqualTo(before);
    assertThatThrownBy(() -> InclusionProof.of(file, 7, Set.of(), seal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 lines");
  }

  /**
   * A proof without a key is wrong in no more than with one, and takes no signature to check; of
   * each byte one bit shows that.
   */
  @Test
  void does_not_hold_when_any_bit_of_it_is_changed() throws IOException {
    Path file = ledger();
    InclusionProof proof = InclusionProof.of(file, 2, Set.of("p1", "d1"), seal(file));
    byte[] good = proof.toJson().getBytes(UTF_8);
    byte[] bad = good.clone();
    for (int i = 0; i < good.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        bad[i] = (byte) (good[i] ^ (1 << bit));
        Optional<InclusionProof> read = InclusionProof.read(bad);
        List<String> wrong = read.map(each -> each.check(Optional.empty())).orElse(List.of("all"));
        if (read.isPresent() && (wrong.isEmpty() || bit == i % 8)) {
          List<String> withKey = read.get().check(KEY);
          assertThat(withKey).as("bit %d of byte %d", bit, i).isNotEmpty().containsAll(wrong);
        }
        bad[i] = good[i];
      }
    }
  }

  @Test
  void does_not_hold_for_another_number_of_lines_than_was_sealed() throws IOException {
    Path file = ledger();
    InclusionProof proof = InclusionProof.of(file, 1, Set.of(), seal(file));
    for (int lines = 1; lines < 20; lines++) {
      InclusionProof other =
          new InclusionProof(
              1, lines, proof.root(), proof.path(), proof.core(), "{}", proof.seal());

      assertThat(other.check(KEY).isEmpty()).isEqualTo(lines == 6);
    }
  }

  @Test
  void says_which_lines_there_are_and_where_a_label_comes_from() throws IOException {
    Path file = ledger();

    assertThatThrownBy(() -> InclusionProof.of(file, 0, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> InclusionProof.of(file, 7, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 lines");
    assertThatThrownBy(() -> InclusionProof.of(file, 3, Set.of("p1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p1 is not introduced in line 3 but in line 2");
  }

  @Test
  void is_made_of_no_ledger_that_is_not_in_order() throws IOException {
    Path file = ledger();
    Files.writeString(file, Files.readString(file).replace("reach-out", "reach-oux"));

    assertThatThrownBy(() -> InclusionProof.of(file, 1, Set.of()))
        .isInstanceOf(LedgerException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "7",
        "{\"core\":{},\"format\":\"peersupport/ledger-proof\",\"line\":1,\"lines\":1,\"path\":[],"
            + "\"root\":1,\"version\":1}"
      })
  void is_read_from_nothing_else(String text) {
    assertThat(InclusionProof.read(text.getBytes(UTF_8))).isEmpty();
  }
}
