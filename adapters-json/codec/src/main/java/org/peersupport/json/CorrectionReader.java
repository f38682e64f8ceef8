package org.peersupport.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Bytes;
import org.peersupport.json.internal.Word;
import org.peersupport.session.Event;

/**
 * Looks for the corrections of a log, which an audit has to know before it begins. Reads only the
 * lines that may be corrections, so that it takes a fraction of the time of reading the log.
 */
public final class CorrectionReader {
  private static final Word TYPE = new Word("event-corrected");

  private CorrectionReader() {}

  /**
   * Hands over the corrections of a log, in its order. Lines that cannot be read are passed over:
   * the audit will find them.
   *
   * @param in the log; not closed
   * @param name its name; when it ends with {@code .gz} the stream is unpacked
   * @param found takes each correction
   * @throws IOException if the stream cannot be read, or unpacked
   */
  public static void read(InputStream in, String name, Consumer<Event.EventCorrected> found)
      throws IOException {
    LineReader lines = LineReader.ofEvents(name.endsWith(".gz") ? new GZIPInputStream(in) : in);
    while (lines.next()) {
      if (mayBeCorrection(lines)) {
        Read<Event> read = PeerSupportJson.readEvent(lines.line(), lines.number());
        if (!read.isMalformed() && read.orElseThrow() instanceof Event.EventCorrected event) {
          found.accept(event);
        }
      }
    }
  }

  /** The type as it is mostly written, or an escape that may stand for any letter of it. */
  private static boolean mayBeCorrection(LineReader lines) {
    return TYPE.isIn(lines.buffer(), lines.start(), lines.end())
        || Bytes.find(lines.buffer(), lines.start(), lines.end(), (byte) '\\') >= 0;
  }
}
