package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Occasions;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.automaton.Wishes;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

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

  /**
   * Finds out where resources may be offered under a protocol.
   *
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static OfferPlaces of(Protocol protocol) {
    try {
      return of(new Model(protocol));
    } catch (TooLargeException e) {
      throw new TooManyStatesException(e.limit());
    }
  }

  private static OfferPlaces of(Model model) {
    BitSet begins = new BitSet();
    Map<String, List<String>> during = new LinkedHashMap<>();
    for (Element element : model.protocol.elements()) {
      if (!element.isContinuous()) {
        begins.set(model.find(ActivityKind.BEGIN, element.key()));
        during.put(element.key(), new ArrayList<>());
      }
    }
    List<CompiledRule> places = new ArrayList<>();
    places.add(Wishes.avoided(model.rules, begins));
    for (String element : during.keySet()) {
      places.add(
          Wishes.last(model.rules, begins, Model.only(model.find(ActivityKind.BEGIN, element))));
    }
    RuleSystem watching = model.rules.with(places.toArray(new CompiledRule[0]));
    BitSet watched = new BitSet();
    watched.set(model.rules.rules(), watching.rules());
    List<String> first = new ArrayList<>();
    for (Resource resource : model.protocol.resources()) {
      int offer = model.find(ActivityKind.OFFER, resource.key());
      int place = model.rules.rules();
      BitSet found = Occasions.of(watching, model.mandatory, watched, offer, Model.LIMIT);
      addIf(found.get(place++), first, resource);
      for (List<String> there : during.values()) {
        addIf(found.get(place++), there, resource);
      }
    }
    return new OfferPlaces(first, during);
  }

  private static void addIf(boolean possible, List<String> place, Resource resource) {
    if (possible) {
      place.add(resource.key());
    }
  }
}
