package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.OptionalInt;
import org.peersupport.json.internal.Lines;

/** The line that a log may start with. */
final class LogHeader {
  private static final String ANOTHER_FORMAT =
      "This is no log: its first line names another format than peersupport/log.";
  private static final String NO_VERSION =
      "The first line of this log names no version that is a whole number; this release reads"
          + " version "
          + PeerSupportJson.LOG_VERSION
          + ".";

  private LogHeader() {}

  /**
   * Whether a first line is a header. A line with a {@code format} and without a {@code type} is
   * one.
   *
   * @throws LogHeaderException if it is the header of something that this release does not read
   */
  static boolean is(byte[] line, int number) throws LogHeaderException {
    Optional<String> format = Lines.format(line);
    if (format.isEmpty()) {
      return false;
    }
    if (!format.get().equals(Lines.LOG_FORMAT)) {
      throw new LogHeaderException(number, ANOTHER_FORMAT);
    }
    OptionalInt version = PeerSupportJson.logVersion(new String(line, UTF_8));
    if (version.isEmpty()) {
      throw new LogHeaderException(number, NO_VERSION);
    }
    if (version.getAsInt() != PeerSupportJson.LOG_VERSION) {
      throw new LogHeaderException(number, ofAnotherVersion(version.getAsInt()));
    }
    return true;
  }

  private static String ofAnotherVersion(int version) {
    return "This is a log of version "
        + version
        + ", and this release reads version "
        + PeerSupportJson.LOG_VERSION
        + ". Use the release that wrote it.";
  }

  /** Whether a first line that breaks off is the beginning of a header, so that this is a log. */
  static boolean isBeginning(byte[] line) {
    return PeerSupportJson.logHeader().startsWith(new String(line, UTF_8));
  }
}
