package org.peersupport.benchmarks;

import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** The order of the elements in squirrel-foundation; a refused event leaves the state as it was. */
final class BySquirrel {
  /** The machine; squirrel asks for a class of one's own. */
  public static class Machine extends AbstractStateMachine<Machine, OrderState, Act, Object> {}

  private final Machine machine;

  BySquirrel() {
    StateMachineBuilder<Machine, OrderState, Act, Object> builder =
        StateMachineBuilderFactory.create(Machine.class, OrderState.class, Act.class, Object.class);
    for (OrderState state : OrderState.values()) {
      for (Act act : Act.values()) {
        ElementOrder.after(state, act).ifPresent(next -> add(builder, state, act, next));
      }
    }
    machine = builder.newStateMachine(OrderState.BEFORE);
    machine.start();
  }

  private static void add(
      StateMachineBuilder<Machine, OrderState, Act, Object> builder,
      OrderState state,
      Act act,
      OrderState next) {
    if (state == next) {
      builder.internalTransition().within(state).on(act);
    } else {
      builder.externalTransition().from(state).to(next).on(act);
    }
  }

  OrderState fire(Act act) {
    machine.fire(act);
    return machine.getCurrentState();
  }

  boolean permits(Act act) {
    return machine.canAccept(act);
  }
}
