package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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
  void a_conversation_follows_from_its_number_alone() {
    assertThat(conversations.draw(7, 1_234)).isEqualTo(drawn.get(1_234));
    assertThat(conversations.draw(8, 1_234)).isNotEqualTo(drawn.get(1_234));
  }

  @Test
  void a_conversation_tells_what_happened() {
    assertThat(drawn.get(0).activities()).startsWith("begin:reach-out", "begin:invite-and-listen");
  }
}
