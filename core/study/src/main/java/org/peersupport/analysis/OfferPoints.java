package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.search.LastActivityReach;
import org.peersupport.internal.search.Monitors;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/**
 * The points of a conversation at which resources may be offered in a first pass: nobody raises a
 * concern, and where the elements have an order none of them begins again or before one that has
 * begun. A concern or a step back may open more. Immutable.
 *
 * @param first the keys of the resources that may be offered before any element has begun, in the
 *     protocol's order
 * @param during by the key of each element that is not continuous, in the protocol's order: the
 *     keys of the resources that may be offered while it is the last such element that has begun,
 *     in some first pass that closes; in the protocol's order, empty where none may
 */
public record OfferPoints(List<String> first, Map<String, List<String>> during) {
  /** The joint states at which it is given up: a picture is not worth waiting longer for. */
  private static final int LIMIT = 30_000;

  /** Copies the lists and checks that nothing is null. */
  public OfferPoints {
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
  public static OfferPoints of(Protocol protocol) {
    try {
      return of(new Model(protocol, Locale.ROOT));
    } catch (TooLargeException e) {
      throw new TooManyStatesException(e.limit());
    }
  }

  private static OfferPoints of(Model model) {
    BitSet begins = new BitSet();
    Map<String, List<String>> during = new LinkedHashMap<>();
    for (Element element : model.protocol.elements()) {
      if (!element.isContinuous()) {
        begins.set(model.find(ActivityKind.BEGIN, element.key()));
        during.put(element.key(), new ArrayList<>());
      }
    }
    BitSet offers = new BitSet();
    for (Resource resource : model.protocol.resources()) {
      offers.set(model.find(ActivityKind.OFFER, resource.key()));
    }
    BitSet[] found = found(model, begins, offers);
    List<String> first = new ArrayList<>();
    for (Resource resource : model.protocol.resources()) {
      BitSet lasts = found[model.find(ActivityKind.OFFER, resource.key())];
      addIf(lasts.get(model.rules.activities()), first, resource);
      during.forEach(
          (element, there) ->
              addIf(lasts.get(model.find(ActivityKind.BEGIN, element)), there, resource));
    }
    return new OfferPoints(first, during);
  }

  /** By offer: the beginnings after which it may come, in a first pass if one closes. */
  private static BitSet[] found(Model model, BitSet begins, BitSet offers) {
    RuleSystem passing =
        model.rules.with(Monitors.forward(model.rules, inOrder(model), concerns(model)));
    BitSet enforced = (BitSet) model.mandatory.clone();
    enforced.set(model.rules.rules());
    return LastActivityReach.closes(passing, enforced, LIMIT)
        ? LastActivityReach.of(passing, enforced, begins, offers, LIMIT)
        : LastActivityReach.of(model.rules, model.mandatory, begins, offers, LIMIT);
  }

  private static int[] inOrder(Model model) {
    return model.protocol.order().mode() == OrderMode.MODULAR
        ? new int[0]
        : model.protocol.elements().stream()
            .filter(element -> !element.isContinuous())
            .mapToInt(element -> model.find(ActivityKind.BEGIN, element.key()))
            .toArray();
  }

  private static BitSet concerns(Model model) {
    BitSet concerns = new BitSet();
    for (String level : model.protocol.concerns()) {
      concerns.set(model.find(ActivityKind.CONCERN, level));
    }
    return concerns;
  }

  private static void addIf(boolean possible, List<String> point, Resource resource) {
    if (possible) {
      point.add(resource.key());
    }
  }
}
