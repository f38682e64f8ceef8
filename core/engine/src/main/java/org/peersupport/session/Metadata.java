package org.peersupport.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is known of the telling of an act, not of the act: when a program was told, and the id of
 * the command. Immutable.
 *
 * <p>An act happens when {@link Command#at()} says so, by the clock of whoever tells it; clocks
 * differ, so an act that would lie more than {@link #TOLERANCE} after it was told is said to lie in
 * the future.
 *
 * @param recordedAt when it was told, by the clock of the program that asks, cut to milliseconds;
 *     without it nothing lies in the future
 * @param commandId the id under which the same command may be sent again without being recorded
 *     twice
 */
public record Metadata(Optional<Instant> recordedAt, Optional<String> commandId) {
  /** By how much clocks may differ. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Nothing is known. */
  public static final Metadata NONE = new Metadata(Optional.empty(), Optional.empty());

  /**
   * Checks the id, and that nothing is null.
   *
   * @throws IllegalArgumentException if the id is not written as an id must be
   */
  public Metadata {
    recordedAt = recordedAt.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
    commandId.ifPresent(Ids::check);
  }

  /** The same, told at this instant. */
  public Metadata recordedAt(Instant instant) {
    return new Metadata(Optional.of(instant), commandId);
  }

  /** The same under this command id. */
  public Metadata commandId(String id) {
    return new Metadata(recordedAt, Optional.of(id));
  }

  /** How far an act lies in the future; zero when it does not lie more than the tolerance ahead. */
  Duration ahead(Instant at) {
    if (recordedAt.isEmpty()) {
      return Duration.ZERO;
    }
    Duration ahead = Duration.between(recordedAt.get(), at);
    return ahead.compareTo(TOLERANCE) > 0 ? ahead : Duration.ZERO;
  }

  /** The instant that the event of an act gets: that of the telling when the act lies ahead. */
  Instant happened(Instant at) {
    return recordedAt.isEmpty() || ahead(at).isZero() ? at : recordedAt.get();
  }

  /** Prints no more than what there is. */
  @Override
  public String toString() {
    return "Metadata["
        + (recordedAt.isPresent() ? "recordedAt" : "")
        + (commandId.isPresent() ? " commandId" : "")
        + "]";
  }
}
