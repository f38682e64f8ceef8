package org.peersupport.json.internal;

import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as text. */
final class Durations {
  private Durations() {}

  /** The duration, or null when the text is none. */
  static @Nullable Duration parse(String text) {
    if (!text.startsWith("P")) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** The text with days for a full 24 hours, as people write a deadline: {@code P3D}. */
  static String inDays(Duration duration) {
    long days = duration.toDays();
    if (days <= 0) {
      return duration.toString();
    }
    Duration rest = duration.minusDays(days);
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
