package org.peersupport.simulation.estimation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came in one place of conversations that were observed. Immutable.
 *
 * @param observations how often something came
 * @param counts by choice: how often it came; more than zero
 */
public record EstimatedRow(long observations, SortedMap<String, Long> counts) {
  /** Copies the map. */
  public EstimatedRow {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
