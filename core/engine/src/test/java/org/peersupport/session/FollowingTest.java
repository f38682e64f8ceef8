package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

/** Whoever follows an event comes where the engine comes, or says nothing. */
class FollowingTest {

  @Property(tries = 1000)
  void what_is_followed_would_be_accepted_and_recorded_just_so(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol =
        random.nextInt(4) == 0 ? Catalogue.amaSixElements() : Histories.protocol(random);
    List<Event> history = Histories.random(protocol, random, 30);
    List<Event> tried = new ArrayList<>(history.subList(1, history.size()));
    Session session = Sessions.start(protocol, history.get(0));
    for (Event event : history.subList(1, history.size())) {
      Collections.shuffle(tried, random);
      for (Event other : tried.subList(0, Math.min(6, tried.size()))) {
        assertLikeTheEngine(session, Histories.at(session.seq() + 1, other));
        assertLikeTheEngine(
            session, Histories.by("peer-1", Histories.at(session.seq() + 1, other)));
        assertLikeTheEngine(
            session,
            Histories.at(
                session.at().plusSeconds(400_000), Histories.at(session.seq() + 1, other)));
      }
      assertLikeTheEngine(session, event);
      session = Sessions.evolve(session, event);
    }
  }

  private static void assertLikeTheEngine(Session session, Event event) {
    if (event instanceof Event.EventCorrected) {
      return;
    }
    Session followed = Sessions.follow(session, event);
    Decision decision = Sessions.redecide(session, event);
    if (followed != null) {
      assertThat(decision).as("%s in %s", event, session).isEqualTo(event);
      assertThat(followed).isEqualTo(Sessions.evolve(session, event));
    }
  }

  @Example
  void a_whole_conversation_can_be_followed() {
    List<Event> history =
        Histories.told(
            Catalogue.amaSixElements(),
            "begin:reach-out",
            "concern:elevated",
            "begin:invite-and-listen",
            "begin:offer-resources",
            "offer:employee-assistance",
            "accept:employee-assistance",
            "connect:employee-assistance",
            "offer:chaplaincy",
            "decline:chaplaincy",
            "begin:close-with-thank-you",
            "thank:work+sharing",
            "close",
            "complete:employee-assistance");
    Session session = Sessions.start(Catalogue.amaSixElements(), history.get(0));
    for (Event event : history.subList(1, history.size())) {
      Session next = Sessions.follow(session, event);
      assertThat(next).as("%s", event).isNotNull();
      session = Objects.requireNonNull(next);
    }

    assertThat(session).isEqualTo(Sessions.replay(id -> Catalogue.amaSixElements(), history));
    assertThat(session.isSettled()).isTrue();
  }
}
