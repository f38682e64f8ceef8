package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peersupport.json.PeerSupportJson;

/** Tells by its first line what a file is, so that a mix-up does not look like damage. */
enum FirstLine {
  LOG,
  LEDGER,
  COMMANDS,
  ANYTHING_ELSE;

  /** How much is looked at; a longer line says nothing. */
  static final int LIMIT = 1 << 16;

  private static final String FORMAT = "\"format\":\"peersupport/ledger\"";
  private static final String COMMAND = "\"do\":";

  /** Of a file; there may be none. */
  static FirstLine of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return ANYTHING_ELSE;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(LIMIT));
    }
  }

  /**
   * Of what comes next of a stream, which is then where it was.
   *
   * @param in can be set back
   */
  static FirstLine of(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    in.mark(LIMIT);
    int next = 0;
    while (next != '\n' && line.size() < LIMIT) {
      next = in.read();
      if (next < 0) {
        break;
      }
      line.write(next);
    }
    in.reset();
    return of(line.toByteArray());
  }

  private static FirstLine of(byte[] bytes) {
    String line = new String(bytes, UTF_8).lines().findFirst().orElse("");
    if (PeerSupportJson.logVersion(line).isPresent()
        || !PeerSupportJson.readEvent(line, 1).isMalformed()) {
      return LOG;
    } else if (line.contains(FORMAT)) {
      return LEDGER;
    }
    return line.replace(" ", "").contains(COMMAND) ? COMMANDS : ANYTHING_ELSE;
  }
}
