package org.peersupport.json.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymKeyTest {
  static final String HEX = "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f";

  @TempDir Path folder;

  private static String pseudonym(PseudonymKey key) {
    return new Pseudonyms(key).participant("x-1");
  }

  @Test
  void a_key_is_the_same_however_its_digits_are_written() {
    String plain = pseudonym(PseudonymKey.parse(HEX));

    assertThat(pseudonym(PseudonymKey.parse("\r\n " + HEX.toUpperCase(Locale.ROOT) + "\n")))
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe",
        "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0",
        "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0g",
        "00112233445566778899aabbccddeeff 102132435465768798a9bacbdcedfe0f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "correct horse battery staple correct horse battery staple correct"
      })
  void what_is_no_key_or_can_be_guessed_is_refused_without_repeating_it(String text) {
    assertThatThrownBy(() -> PseudonymKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("0123", "1122", "horse", "'"));
  }

  @Test
  void says_what_a_key_needs() {
    assertThatThrownBy(() -> PseudonymKey.parse(HEX.substring(32)))
        .hasMessage("the key has only 16 bytes, and one that cannot be guessed has at least 32");
    assertThatThrownBy(() -> PseudonymKey.parse("swordfish"))
        .hasMessage(
            "this is no key: a key is 64 or more hexadecimal digits that were drawn at random");
    assertThatThrownBy(() -> PseudonymKey.parse("a".repeat(64)))
        .hasMessage("the key repeats itself, so it was not drawn at random and can be guessed");
    assertThatThrownBy(() -> PseudonymKey.of(new byte[1025]))
        .hasMessage("a key has at most 1024 bytes");
  }

  @Test
  void a_new_key_is_for_its_owner_only_and_never_the_same() throws IOException {
    Path file = folder.resolve("key");
    PseudonymKey made = PseudonymKey.create(file);
    PseudonymKey other = PseudonymKey.create(folder.resolve("other"));

    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(pseudonym(PseudonymKey.read(file))).isEqualTo(pseudonym(made));
    assertThat(pseudonym(other)).isNotEqualTo(pseudonym(made));
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_key_never_takes_the_place_of_another_file() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "mine");

    assertThatThrownBy(() -> PseudonymKey.create(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }

  @Test
  void reads_no_more_of_a_file_than_a_key_can_have() throws IOException {
    Path large = Files.writeString(folder.resolve("large"), HEX.repeat(100));

    assertThatThrownBy(() -> PseudonymKey.read(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("this is no key");
    assertThatThrownBy(() -> PseudonymKey.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void prints_nothing_of_itself() {
    assertThat(PseudonymKey.parse(HEX)).hasToString("***");
  }
}
