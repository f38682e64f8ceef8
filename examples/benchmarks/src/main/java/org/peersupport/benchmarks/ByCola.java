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
  private final StateMachine<OrderState, Act, String> machine;

  ByCola() {
    StateMachineBuilder<OrderState, Act, String> builder = StateMachineBuilderFactory.create();
    for (OrderState state : OrderState.values()) {
      for (Act act : Act.values()) {
        ElementOrder.after(state, act).ifPresent(next -> add(builder, state, act, next));
      }
    }
    // COLA keeps every machine under its name, for ever.
    machine = builder.build("order-" + UUID.randomUUID());
  }

  private static void add(
      StateMachineBuilder<OrderState, Act, String> builder,
      OrderState state,
      Act act,
      OrderState next) {
    if (state == next) {
      builder.internalTransition().within(state).on(act).perform((from, to, event, id) -> {});
    } else {
      builder
          .externalTransition()
          .from(state)
          .to(next)
          .on(act)
          .perform((from, to, event, id) -> {});
    }
  }

  OrderState fire(OrderState state, Act act) {
    return machine.fireEvent(state, act, "s-1");
  }

  boolean permits(OrderState state, Act act) {
    return machine.verify(state, act);
  }
}
