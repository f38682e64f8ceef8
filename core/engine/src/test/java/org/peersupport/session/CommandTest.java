package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.VoidReason;

/** A server stamps what a client sent: when it was told, by whom, on which terms. */
class CommandTest {
  private static final Instant LATER = Talk.START.plusSeconds(90);

  private static List<Command> commands(Commands from) {
    return List.of(
        from.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER),
        from.begin("reach-out"),
        from.raiseConcern("elevated"),
        from.offer("r-1", "chaplaincy"),
        from.accept("r-1"),
        from.decline("r-1", "not-now"),
        from.connect("r-1"),
        from.complete("r-1"),
        from.withdraw("r-1"),
        from.lapse("r-1", "no-capacity"),
        from.thank("work", "sharing"),
        from.pause(),
        from.resume(),
        from.transfer(Peer.of("sup-2")),
        from.close(),
        from.end(EndReason.SAFETY),
        from.correct(2, "in error"),
        from.voidSession(VoidReason.TEST));
  }

  private static final Commands FROM = Commands.of("s-1", "sup-1", Talk.START);

  @Test
  void every_type_of_command_is_here() {
    assertThat(commands(FROM))
        .extracting(Command::type)
        .containsExactlyInAnyOrder(ActType.values());
  }

  @Test
  void the_instant_changes_and_nothing_else() {
    assertThat(each(command -> command.withAt(LATER))).isEqualTo(commands(FROM.at(LATER)));
  }

  @Test
  void the_sender_changes_and_nothing_else() {
    Commands other = Commands.of("s-1", "sup-9", Talk.START);

    assertThat(each(command -> command.withBy("sup-9"))).isEqualTo(commands(other));
    for (Command command : commands(FROM)) {
      assertThatThrownBy(() -> command.withBy("nobody at all"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_telling_changes_and_the_command_id_stays() {
    Commands named = FROM.commandId("c-1").ifSeq(7).overriding("asked-for", "because");
    List<Command> stamped = new ArrayList<>();
    commands(named).forEach(command -> stamped.add(command.withRecordedAt(LATER)));

    assertThat(stamped).isEqualTo(commands(named.recordedAt(LATER)));
  }

  @Test
  void the_terms_change_and_nothing_else() {
    Terms terms = Terms.NONE.ifSeq(3);

    assertThat(each(command -> command.withTerms(terms))).isEqualTo(commands(FROM.ifSeq(3)));
    assertThat(each(command -> command.withTerms(Terms.NONE))).isEqualTo(commands(FROM));
  }

  private static List<Command> each(UnaryOperator<Command> change) {
    return commands(FROM).stream().map(change).toList();
  }
}
