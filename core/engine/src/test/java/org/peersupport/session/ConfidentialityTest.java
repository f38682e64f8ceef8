package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;

/**
 * A marked secret in everything that is about a person, the participants' ids, roles, departments
 * and every free text, is printed by nothing: no toString, no message, no line of a log.
 */
class ConfidentialityTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final Protocol AMA = Catalogue.amaSixElements();
  private static final Instant AT = Talk.START;

  private final List<String> printed = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getMessage() + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.ALL);
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
  }

  @AfterEach
  void stop_listening() {
    Logger root = Logger.getLogger("");
    root.removeHandler(listener);
    root.setLevel(Level.INFO);
  }

  @Test
  void a_whole_conversation_prints_nothing_of_its_participants() {
    Peer supporter = person("sup-");
    Peer peer = person("peer-");
    Commands from = Commands.of("s-1", supporter.id(), AT);
    Command.Open open = from.open(AMA.id(), supporter, peer);
    Event opened = Sessions.open(AMA, open).orElseThrow().event();
    Session session = Sessions.start(AMA, (Event.SessionOpened) opened);
    List<Event> history = new ArrayList<>(List.of(opened));
    print(open, opened, supporter, peer);
    for (Command command : conversation(from)) {
      Decision decision = Sessions.decide(session, command, history);
      print(command, command.terms(), decision, decision.accepted(), decision.refusal());
      if (decision instanceof Refusal refusal) {
        print(refusal.violations(), refusal.explanation(), refusal.remedy());
        print(catchThrowable(decision::orElseThrow));
      } else {
        Event event = decision.orElseThrow().event();
        print(event.deviations());
        session = Sessions.evolve(session, event, history);
        history.add(event);
      }
      print(session, session.referrals(), session.due(), session.permitted());
      print(Sessions.options(session, AT), session.outstanding(), session.verdicts());
    }

    assertThat(session.status()).isEqualTo(Status.CLOSED);
    assertThat(printed).hasSizeGreaterThan(300).noneMatch(text -> text.contains(SECRET));
    assertThat(logged).isEmpty();
  }

  /** Everything once, with an override whose reason is secret and with much that is refused. */
  private static List<Command> conversation(Commands from) {
    Commands why = from.overriding(SECRET + " said so");
    return List.of(
        from.begin("reach-out"),
        from.begin("close-with-thank-you"),
        why.offer("r-1", "chaplaincy"),
        why.thank("work"),
        from.correct(2, SECRET + " was not there"),
        from.begin("reach-out"),
        from.accept("r-1"),
        from.correct(3, SECRET + " said no"),
        from.correct(1, SECRET + " said no"),
        Commands.of("s-1", SECRET, AT).correct(3, SECRET),
        from.at(AT.plusSeconds(60)).pause(),
        from.resume(),
        from.at(AT.plusSeconds(60)).resume(),
        from.at(AT.plusSeconds(60)).raiseConcern("imminent"),
        from.at(AT.plusSeconds(60)).offer("r-2", "emergency-care"),
        from.at(AT.plusSeconds(60)).connect("r-2"),
        from.at(AT.plusSeconds(60)).complete("r-2"),
        from.at(AT.plusSeconds(60)).begin("invite-and-listen"),
        from.at(AT.plusSeconds(60)).begin("offer-resources"),
        from.at(AT.plusSeconds(90)).begin("close-with-thank-you"),
        from.at(AT.plusSeconds(90)).close(),
        from.at(AT.plusSeconds(90)).thank("work", "sharing"),
        from.at(AT.plusSeconds(90)).transfer(person("sup-")),
        from.at(AT.plusSeconds(90)).open(AMA.id(), person("sup-"), person("peer-")),
        from.at(AT.plusSeconds(90)).offer("r-3", SECRET),
        from.at(AT.plusSeconds(90)).begin(SECRET),
        from.at(AT.plusSeconds(90)).raiseConcern(SECRET),
        from.at(AT.plusSeconds(90)).thank(SECRET),
        Commands.of("s-1", SECRET, AT.plusSeconds(90)).close(),
        from.at(AT.plusSeconds(90)).close(),
        from.at(AT.plusSeconds(90)).end(EndReason.SAFETY));
  }

  @Test
  void what_is_written_wrongly_is_not_repeated() {
    String wrong = SECRET + " with spaces";
    print(catchThrowable(() -> Peer.of(wrong)));
    print(catchThrowable(() -> Commands.of(wrong, "sup-1", AT)));
    print(catchThrowable(() -> Commands.of("s-1", wrong, AT)));
    Commands from = Commands.of("s-1", "sup-1", AT);
    print(catchThrowable(() -> from.offer(wrong, "chaplaincy")));
    print(catchThrowable(() -> from.accept(wrong)));
    print(catchThrowable(() -> from.openFollowUp(AMA.id(), person("s-"), person("p-"), wrong)));
    Talk talk = Talk.under(AMA);
    Commands elsewhere = Commands.of(SECRET, SECRET, AT);
    print(catchThrowable(() -> Sessions.decide(talk.session(), elsewhere.close())));
    Event foreign = new Event.SessionPaused(SECRET, 2, AT, SECRET, Metadata.NONE, List.of());
    print(catchThrowable(() -> Sessions.evolve(talk.session(), foreign)));
    Command correct = Commands.of("s-1", SECRET, AT).correct(2, SECRET);
    print(catchThrowable(() -> Sessions.decide(talk.session(), correct)));
    print(catchThrowable(() -> Sessions.decide(talk.session(), correct, List.of())));
    Event corrected =
        new Event.EventCorrected(
            SECRET, 2, AT, SECRET, Metadata.NONE, 2, Optional.empty(), List.of());
    print(catchThrowable(() -> Sessions.evolve(talk.session(), corrected)));
    print(catchThrowable(() -> Sessions.evolve(talk.session(), corrected, talk.history())));

    assertThat(printed).hasSize(12).noneMatch(text -> text.contains(SECRET));
    assertThat(printed).noneMatch(text -> text.equals("null"));
    assertThat(logged).isEmpty();
  }

  /** Command ids may be made of anything, and reasons are texts until a protocol knows them. */
  @Test
  void what_is_told_beside_the_act_is_printed_by_nothing() {
    Talk talk = Talk.under(AMA);
    Commands from =
        talk.by("sup-1").commandId(SECRET).recordedAt(AT).overriding(SECRET, SECRET + " said so");
    Command ahead = from.at(AT.plusSeconds(600)).raiseConcern("imminent");
    Event raised = talk.record(ahead);
    talk.record(talk.by(SECRET).raiseConcern("elevated"));
    print(ahead, ahead.terms(), ahead.terms().metadata(), ahead.terms().override());
    print(raised, raised.metadata(), raised.deviations());
    print(Sessions.decide(talk.session(), ahead, talk.history()));
    print(talk.session(), talk.session().urgency(), talk.session().urgency().map(Urgency::rules));
    print(Sessions.options(talk.session(), SECRET, AT));
    print(OverrideReason.of(SECRET), new OverrideReason(ConfidentialText.of(SECRET), code()));
    print(Deviation.overriding("rule", OverrideReason.of(SECRET)));
    Commands anew = talk.by(SECRET);
    for (Command refused :
        List.of(
            from.pause(),
            ahead.withBy(SECRET),
            anew.pause(),
            anew.withdraw(SECRET),
            anew.lapse("r-1", SECRET),
            talk.supporter().decline("r-1", SECRET),
            talk.supporter().end(new EndReason(SECRET)),
            talk.supporter().overriding(SECRET, SECRET).begin("reach-out"),
            new Command.VoidSession("s-1", AT, "sup-1", Terms.NONE, SECRET),
            new Command.VoidSession("s-1", AT, SECRET, Terms.NONE, "test"),
            anew.correct(2, SECRET))) {
      Refusal refusal = talk.refused(refused);
      print(refused, refusal, refusal.violations(), refusal.explanation());
      print(catchThrowable(refusal::orElseThrow));
    }
    print(catchThrowable(() -> talk.by("sup-1").commandId(SECRET + " of somebody")));

    assertThat(printed).hasSizeGreaterThan(60).noneMatch(text -> text.contains(SECRET));
    assertThat(logged).isEmpty();
  }

  private static Optional<String> code() {
    return Optional.of(SECRET);
  }

  @Test
  void a_confidential_text_gives_its_content_only_to_who_asks_for_it_by_name() {
    ConfidentialText text = ConfidentialText.of(SECRET);

    assertThat(text).hasToString("***").isEqualTo(ConfidentialText.of(SECRET));
    assertThat(text.reveal()).isEqualTo(SECRET);
    assertThat(Deviation.overriding("rule", OverrideReason.of(SECRET)).toString())
        .doesNotContain(SECRET);
    assertThat(Terms.NONE.overriding(OverrideReason.of(SECRET)).toString()).doesNotContain(SECRET);
  }

  private static Peer person(String start) {
    return Peer.of(start + SECRET).as(SECRET).from(SECRET);
  }

  private void print(Object... things) {
    for (Object thing : things) {
      printed.add(String.valueOf(thing));
      if (thing instanceof Throwable thrown) {
        printed.set(printed.size() - 1, thrown.getMessage() + thrown.getCause());
      }
    }
  }
}
