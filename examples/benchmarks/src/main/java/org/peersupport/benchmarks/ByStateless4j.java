package org.peersupport.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;

/** The order of the elements in a stateless4j machine, which throws on a refused trigger. */
final class ByStateless4j {
  private final StateMachine<OrderState, Act> machine;

  ByStateless4j() {
    StateMachineConfig<OrderState, Act> config = new StateMachineConfig<>();
    for (OrderState state : OrderState.values()) {
      for (Act act : Act.values()) {
        ElementOrder.after(state, act).ifPresent(next -> add(config, state, act, next));
      }
    }
    machine = new StateMachine<>(OrderState.BEFORE, config);
  }

  private static void add(
      StateMachineConfig<OrderState, Act> config, OrderState state, Act act, OrderState next) {
    if (state == next) {
      config.configure(state).permitInternal(act, () -> {});
    } else {
      config.configure(state).permit(act, next);
    }
  }

  OrderState fire(Act act) {
    machine.fire(act);
    return machine.getState();
  }

  boolean permits(Act act) {
    return machine.canFire(act);
  }
}
