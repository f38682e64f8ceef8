package org.peersupport.simulation.programme;

import java.util.Objects;

/**
 * A figure that the source of a scenario reports. Immutable.
 *
 * @param metric which one
 * @param value in the figure's unit
 * @param role whether it went in or comes out
 * @param note how it went in, or how the source counts it; may be empty
 */
public record Published(Metric metric, double value, Role role, String note) {
  /** Checks that nothing is null. */
  public Published {
    Objects.requireNonNull(metric, "figure");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(note, "note");
  }
}
