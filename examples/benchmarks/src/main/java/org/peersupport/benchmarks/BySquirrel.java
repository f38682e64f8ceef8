package org.peersupport.benchmarks;

import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** The order of the elements in squirrel-foundation; a refused event leaves the state as it was. */
final class BySquirrel {
  /** The machine; squirrel asks for a class of one's own. */
  public static class Machine extends AbstractStateMachine<Machine, Place, Act, Object> {}

  private final Machine machine;

  BySquirrel() {
    StateMachineBuilder<Machine, Place, Act, Object> builder =
        StateMachineBuilderFactory.create(Machine.class, Place.class, Act.class, Object.class);
    for (Place place : Place.values()) {
      for (Act act : Act.values()) {
        ElementOrder.after(place, act).ifPresent(next -> add(builder, place, act, next));
      }
    }
    machine = builder.newStateMachine(Place.BEFORE);
    machine.start();
  }

  private static void add(
      StateMachineBuilder<Machine, Place, Act, Object> builder, Place place, Act act, Place next) {
    if (place == next) {
      builder.internalTransition().within(place).on(act);
    } else {
      builder.externalTransition().from(place).to(next).on(act);
    }
  }

  Place fire(Act act) {
    machine.fire(act);
    return machine.getCurrentState();
  }

  boolean permits(Act act) {
    return machine.canAccept(act);
  }
}
