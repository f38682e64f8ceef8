package org.peersupport.simulation.programme;

import java.util.Objects;

/**
 * Where people who are referred come from. Immutable.
 *
 * @param name as the supporters' departments are named
 * @param weight how many come from there, compared with the other departments
 */
public record Department(String name, double weight) {
  /** Checks that nothing is null. */
  public Department {
    Objects.requireNonNull(name, "name");
  }
}
