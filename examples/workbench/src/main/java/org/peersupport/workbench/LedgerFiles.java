package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Function;
import org.peersupport.json.ledger.InclusionProof;
import org.peersupport.json.ledger.LedgerEraser;
import org.peersupport.json.ledger.LedgerException;
import org.peersupport.json.ledger.LedgerKeys;
import org.peersupport.json.ledger.Seal;

/** The files that the commands of a ledger read and write, and what is told when they cannot. */
final class LedgerFiles {
  /** How the name of a public key ends. */
  static final String PUBLIC = ".pub";

  /** What is said of the bytes of an append that has not ended. */
  static final String UNACKNOWLEDGED =
      " bytes at its end were not looked at: they are of an append that has not ended, so nobody has"
          + " acknowledged them";

  private static final String IS_LOG =
      ": this is a log and not a ledger; 'ledger append L < LOG' makes a ledger L of it";

  /** What is done with a file. */
  interface Use<T> {
    T on(Path file) throws IOException;
  }

  private LedgerFiles() {}

  /**
   * Does something with a ledger.
   *
   * @throws BadInputException if it cannot be done, with the line where that shows
   */
  static <T> T using(String ledger, Use<T> use) {
    try {
      Path file = TextFiles.path(ledger);
      if (FirstLine.of(file) == FirstLine.LOG) {
        throw new BadInputException(ledger + IS_LOG);
      }
      return use.on(file);
    } catch (LedgerException e) {
      throw new BadInputException(
          ledger + ":" + e.finding().line() + ": " + e.finding().explanation());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(ledger + ": " + e.getMessage());
    } catch (IOException e) {
      throw BadInputException.of(ledger, e);
    }
  }

  static Seal seal(String file) {
    return Seal.read(TextFiles.read(file).getBytes(UTF_8))
        .orElseThrow(
            () -> new BadInputException(file + ": this is no seal as 'ledger seal' prints it"));
  }

  static InclusionProof proof(String file) {
    return InclusionProof.read(TextFiles.read(file).getBytes(UTF_8))
        .orElseThrow(
            () -> new BadInputException(file + ": this is no proof as 'ledger prove' prints it"));
  }

  /** The private key; a word of warning when others may read it too. */
  static PrivateKey privateKey(String file, Console console) {
    PrivateKey key = key(file, LedgerKeys::readPrivate);
    try {
      Permissions.tellIfReadByOthers(file, TextFiles.path(file), "key", console);
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
    return key;
  }

  static PublicKey publicKey(String file) {
    return key(file, LedgerKeys::readPublic);
  }

  private static <K> K key(String file, Function<String, K> read) {
    try {
      return read.apply(TextFiles.read(file));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(file + ": " + e.getMessage());
    }
  }

  /** Makes a private key in the file and its public key beside it; neither may be there. */
  static void makeKeys(String file, SecureRandom random) {
    Path secret = TextFiles.path(file);
    Path known = TextFiles.path(file + PUBLIC);
    KeyPair keys = LedgerKeys.generate(random);
    try {
      if (Files.exists(known)) {
        throw new FileAlreadyExistsException(known.toString());
      }
      create(secret, LedgerKeys.pem(keys.getPrivate()), Permissions.ownerOnly(secret));
      create(known, LedgerKeys.pem(keys.getPublic()), Permissions.readByAll(known));
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          e.getMessage() + ": is there already; a key is never overwritten, choose another name");
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }

  private static void create(Path file, String text, FileAttribute<?>[] permissions)
      throws IOException {
    Set<StandardOpenOption> how = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try (FileChannel channel = FileChannel.open(file, how, permissions)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  static String json(LedgerEraser.Erased erased) {
    return "{\"ledger\":\""
        + erased.head().ledger()
        + "\",\"sessions\":"
        + erased.sessions()
        + ",\"values\":"
        + erased.values()
        + ",\"lines\":"
        + erased.head().lines()
        + ",\"head\":\""
        + erased.head().hash()
        + "\"}";
  }
}
