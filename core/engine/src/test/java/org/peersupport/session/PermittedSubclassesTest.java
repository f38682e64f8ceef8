package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.VoidReason;

/** Every kind of command is decided and every kind of event is recorded; none is forgotten. */
class PermittedSubclassesTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  @Test
  void every_command_is_decided() {
    Talk talk = Talk.under(AMA).then("offer:emergency-care");
    List<Command> commands = commands(talk.supporter());

    assertThat(classes(commands)).containsExactlyInAnyOrderElementsOf(records(Command.class));
    for (Command command : commands) {
      assertThat(Sessions.decide(talk.session(), command, talk.history()))
          .as("%s", command)
          .isNotNull();
      assertThat(command.toString()).isEqualTo(command.type().commandName() + " in s-1");
    }
    assertThat(commands).extracting(Command::type).containsExactlyInAnyOrder(ActType.values());
  }

  @Test
  void every_event_is_recorded() {
    Talk talk = Talk.under(AMA).then("offer:emergency-care");
    List<Event> events = events(talk.session());

    assertThat(classes(events)).containsExactlyInAnyOrderElementsOf(records(Event.class));
    for (Event event : events) {
      if (!(event instanceof Event.SessionOpened)) {
        Session after = Sessions.evolve(talk.session(), event, talk.history());
        assertThat(after.seq()).as("%s", event).isEqualTo(event.seq());
        assertThat(after.at()).as("%s", event).isEqualTo(event.at());
      }
      assertThat(event.toString())
          .isEqualTo(event.type().eventName() + " in s-1 at " + event.seq());
    }
    assertThat(events).extracting(Event::type).containsExactlyInAnyOrder(ActType.values());
  }

  @Test
  void every_event_is_what_its_command_leads_to() {
    Talk talk = Talk.under(AMA);
    talk.then(
        "begin:reach-out",
        "concern:elevated",
        "begin:invite-and-listen",
        "pause",
        "resume",
        "transfer:sup-2",
        "begin:offer-resources",
        "offer:chaplaincy",
        "accept:chaplaincy",
        "connect:chaplaincy",
        "complete:chaplaincy",
        "offer:peer-follow-up",
        "decline:peer-follow-up",
        "offer:information-sheet",
        "accept:information-sheet",
        "lapse:information-sheet",
        "offer:information-sheet",
        "accept:information-sheet",
        "withdraw:information-sheet",
        "begin:close-with-thank-you",
        "thank:work+sharing",
        "close");
    List<Object> recorded = new ArrayList<>(talk.history());
    recorded.add(Talk.under(AMA).then("end:safety").last());
    recorded.add(talk.then("correct:23").last());
    recorded.add(talk.then("void:test").last());

    assertThat(classes(recorded)).containsAll(records(Event.class));
  }

  /** The records of a sealed family. */
  private static List<Class<?>> records(Class<?> family) {
    List<Class<?>> records = new ArrayList<>();
    for (Class<?> member : family.getPermittedSubclasses()) {
      records.addAll(member.isSealed() ? records(member) : List.of(member));
    }
    return records;
  }

  private static List<Class<?>> classes(List<?> objects) {
    List<Class<?>> classes = new ArrayList<>();
    objects.forEach(object -> classes.add(object.getClass()));
    return classes;
  }

  private static List<Command> commands(Commands from) {
    return List.of(
        from.open(AMA.id(), Talk.SUPPORTER, Talk.PEER),
        from.begin("reach-out"),
        from.raiseConcern("elevated"),
        from.offer("r-2", "chaplaincy"),
        from.accept("r-1"),
        from.decline("r-1"),
        from.connect("r-1"),
        from.complete("r-1"),
        from.withdraw("r-1"),
        from.lapse("r-1"),
        from.thank("work"),
        from.pause(),
        from.resume(),
        from.transfer(Peer.of("sup-2")),
        from.close(),
        from.end(EndReason.STOPPED),
        from.correct(2, "entered in error"),
        from.voidSession(VoidReason.TEST));
  }

  private static List<Event> events(Session s) {
    List<Deviation> none = List.of();
    return List.of(
        new Event.SessionOpened(
            s.id(),
            1,
            s.at(),
            "sup-1",
            Metadata.NONE,
            AMA.reference(),
            Optional.empty(),
            Talk.SUPPORTER,
            Talk.PEER,
            Optional.empty(),
            none),
        new Event.ElementBegun(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "reach-out", none),
        new Event.ConcernRaised(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "elevated", none),
        new Event.ReferralOffered(
            s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-2", "chaplaincy", none),
        new Event.ReferralAccepted(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-1", none),
        new Event.ReferralDeclined(
            s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-1", Optional.empty(), none),
        new Event.ReferralConnected(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-1", none),
        new Event.ReferralCompleted(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-1", none),
        new Event.ReferralWithdrawn(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-1", none),
        new Event.ReferralLapsed(
            s.id(), 3, s.at(), "sup-1", Metadata.NONE, "r-1", Optional.empty(), none),
        new Event.AppreciationExpressed(
            s.id(), 3, s.at(), "sup-1", Metadata.NONE, Appreciation.of("work"), none),
        new Event.SessionPaused(s.id(), 3, s.at(), "sup-1", Metadata.NONE, none),
        new Event.SessionResumed(s.id(), 3, s.at(), "sup-1", Metadata.NONE, none),
        new Event.SupporterChanged(
            s.id(), 3, s.at(), "sup-1", Metadata.NONE, Peer.of("sup-2"), none),
        new Event.SessionClosed(s.id(), 3, s.at(), "sup-1", Metadata.NONE, none),
        new Event.SessionEnded(s.id(), 3, s.at(), "sup-1", Metadata.NONE, EndReason.STOPPED, none),
        new Event.EventCorrected(
            s.id(), 3, s.at(), "sup-1", Metadata.NONE, 2, Optional.empty(), none),
        new Event.SessionVoided(s.id(), 3, s.at(), "sup-1", Metadata.NONE, "test", none));
  }
}
