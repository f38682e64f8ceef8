package org.peersupport.json.deidentification;

import java.time.Duration;
import java.time.Instant;

/**
 * Instants cut to a unit and moved by whole units. What is at the same time stays at the same time,
 * what is earlier is never later afterwards, and every duration is off by less than one unit.
 */
final class CoarseTime {
  /** How far back an instant is moved at most. */
  static final Duration FARTHEST = Duration.ofDays(364);

  static final Duration FINEST_UNIT = Duration.ofSeconds(1);
  static final Duration COARSEST_UNIT = Duration.ofDays(7);

  /** What is earlier might be moved out of the years that a log can have. */
  static final Instant EARLIEST = Instant.parse("0003-01-01T00:00:00Z");

  /** No log can have what is later. */
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final long unit;

  /**
   * @param unit whole seconds, from {@link #FINEST_UNIT} to {@link #COARSEST_UNIT}
   */
  CoarseTime(Duration unit) {
    this.unit = unit.toMillis();
  }

  /** Among how many shifts one is drawn. */
  long shifts() {
    return FARTHEST.toMillis() / unit;
  }

  /** How many units the instant is after 1970, counted down to a whole one. */
  long units(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), unit);
  }

  /**
   * The instant, coarse and moved back.
   *
   * @param shift in units
   */
  Instant moved(Instant at, long shift) {
    return Instant.ofEpochMilli((units(at) - shift) * unit);
  }

  /**
   * How late an event is if one goes by the coarse instants: the instant from which the deadline
   * counts is that of an event before it, so this tells nothing that the instants do not tell. Zero
   * where these no longer show a delay.
   *
   * @param within how long the deadline gives
   */
  Duration lateBy(Instant at, Duration lateBy, Duration within) {
    Instant since = at.minus(lateBy).minus(within);
    Duration passed = Duration.ofMillis((units(at) - units(since)) * unit);
    Duration late = passed.minus(within);
    return late.isNegative() ? Duration.ZERO : late;
  }

  /**
   * How far an event was said to lie ahead of the instant at which it was told, by coarse instants.
   */
  Duration aheadBy(Instant told, Duration aheadBy) {
    return Duration.ofMillis((units(told.plus(aheadBy)) - units(told)) * unit);
  }
}
