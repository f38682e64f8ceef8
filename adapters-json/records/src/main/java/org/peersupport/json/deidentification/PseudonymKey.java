package org.peersupport.json.deidentification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which pseudonyms and shifts are made. Who has it can make the pseudonym of any id
 * and so find a person again; who has not, cannot. Keep it apart from what is given away, and
 * destroy it when no further log has to fit the ones before.
 *
 * <p>A key file holds the key as hexadecimal digits, which survive editors, line ends and a printed
 * page in a safe. Prints as {@code ***}; immutable.
 */
public final class PseudonymKey {
  /** The bytes that a key has at least; {@link #create} makes so many. */
  public static final int BYTES = 32;

  /** The bytes that a key has at most. */
  public static final int MOST_BYTES = 1024;

  /**
   * The different bytes that a key has at least. Of 32 random ones fewer come less than once in
   * 10<sup>16</sup>; a repeated or typed pattern has fewer.
   */
  private static final int DIFFERENT = 16;

  private static final String EXPECTED =
      "a key is " + 2 * BYTES + " or more hexadecimal digits that were drawn at random";

  private final SecretKeySpec secret;

  private PseudonymKey(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /**
   * A key of bytes that were drawn at random.
   *
   * @param secret copied
   * @throws IllegalArgumentException if there are fewer than {@value #BYTES} or more than {@value
   *     #MOST_BYTES} bytes, or so few different ones that they cannot be random; the message
   *     repeats none of them
   */
  public static PseudonymKey of(byte[] secret) {
    if (secret.length < BYTES) {
      throw new IllegalArgumentException(
          "the key has only "
              + secret.length
              + " bytes, and one that cannot be guessed has at least "
              + BYTES);
    }
    if (secret.length > MOST_BYTES) {
      throw new IllegalArgumentException("a key has at most " + MOST_BYTES + " bytes");
    }
    BitSet different = new BitSet();
    for (byte b : secret) {
      different.set(b & 0xff);
    }
    if (different.cardinality() < DIFFERENT) {
      throw new IllegalArgumentException(
          "the key repeats itself, so it was not drawn at random and can be guessed");
    }
    return new PseudonymKey(secret);
  }

  /**
   * A key as it stands in a key file.
   *
   * @param text hexadecimal digits, two for each byte; white space around them is passed over
   * @throws IllegalArgumentException as in {@link #of}, or if there is anything else in it
   */
  public static PseudonymKey parse(String text) {
    byte[] secret;
    try {
      secret = HexFormat.of().parseHex(text.strip());
    } catch (IllegalArgumentException e) {
      // Its message quotes digits of the key, so it is not passed on.
      throw new IllegalArgumentException("this is no key: " + EXPECTED);
    }
    return of(secret);
  }

  /**
   * Reads a key file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if what it holds is no key, or a weak one
   */
  public static PseudonymKey read(Path file) throws IOException {
    int limit = 4 * MOST_BYTES;
    try (var in = Files.newInputStream(file)) {
      byte[] text = in.readNBytes(limit + 1);
      if (text.length > limit) {
        throw new IllegalArgumentException("this is no key: " + EXPECTED);
      }
      return parse(new String(text, US_ASCII));
    }
  }

  /**
   * Draws a key and keeps it in a new file that only its owner may read or write, where the file
   * system knows owners.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is a file already: what was made with
   *     a lost key can never be continued
   * @throws IOException if the file cannot be made
   */
  public static PseudonymKey create(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    PseudonymKey key = of(secret);
    var made =
        Files.newByteChannel(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(file));
    try (OutputStream out = Channels.newOutputStream(made)) {
      out.write((HexFormat.of().formatHex(secret) + "\n").getBytes(US_ASCII));
    }
    return key;
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    Set<String> views = file.getFileSystem().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  SecretKeySpec secret() {
    return secret;
  }

  /** Always {@code ***}. */
  @Override
  public String toString() {
    return "***";
  }
}
