package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.OrderMode;

/**
 * What there is to see of a protocol, whatever the format. Immutable. All texts are on one line and
 * have no character that a format could not carry.
 *
 * @param id the protocol's id
 * @param reference its id with its release
 * @param title its title
 * @param mode how strict the order is
 * @param stages the elements that have a place in the order, in their order
 * @param beside the elements that may come at any time, outside the order
 * @param first what may be offered before any element has begun; empty without resources
 * @param offers the sets of resources that the stages speak of, in order of appearance
 * @param offersKnown whether it could be worked out where offers may come
 * @param demands what must come before the close, or should
 */
public record Picture(
    String id,
    String reference,
    String title,
    OrderMode mode,
    List<Stage> stages,
    List<Stage> beside,
    Optional<Offers> first,
    List<Offers> offers,
    boolean offersKnown,
    List<Demand> demands) {
  /** Copies the lists. */
  public Picture {
    stages = List.copyOf(stages);
    beside = List.copyOf(beside);
    offers = List.copyOf(offers);
    demands = List.copyOf(demands);
  }

  /** Whether the stages follow one another, be it as advice, or there are none. */
  boolean isOrdered() {
    return mode != OrderMode.MODULAR || stages.isEmpty();
  }

  /** Whether the order is enforced. */
  boolean isStrict() {
    return mode == OrderMode.STRICT;
  }

  /** What the order is, in words. */
  String orderWords() {
    return switch (mode) {
      case STRICT -> "Strict order: a step out of order is refused.";
      case GUIDED -> "Guided order: advice; a step out of order is recorded, not refused.";
      case MODULAR -> "Modular: the elements come in any order.";
    };
  }

  /** What is true and not drawn. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (stages.stream().anyMatch(stage -> !stage.returns().isEmpty())) {
      remarks.add("After a way back, what has begun before may be passed over.");
    }
    if (!offersKnown) {
      remarks.add("Where offers may come is not drawn: the rules have too many states to tell.");
    }
    remarks.add("No rule refuses an early end; it is not drawn.");
    return remarks;
  }

  /** The demands of a kind, in the protocol's order. */
  List<Demand> demands(Demand.Kind kind) {
    return demands.stream().filter(demand -> demand.kind() == kind).toList();
  }

  /** The stages in order, then those beside it. */
  List<Stage> everyStage() {
    List<Stage> every = new ArrayList<>(stages);
    every.addAll(beside);
    return every;
  }
}
