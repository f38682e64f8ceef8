package org.peersupport.simulation.estimation;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;

/**
 * A behaviour that was learnt from conversations, with what stands behind it. Immutable.
 *
 * @param protocol the protocol that they were under
 * @param behaviour how people acted
 * @param smoothing what was added to how often each choice was made
 * @param sessions how many conversations it was learnt from, without those that were held out
 * @param unfinished how many of them have no ending
 * @param start what came first
 * @param after by activity: what came next; activities that nothing came after are missing
 * @param durations by activity: how long it took; those whose times nobody knows are missing
 * @param warnings what to take with care, in the order of the behaviour document
 * @param heldOut how well the others are foretold; empty when none were held out
 */
public record EstimatedBehaviour(
    Protocol protocol,
    Behaviour behaviour,
    double smoothing,
    long sessions,
    long unfinished,
    EstimatedRow start,
    SortedMap<String, EstimatedRow> after,
    SortedMap<String, EstimatedDuration> durations,
    List<EstimationWarning> warnings,
    Optional<HeldOut> heldOut) {
  /** With fewer observations than this behind it there is a warning. */
  public static final int FEW = 20;

  /** Copies the collections and checks that nothing is null. */
  public EstimatedBehaviour {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(behaviour, "behaviour");
    Objects.requireNonNull(start, "start");
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    durations = Collections.unmodifiableSortedMap(new TreeMap<>(durations));
    warnings = List.copyOf(warnings);
    Objects.requireNonNull(heldOut, "heldOut");
  }
}
