package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.simulation.programme.EventQueue.Kind;

class EventQueueTest {
  private final EventQueue events = new EventQueue();

  @Test
  void what_is_earlier_comes_first_and_of_equals_what_was_added_first() {
    events.add(20, Kind.OVER, 1);
    events.add(10, Kind.OVER, 2);
    events.add(20, Kind.REFERRED, 3);
    events.add(10, Kind.DUE, 4);
    events.add(20, Kind.DUE, 5);

    assertThat(drained()).containsExactly(2, 4, 1, 3, 5);
  }

  @Test
  void what_is_added_while_it_runs_comes_after_what_was_there_for_the_same_instant() {
    events.add(10, Kind.DUE, 1);
    events.add(10, Kind.DUE, 2);
    EventQueue.ScheduledEvent first = events.next();
    events.add(first.at(), Kind.DUE, 3);

    assertThat(drained()).containsExactly(2, 3);
  }

  private List<Integer> drained() {
    List<Integer> subjects = new ArrayList<>();
    while (!events.isEmpty()) {
      subjects.add(events.next().subject());
    }
    return subjects;
  }
}
