package org.peersupport.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in a conversation resources may be offered. Immutable.
 *
 * @param first the keys of the resources that may be offered before any element has begun, in the
 *     protocol's order
 * @param during by the key of each element that is not continuous, in the protocol's order: the
 *     keys of the resources that may be offered while it is the last such element that has begun,
 *     in some conversation that closes; in the protocol's order, empty where none may
 */
public record OfferPlaces(List<String> first, Map<String, List<String>> during) {
  /** Copies the lists and checks that nothing is null. */
  public OfferPlaces {
    first = List.copyOf(first);
    Map<String, List<String>> copy = new LinkedHashMap<>();
    during.forEach((element, resources) -> copy.put(element, List.copyOf(resources)));
    during = Collections.unmodifiableMap(copy);
  }
}
