package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

class ConversationsTest {
  private static final int SESSIONS = 2_000;

  private final ConversationChain chain = UsualTalk.chain();
  private final SimulationSummary summary = Simulation.of(chain, 7).run(SESSIONS);
  private final Conversations conversations = Conversations.of(chain);
  private final List<DrawnConversation> drawn =
      LongStream.range(0, SESSIONS).mapToObj(n -> conversations.draw(7, n)).toList();

  @Test
  void the_conversations_are_the_sessions_that_a_simulation_counts() {
    assertThat(drawn.stream().mapToLong(each -> each.activities().size()).sum())
        .isEqualTo(summary.activities().sum().longValueExact());
    assertThat(drawn.stream().mapToLong(DrawnConversation::millis).sum())
        .isEqualTo(summary.duration().orElseThrow().sum().longValueExact());
    assertThat(drawn.stream().mapToLong(DrawnConversation::refused).sum())
        .isEqualTo(summary.refused().sum().longValueExact());
    assertThat(drawn.stream().filter(each -> each.ending().equals("close")))
        .hasSize((int) summary.closed().part());
    assertThat(drawn.stream().filter(each -> each.ending().equals("end:interrupted")))
        .hasSize(SESSIONS - (int) summary.closed().part())
        .isNotEmpty();
  }

  @Test
  void each_refused_attempt_stands_where_the_protocol_refuses_it_and_says_why() {
    Protocol protocol = Catalogue.amaSixElements();
    TransitionTable table = TransitionTable.of(protocol);
    Conversations plain =
        Conversations.of(ConversationChain.of(protocol, PlainBehaviour.of(protocol)));
    long refused = 0;

    for (int number = 0; number < SESSIONS; number++) {
      DrawnConversation talk = plain.draw(7, number);
      refused += talk.refused();
      for (RefusedAttempt refusal : talk.refusals()) {
        int state = table.start();
        for (String activity : talk.activities().subList(0, refusal.after())) {
          state = table.next(state, table.alphabet().indexOf(activity));
        }
        int target = table.next(state, table.alphabet().indexOf(refusal.choice()));
        assertThat(target).isNegative();
        assertThat(refusal.reason()).isEqualTo(table.reason(target));
      }
    }
    assertThat(refused).isGreaterThan(SESSIONS / 10);
  }

  @Test
  void how_many_states_there_are_at_least_is_found_without_finding_them_all() {
    Protocol protocol = chain.protocol();
    int states = chain.states();

    assertThat(ConversationChain.hasMoreStatesThan(states, protocol, chain.behaviour())).isFalse();
    assertThat(ConversationChain.hasMoreStatesThan(states - 1, protocol, chain.behaviour()))
        .isTrue();
    assertThat(ConversationChain.hasMoreStatesThan(0, protocol, chain.behaviour())).isTrue();
  }

  @Test
  void whoever_watches_is_told_how_many_states_are_found() {
    List<Integer> told = new ArrayList<>();

    ConversationChain same = ConversationChain.of(chain.protocol(), chain.behaviour(), told::add);

    assertThat(same.states()).isEqualTo(chain.states());
    assertThat(told).isNotEmpty().isSorted().allMatch(count -> count <= same.states());
  }

  @Test
  void a_conversation_follows_from_its_number_alone() {
    assertThat(conversations.draw(7, 1_234)).isEqualTo(drawn.get(1_234));
    assertThat(conversations.draw(8, 1_234)).isNotEqualTo(drawn.get(1_234));
  }

  @Test
  void a_conversation_tells_what_happened() {
    assertThat(drawn.get(0).activities()).startsWith("begin:reach-out", "begin:invite-and-listen");
  }
}
