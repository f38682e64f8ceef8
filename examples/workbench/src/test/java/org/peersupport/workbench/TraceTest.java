package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Violation;

/** What a trace remembers is enough to name the witnesses that the whole history names. */
class TraceTest {
  private static final Protocol PROTOCOL = Catalogue.amaSixElements();
  private static final Commands SUPPORTER =
      Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));

  private final Random random = new Random(5);
  private int compared;

  @Test
  void names_the_witnesses_that_the_whole_history_names() {
    for (int round = 0; round < 300; round++) {
      converse();
    }
    assertThat(compared).isGreaterThan(500);
  }

  private void converse() {
    Peer supporter = Peer.of("sup-1");
    Peer peer = Peer.of("peer-1");
    Command.Open opening = SUPPORTER.open(PROTOCOL.id(), supporter, peer);
    Event opened = Sessions.open(PROTOCOL, opening).orElseThrow();
    Conversation conversation =
        new Conversation(Sessions.start(PROTOCOL, (Event.SessionOpened) opened));
    List<Event> history = new ArrayList<>(List.of(opened));
    for (int step = 0; step < 40; step++) {
      Session session = conversation.session();
      Command command = random.nextInt(3) == 0 ? any() : likely(session);
      var decision = Sessions.decide(session, command);
      if (decision instanceof Refusal refusal) {
        compare(refusal, conversation.history(refusal), history);
      } else {
        Event event = decision.orElseThrow();
        history.add(event);
        conversation.add(event);
      }
    }
  }

  private void compare(Refusal refusal, List<Event> traced, List<Event> whole) {
    for (Violation violation : refusal.violations()) {
      if (violation.rule().isPresent()) {
        String rule = violation.rule().get();
        assertThat(refusal.witness(rule, traced)).isEqualTo(refusal.witness(rule, whole));
        compared += refusal.witness(rule, whole).isEmpty() ? 0 : 1;
      }
    }
  }

  /** Goes on through the elements, so that there is something to point back to. */
  private Command likely(Session session) {
    List<String> begins =
        session.permitted().stream().filter(act -> act.startsWith("begin:")).toList();
    return begins.isEmpty() ? any() : SUPPORTER.begin(one(begins).substring("begin:".length()));
  }

  private Command any() {
    String referral = "r-" + random.nextInt(6);
    return switch (random.nextInt(12)) {
      case 0 -> SUPPORTER.pause();
      case 1 -> SUPPORTER.resume();
      case 2 -> SUPPORTER.transfer(Peer.of("sup-1").as("chaplain"));
      case 3 -> SUPPORTER.raiseConcern(one(PROTOCOL.concerns()));
      case 4, 5 -> SUPPORTER.offer(referral, one(PROTOCOL.resources()).key());
      case 6 -> SUPPORTER.accept(referral);
      case 7 -> SUPPORTER.connect(referral);
      case 8 -> SUPPORTER.lapse(referral);
      case 9 -> SUPPORTER.thank("sharing", "work");
      case 10 -> SUPPORTER.begin(one(PROTOCOL.elements()).key());
      default -> SUPPORTER.close();
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
