package org.peersupport.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Standard output does not take what is written. */
final class OutputException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  OutputException(IOException cause) {
    super(cause);
  }

  /** Whether the reader simply left, as {@code head} does: no reason for a message. */
  boolean isReaderGone() {
    String text = String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("pipe") || text.contains("stream closed");
  }
}
