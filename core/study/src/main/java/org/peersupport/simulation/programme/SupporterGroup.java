package org.peersupport.simulation.programme;

import java.util.List;
import java.util.Objects;

/**
 * Supporters who are alike. Immutable.
 *
 * @param id of the supporter; of several, {@code id-1}, {@code id-2} and so on
 * @param count how many there are
 * @param department theirs
 * @param hours when they have time; at any hour when nothing is said; hours that overlap count once
 * @param mostCases how many people one of them supports at a time
 */
public record SupporterGroup(
    String id, int count, String department, List<OpenHours> hours, int mostCases) {
  /** Copies the list and checks that nothing is null. */
  public SupporterGroup {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(department, "department");
    hours = List.copyOf(hours);
  }
}
