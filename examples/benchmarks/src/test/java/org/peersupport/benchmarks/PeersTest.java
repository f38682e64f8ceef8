package org.peersupport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Every peer goes through the conversations as the table says, and refuses what it refuses. */
class PeersTest {
  private final Act[] whole = Act.of(WholeConversation.commands());

  @Test
  void theSwitchIsTheTable() {
    for (Place place : Place.values()) {
      for (Act act : Act.values()) {
        assertThat(BySwitch.after(place, act))
            .as("%s in %s", act, place)
            .isEqualTo(ElementOrder.after(place, act).orElse(null));
      }
    }
  }

  @Test
  void everyConversationIsInOrderAndEndsWhereTheNextOneCanBegin() {
    for (long seed = 1; seed <= 5; seed++) {
      for (var commands : VariedConversations.of(seed)) {
        Place place = Place.BEFORE;
        for (Act act : Act.of(commands)) {
          place = ElementOrder.after(place, act).orElseThrow();
        }
        assertThat(place).isEqualTo(Place.OVER);
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
    assertThat(record.place()).isEqualTo(Place.OVER);
    assertThat(record.events().newest().seq()).isEqualTo(WholeConversation.STEPS);
    assertThat(record.events().newest().act()).isEqualTo(Act.COMPLETE);
  }

  @Test
  void cola() {
    ByCola cola = new ByCola();
    Place place = Place.BEFORE;
    for (int round = 0; round < 2; round++) {
      for (Act act : whole) {
        Place next = ElementOrder.after(place, act).orElseThrow();
        assertThat(cola.fire(place, act)).isEqualTo(next);
        for (Act other : Act.values()) {
          assertThat(cola.permits(next, other))
              .isEqualTo(ElementOrder.after(next, other).isPresent());
        }
        place = next;
      }
    }
    assertThat(cola.fire(Place.LISTENING, Act.CLOSE)).isEqualTo(Place.LISTENING);
  }

  @Test
  void stateless4j() {
    ByStateless4j machine = new ByStateless4j();
    keepsTheOrder(machine::fire, (place, act) -> machine.permits(act));
  }

  @Test
  void squirrel() {
    BySquirrel machine = new BySquirrel();
    keepsTheOrder(machine::fire, (place, act) -> machine.permits(act));
  }

  @Test
  void spring() {
    BySpring machine = new BySpring();
    // Asking is sending there, so only what is refused can be asked without a step.
    keepsTheOrder(
        machine::fire,
        (place, act) -> ElementOrder.after(place, act).isPresent() || machine.permits(act));
  }

  private interface Machine {
    Place fire(Act act);
  }

  private void keepsTheOrder(Machine machine, BiFunction<Place, Act, Boolean> permits) {
    Place place = Place.BEFORE;
    for (int round = 0; round < 2; round++) {
      for (Act act : whole) {
        Place next = ElementOrder.after(place, act).orElseThrow();
        assertThat(machine.fire(act)).isEqualTo(next);
        for (Act other : Act.values()) {
          assertThat(permits.apply(next, other))
              .isEqualTo(ElementOrder.after(next, other).isPresent());
        }
        place = next;
      }
    }
  }
}
