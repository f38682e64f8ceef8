package org.peersupport.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
  private static final Word CORRECTED = new Word("event-corrected");
  private static final Word VOIDED = new Word("session-voided");

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
    events(
        in,
        name,
        lines -> mayBe(CORRECTED, lines),
        event -> {
          if (event instanceof Event.EventCorrected correction) {
            found.accept(correction);
          }
        });
  }

  /**
   * The same with the events that say that a session was entered in error.
   *
   * @param voided takes each of these
   */
  public static void read(
      InputStream in,
      String name,
      Consumer<Event.EventCorrected> found,
      Consumer<Event.SessionVoided> voided)
      throws IOException {
    events(
        in,
        name,
        lines -> mayBe(CORRECTED, lines) || mayBe(VOIDED, lines),
        event -> {
          if (event instanceof Event.EventCorrected correction) {
            found.accept(correction);
          } else if (event instanceof Event.SessionVoided each) {
            voided.accept(each);
          }
        });
  }

  private static void events(
      InputStream in, String name, Predicate<LineReader> isRead, Consumer<Event> found)
      throws IOException {
    LineReader lines = LineReader.ofEvents(name.endsWith(".gz") ? new GZIPInputStream(in) : in);
    while (lines.next()) {
      if (isRead.test(lines)) {
        Read<Event> read = PeerSupportJson.readEvent(lines.line(), lines.number());
        if (!read.isMalformed()) {
          found.accept(read.orElseThrow());
        }
      }
    }
  }

  /** The type as it is mostly written, or an escape that may stand for any letter of it. */
  private static boolean mayBe(Word type, LineReader lines) {
    return type.isIn(lines.buffer(), lines.start(), lines.end())
        || Bytes.find(lines.buffer(), lines.start(), lines.end(), (byte) '\\') >= 0;
  }
}
