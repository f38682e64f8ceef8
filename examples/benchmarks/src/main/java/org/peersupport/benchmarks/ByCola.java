package org.peersupport.benchmarks;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import java.util.UUID;

/**
 * The order of the elements in COLA's state machine, which keeps no state: the caller hands the
 * place in and gets the next one. A refused event gives the same place back.
 */
final class ByCola {
  private final StateMachine<Place, Act, String> machine;

  ByCola() {
    StateMachineBuilder<Place, Act, String> builder = StateMachineBuilderFactory.create();
    for (Place place : Place.values()) {
      for (Act act : Act.values()) {
        ElementOrder.after(place, act).ifPresent(next -> add(builder, place, act, next));
      }
    }
    // COLA keeps every machine under its name, for ever.
    machine = builder.build("order-" + UUID.randomUUID());
  }

  private static void add(
      StateMachineBuilder<Place, Act, String> builder, Place place, Act act, Place next) {
    if (place == next) {
      builder.internalTransition().within(place).on(act).perform((from, to, event, id) -> {});
    } else {
      builder
          .externalTransition()
          .from(place)
          .to(next)
          .on(act)
          .perform((from, to, event, id) -> {});
    }
  }

  Place fire(Place place, Act act) {
    return machine.fireEvent(place, act, "s-1");
  }

  boolean permits(Place place, Act act) {
    return machine.verify(place, act);
  }
}
