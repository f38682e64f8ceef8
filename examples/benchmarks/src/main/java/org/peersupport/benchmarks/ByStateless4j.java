package org.peersupport.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;

/** The order of the elements in a stateless4j machine, which throws on a refused trigger. */
final class ByStateless4j {
  private final StateMachine<Place, Act> machine;

  ByStateless4j() {
    StateMachineConfig<Place, Act> config = new StateMachineConfig<>();
    for (Place place : Place.values()) {
      for (Act act : Act.values()) {
        ElementOrder.after(place, act).ifPresent(next -> add(config, place, act, next));
      }
    }
    machine = new StateMachine<>(Place.BEFORE, config);
  }

  private static void add(StateMachineConfig<Place, Act> config, Place place, Act act, Place next) {
    if (place == next) {
      config.configure(place).permitInternal(act, () -> {});
    } else {
      config.configure(place).permit(act, next);
    }
  }

  Place fire(Act act) {
    machine.fire(act);
    return machine.getState();
  }

  boolean permits(Act act) {
    return machine.canFire(act);
  }
}
