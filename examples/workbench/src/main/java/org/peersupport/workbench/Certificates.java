package org.peersupport.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.peersupport.json.LineReader;
import org.peersupport.json.certification.CheckedCertificate;

/** Checks the signature of a report that {@code certify} has printed. */
final class Certificates {
  private Certificates() {}

  /**
   * Prints what came of it and gives the exit status.
   *
   * @param file what {@code certify} printed, or the last line of it alone
   * @param publicKey the file of the public key
   */
  static int check(String file, String publicKey, Console console) {
    CheckedCertificate check =
        CheckedCertificate.of(lastLine(file), LedgerFiles.publicKey(publicKey))
            .orElseThrow(
                () ->
                    new BadInputException(
                        file + ": its last line is no report as 'certify' prints it"));
    console.printLine(check.toJson());
    return check.isSigned() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private static byte[] lastLine(String file) {
    try (InputStream in = Files.newInputStream(TextFiles.path(file))) {
      LineReader lines = LineReader.ofLedger(in);
      Optional<byte[]> last = Optional.empty();
      while (lines.next()) {
        last = lines.isBlank() ? last : Optional.of(lines.line());
      }
      return last.orElse(new byte[0]);
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }
}
