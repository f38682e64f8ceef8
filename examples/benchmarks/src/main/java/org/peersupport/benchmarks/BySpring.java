package org.peersupport.benchmarks;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult;
import org.springframework.statemachine.config.StateMachineBuilder;
import reactor.core.publisher.Mono;

/**
 * The order of the elements in a Spring Statemachine, without an application context or listeners;
 * the messages are made beforehand.
 */
final class BySpring {
  private final StateMachine<OrderState, Act> machine;
  private final Map<Act, Message<Act>> messages = new EnumMap<>(Act.class);

  BySpring() {
    try {
      StateMachineBuilder.Builder<OrderState, Act> builder = StateMachineBuilder.builder();
      builder
          .configureStates()
          .withStates()
          .initial(OrderState.BEFORE)
          .states(EnumSet.allOf(OrderState.class));
      for (OrderState state : OrderState.values()) {
        for (Act act : Act.values()) {
          OrderState next = ElementOrder.after(state, act).orElse(null);
          if (next == state) {
            builder.configureTransitions().withInternal().source(state).event(act);
          } else if (next != null) {
            builder.configureTransitions().withExternal().source(state).target(next).event(act);
          }
        }
      }
      machine = builder.build();
    } catch (Exception e) {
      throw new IllegalStateException("the machine does not build", e);
    }
    for (Act act : Act.values()) {
      messages.put(act, MessageBuilder.withPayload(act).build());
    }
    machine.startReactively().block();
  }

  OrderState fire(Act act) {
    send(act);
    return machine.getState().getId();
  }

  boolean permits(Act act) {
    return send(act).getResultType() == StateMachineEventResult.ResultType.ACCEPTED;
  }

  private StateMachineEventResult<OrderState, Act> send(Act act) {
    StateMachineEventResult<OrderState, Act> result =
        machine.sendEvent(Mono.just(messages.get(act))).blockLast();
    if (result == null) {
      throw new IllegalStateException("no answer");
    }
    return result;
  }
}
