package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the wire format writes them: in UTC, with milliseconds when these are not zero. */
final class Moments {
  private Moments() {}

  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Whether the value is one, written as it must be. */
  static boolean isMoment(JsonNode value) {
    try {
      return value.isTextual() && text(Instant.parse(value.textValue())).equals(value.textValue());
    } catch (DateTimeException e) {
      return false;
    }
  }
}
