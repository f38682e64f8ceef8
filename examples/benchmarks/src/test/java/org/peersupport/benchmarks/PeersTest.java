package org.peersupport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Every peer goes through the conversations as the table says, and refuses what it refuses. */
class PeersTest {
  private final Act[] whole = Act.of(WholeConversation.commands());

  @Test
  void theSwitchIsTheTable() {
    for (OrderState state : OrderState.values()) {
      for (Act act : Act.values()) {
        assertThat(BySwitch.after(state, act))
            .as("%s in %s", act, state)
            .isEqualTo(ElementOrder.after(state, act).orElse(null));
      }
    }
  }

  @Test
  void everyConversationIsInOrderAndEndsWhereTheNextOneCanBegin() {
    for (long seed = 1; seed <= 5; seed++) {
      for (var commands : VariedConversations.of(seed)) {
        OrderState state = OrderState.BEFORE;
        for (Act act : Act.of(commands)) {
          state = ElementOrder.after(state, act).orElseThrow();
        }
        assertThat(state).isEqualTo(OrderState.OVER);
      }
    }
  }

  @Test
  void theRecordKeepsEveryEvent() {
    ByRecord.Ask[] asks = ByRecord.Ask.of(WholeConversation.commands());
    ByRecord record = ByRecord.of(asks[0]);
    assertThat(record.step(asks[1])).isNull();
    for (ByRecord.Ask ask : asks) {
      record = record.step(ask);
    }
    assertThat(record.state()).isEqualTo(OrderState.OVER);
    assertThat(record.events().newest().seq()).isEqualTo(WholeConversation.STEPS);
    assertThat(record.events().newest().act()).isEqualTo(Act.COMPLETE);
  }

  @Test
  void cola() {
    ByCola cola = new ByCola();
    OrderState state = OrderState.BEFORE;
    for (int round = 0; round < 2; round++) {
      for (Act act : whole) {
        OrderState next = ElementOrder.after(state, act).orElseThrow();
        assertThat(cola.fire(state, act)).isEqualTo(next);
        for (Act other : Act.values()) {
          assertThat(cola.permits(next, other))
              .isEqualTo(ElementOrder.after(next, other).isPresent());
        }
        state = next;
      }
    }
    assertThat(cola.fire(OrderState.REACHING_OUT, Act.CLOSE)).isEqualTo(OrderState.REACHING_OUT);
  }

  @Test
  void stateless4j() {
    ByStateless4j machine = new ByStateless4j();
    keepsTheOrder(machine::fire, (state, act) -> machine.permits(act));
  }

  @Test
  void squirrel() {
    BySquirrel machine = new BySquirrel();
    keepsTheOrder(machine::fire, (state, act) -> machine.permits(act));
  }

  @Test
  void spring() {
    BySpring machine = new BySpring();
    // Asking is sending there, so only what is refused can be asked without a step.
    keepsTheOrder(
        machine::fire,
        (state, act) -> ElementOrder.after(state, act).isPresent() || machine.permits(act));
  }

  private interface Machine {
    OrderState fire(Act act);
  }

  private void keepsTheOrder(Machine machine, BiFunction<OrderState, Act, Boolean> permits) {
    OrderState state = OrderState.BEFORE;
    for (int round = 0; round < 2; round++) {
      for (Act act : whole) {
        OrderState next = ElementOrder.after(state, act).orElseThrow();
        assertThat(machine.fire(act)).isEqualTo(next);
        for (Act other : Act.values()) {
          assertThat(permits.apply(next, other))
              .isEqualTo(ElementOrder.after(next, other).isPresent());
        }
        state = next;
      }
    }
  }
}
