package org.peersupport.json.internal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as text. */
public final class Durations {
  private static final String SECONDS = "[0-9]{1,18}(?:\\.[0-9]{1,9})?S";
  private static final String TIME =
      "T(?:[0-9]{1,14}H(?:[0-9]{1,16}M)?(?:%1$s)?|[0-9]{1,16}M(?:%1$s)?|%1$s)".formatted(SECONDS);

  /** As in the JSON Schemas. What has so few digits is never too large for a {@link Duration}. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "P(?:([0-9]{1,12})W)?((?:[0-9]{1,13}D)?(?:%1$s)?)(?<=[WDHMS])".formatted(TIME));

  private Durations() {}

  /**
   * The duration, or null when the text is none; neither signs nor small letters are known, and no
   * years and months, which have no fixed length.
   */
  static @Nullable Duration parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    Duration rest = parts.group(2).isEmpty() ? Duration.ZERO : Duration.parse("P" + parts.group(2));
    return parts.group(1) == null ? rest : rest.plusDays(7 * Long.parseLong(parts.group(1)));
  }

  /** The text with days for a full 24 hours, as people write a deadline: {@code P3D}. */
  public static String inDays(Duration duration) {
    long days = duration.toDays();
    if (days <= 0) {
      return duration.toString();
    }
    Duration rest = duration.minusDays(days);
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
