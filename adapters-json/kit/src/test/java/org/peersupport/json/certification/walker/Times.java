package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants and durations as the contract writes them. */
final class Times {
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}([.]\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern WEEKS = Pattern.compile("P(\\d+)W(.*)");
  private static final Duration NEAR = Duration.ofMinutes(5);
  private static final int WEEK = 7;

  private Times() {}

  static boolean isInstant(JsonNode value) {
    try {
      return value.isTextual() && read(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Any date-time of RFC 3339, cut to milliseconds. */
  static Instant read(JsonNode value) {
    String text = value.asText().toUpperCase(Locale.ROOT);
    if (!DATE_TIME.matcher(text).matches()) {
      throw new DateTimeException("not as RFC 3339 writes it");
    }
    return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  static Duration duration(String text) {
    Matcher weeks = WEEKS.matcher(text);
    if (!weeks.matches()) {
      return Duration.parse(text);
    }
    Duration rest = weeks.group(2).isEmpty() ? Duration.ZERO : Duration.parse("P" + weeks.group(2));
    return Duration.ofDays(WEEK * Long.parseLong(weeks.group(1))).plus(rest);
  }

  /** By how much the command lies in the future; zero when it is near or nobody can tell. */
  static Duration ahead(JsonNode command) {
    if (!command.has("recordedAt")) {
      return Duration.ZERO;
    }
    Duration by = Duration.between(read(command.path("recordedAt")), read(command.path("at")));
    return by.compareTo(NEAR) > 0 ? by : Duration.ZERO;
  }
}
