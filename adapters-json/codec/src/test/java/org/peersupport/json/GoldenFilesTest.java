package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Obligation;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

class GoldenFilesTest {

  /** A conversation with its history. */
  private static final class Talk {
    private final Commands supporter;
    private final Commands peer;
    private final List<Event> history = new ArrayList<>();
    private Session session;

    Talk(Instant at) {
      supporter = Commands.of("s-1", "sup-1", at);
      peer = Commands.of("s-1", "peer-1", at);
      Protocol protocol = Catalogue.amaSixElements();
      Command.Open open = supporter.open("ama-six-elements", Samples.SUPPORTER, Samples.PEER);
      Decision.Accepted opened = Sessions.open(protocol, open).orElseThrow();
      session = opened.session();
      history.add(opened.event());
    }

    Talk say(Command command) {
      Decision.Accepted accepted = Sessions.decide(session, command, history).orElseThrow();
      session = accepted.session();
      history.add(accepted.event());
      return this;
    }

    /** As {@link #say}, and gives the answer to it. */
    String answer(Command command) {
      Decision decision = Sessions.decide(session, command, history);
      decision
          .accepted()
          .ifPresent(
              accepted -> {
                session = accepted.session();
                history.add(accepted.event());
              });
      return PeerSupportJson.writeAccepted(decision, Reasons.LEFT_OUT);
    }

    Refusal refusal(Command command) {
      Decision decision = Sessions.decide(session, command, history);
      return decision.refusal().orElseThrow();
    }
  }

  /** Explanations are not stable, and tested where they are written. */
  private static String withoutWords(String outcome) {
    assertThat(outcome).doesNotContain("\"explanation\":\"\"");
    return outcome.replaceAll("\"explanation\":\"(?:[^\"\\\\]|\\\\.)*\"", "\"explanation\":\"…\"");
  }

  private static Talk offered() {
    Talk talk = new Talk(Samples.AT);
    return talk.say(talk.supporter.begin("reach-out"))
        .say(talk.supporter.begin("invite-and-listen"))
        .say(talk.supporter.begin("offer-resources"))
        .say(talk.supporter.offer("r-1", "employee-assistance"));
  }

  private static Talk accepted() {
    Talk talk = offered();
    return talk.say(talk.peer.accept("r-1"));
  }

  /** A peer who may be in danger, before anybody has taken over. */
  private static Talk imminent() {
    Talk talk = accepted();
    return talk.say(talk.peer.raiseConcern("imminent"));
  }

  @TestFactory
  Stream<DynamicTest> every_event_is_written_as_its_file_says_and_read_back() {
    return Samples.events().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.type().eventName(),
                    () -> {
                      String text = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
                      Golden.check("events/" + event.type().eventName() + ".json", text);
                      assertThat(PeerSupportJson.readEvent(text, 1).orElseThrow()).isEqualTo(event);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_command_is_written_as_its_file_says_and_read_back() {
    return Samples.commands().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.type().commandName(),
                    () -> {
                      String text = PeerSupportJson.writeCommand(command);
                      Golden.check("commands/" + command.type().commandName() + ".json", text);
                      assertThat(PeerSupportJson.readRequest(text, 1).orElseThrow())
                          .isEqualTo(new Request.Act(command));
                    }));
  }

  @Test
  void there_is_a_sample_of_every_type() {
    assertThat(Samples.events().stream().map(Event::type))
        .containsExactlyInAnyOrder(ActType.values());
    assertThat(Samples.commands().stream().map(Command::type))
        .containsExactlyInAnyOrder(ActType.values());
  }

  @Test
  void an_accepted_command_is_answered_as_the_file_says() {
    Talk talk = offered();
    Golden.check("outcomes/accepted.json", talk.answer(talk.peer.accept("r-1")));
  }

  @Test
  void a_command_that_was_sent_again_is_answered_as_the_file_says() {
    Talk talk = offered();
    Command.Accept accept = talk.peer.commandId("c-7").accept("r-1");
    talk.say(accept).say(talk.supporter.begin("offer-resources"));
    Golden.check("outcomes/repeated.json", talk.answer(accept));
  }

  @Test
  void an_answer_in_danger_says_so_first() {
    Talk talk = accepted();
    Golden.check(
        "outcomes/urgent.json", withoutWords(talk.answer(talk.peer.raiseConcern("imminent"))));
    Refusal refusal = talk.refusal(talk.supporter.close());
    Golden.check(
        "outcomes/refused-in-danger.json",
        withoutWords(PeerSupportJson.writeRefused(talk.session, refusal, talk.history)));
  }

  @Test
  void a_state_is_answered_as_the_file_says() {
    Talk talk = imminent();
    Golden.check("outcomes/state.json", withoutWords(PeerSupportJson.writeState(talk.session)));
  }

  @Test
  void a_refusal_by_the_rules_is_answered_as_the_file_says() {
    Talk talk = accepted();
    talk.say(talk.supporter.begin("close-with-thank-you"));
    Refusal refusal = talk.refusal(talk.supporter.close());
    Golden.check(
        "outcomes/refused-by-rules.json",
        withoutWords(PeerSupportJson.writeRefused(talk.session, refusal, talk.history)));
  }

  @Test
  void a_refusal_has_a_witness() {
    Talk talk = accepted();
    Refusal refusal = talk.refusal(talk.supporter.begin("reach-out"));
    Golden.check(
        "outcomes/refused-with-witness.json",
        withoutWords(PeerSupportJson.writeRefused(talk.session, refusal, talk.history)));
  }

  @Test
  void a_structural_refusal_is_answered_as_the_file_says() {
    Refusal refusal = Refusal.of(RefusalCode.SESSION_UNKNOWN);
    Golden.check(
        "outcomes/refused-for-its-structure.json",
        withoutWords(PeerSupportJson.writeRefused("s-9", refusal)));
  }

  @Test
  void a_refused_correction_names_what_stands_in_its_way() {
    Talk talk = accepted();
    Refusal refusal = talk.refusal(talk.supporter.correct(5, "The peer asked for another."));
    Golden.check(
        "outcomes/refused-correction.json",
        withoutWords(PeerSupportJson.writeRefused(talk.session, refusal, talk.history)));
  }

  @Test
  void the_options_are_answered_as_the_file_says() {
    Talk talk = accepted();
    Instant now = Samples.AT.plus(Duration.ofDays(4));
    Golden.check(
        "outcomes/options.json",
        withoutWords(
            PeerSupportJson.writeOptions(
                talk.session, Sessions.options(talk.session, now), talk.history)));
  }

  @Test
  void what_is_due_is_answered_as_the_file_says() {
    Obligation obligation = accepted().session.due().get(0);
    List<DueItem> due =
        List.of(
            new DueItem.OfRule("s-3", "sup-2", "imminent-concern-met"),
            new DueItem.OfDeadline("s-1", "sup-1", obligation, true),
            new DueItem.OfDeadline("s-2", "sup-1", obligation, false));
    Golden.check("outcomes/due.json", PeerSupportJson.writeDue(due));
  }

  @Test
  void a_malformed_line_is_answered_as_the_file_says() {
    Read<Request> read = PeerSupportJson.readRequest("{\"do\":\"begin\",\"at\":\"today\"}", 3);
    Golden.check("outcomes/malformed.json", PeerSupportJson.writeMalformed(read.issues()));
  }

  @Test
  void the_default_protocol_is_written_as_its_files_say() {
    Protocol protocol = Catalogue.amaSixElements();
    Golden.check(
        "protocols/ama-six-elements.json",
        PeerSupportJson.writeProtocol(protocol, Layout.INDENTED));
    Golden.check(
        "protocols/ama-six-elements-expanded.json",
        PeerSupportJson.writeProtocolExpanded(protocol, Layout.INDENTED));
  }

  @Test
  void the_layouts_of_a_document_say_the_same() {
    Protocol protocol = Catalogue.amaSixElements();
    for (Layout layout : Layout.values()) {
      assertThat(
              PeerSupportJson.readProtocol(PeerSupportJson.writeProtocol(protocol, layout))
                  .orElseThrow())
          .isEqualTo(protocol);
    }
    assertThat(PeerSupportJson.writeProtocol(protocol)).doesNotContain("\n");
  }

  @Test
  void the_expanded_rules_are_passed_over_when_a_document_is_read() {
    Protocol protocol = Catalogue.amaSixElements();
    assertThat(
            PeerSupportJson.readProtocol(PeerSupportJson.writeProtocolExpanded(protocol))
                .orElseThrow())
        .isEqualTo(protocol);
  }

  @Test
  void a_log_may_start_with_a_header() {
    assertThat(PeerSupportJson.logHeader())
        .isEqualTo("{\"format\":\"peersupport/log\",\"version\":1}");
    assertThat(PeerSupportJson.logVersion(PeerSupportJson.logHeader())).hasValue(1);
    assertThat(
            PeerSupportJson.logVersion(
                " {\"version\": 1, \"by\": \"x\", \"format\": \"peersupport/log\"} "))
        .hasValue(1);
    assertThat(PeerSupportJson.logVersion("{\"format\":\"peersupport/log\",\"version\":2}"))
        .hasValue(2);
    assertThat(PeerSupportJson.logVersion("{\"format\":\"peersupport/log\"}")).isEmpty();
    assertThat(PeerSupportJson.logVersion("")).isEmpty();
    assertThat(
            PeerSupportJson.logVersion(
                PeerSupportJson.writeEvent(Samples.events().get(0), Reasons.LEFT_OUT)))
        .isEmpty();
  }
}
