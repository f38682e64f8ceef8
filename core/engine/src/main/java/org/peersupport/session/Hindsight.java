package org.peersupport.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.peersupport.protocol.Protocol;

/** Asks once more for what an event records, to learn what would have been decided. */
final class Hindsight {
  private static final Terms OWNED_UP =
      new Terms(Optional.of(ConfidentialText.of("recorded")), OptionalInt.empty());

  private Hindsight() {}

  static Decision opening(Protocol protocol, Event.SessionOpened e) {
    Command.Open again =
        new Command.Open(
            e.session(),
            e.at(),
            e.by(),
            Terms.NONE,
            protocol.reference(),
            e.supporter(),
            e.peer(),
            e.followUpOf());
    return Deciding.open(protocol, again);
  }

  static Decision decide(Session before, Event event) {
    Decision plain = Deciding.decide(before, Asked.of(event, Terms.NONE));
    if (plain.isAccepted() || event.deviations().isEmpty()) {
      return plain;
    }
    Decision owned = Deciding.decide(before, Asked.of(event, OWNED_UP));
    return owned instanceof Event again && !records(event.deviations(), again) ? plain : owned;
  }

  /** Whether every rule that the act would depart from on purpose is among those recorded. */
  private static boolean records(List<Deviation> recorded, Event again) {
    for (Deviation departure : again.deviations()) {
      if (departure.reason().isPresent() && !names(recorded, departure.rule())) {
        return false;
      }
    }
    return true;
  }

  private static boolean names(List<Deviation> recorded, String rule) {
    for (Deviation deviation : recorded) {
      if (deviation.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }

  /** The same event with departures from these rules and no others. */
  static Event departing(Event event, Collection<String> rules) {
    return rules.isEmpty() && event.deviations().isEmpty()
        ? event
        : with(event, rules.stream().map(Deviation::from).toList());
  }

  private static Event with(Event event, List<Deviation> all) {
    if (event instanceof Event.SessionOpened e) {
      return new Event.SessionOpened(
          e.session(),
          e.seq(),
          e.at(),
          e.by(),
          e.protocol(),
          e.supporter(),
          e.peer(),
          e.followUpOf(),
          all);
    } else if (event instanceof Event.ElementBegun e) {
      return new Event.ElementBegun(e.session(), e.seq(), e.at(), e.by(), e.element(), all);
    } else if (event instanceof Event.ConcernRaised e) {
      return new Event.ConcernRaised(e.session(), e.seq(), e.at(), e.by(), e.level(), all);
    } else if (event instanceof Event.ReferralOffered e) {
      return new Event.ReferralOffered(
          e.session(), e.seq(), e.at(), e.by(), e.referral(), e.resource(), all);
    } else if (event instanceof Event.ReferralAccepted e) {
      return new Event.ReferralAccepted(e.session(), e.seq(), e.at(), e.by(), e.referral(), all);
    } else if (event instanceof Event.ReferralDeclined e) {
      return new Event.ReferralDeclined(e.session(), e.seq(), e.at(), e.by(), e.referral(), all);
    } else if (event instanceof Event.ReferralConnected e) {
      return new Event.ReferralConnected(e.session(), e.seq(), e.at(), e.by(), e.referral(), all);
    } else if (event instanceof Event.ReferralCompleted e) {
      return new Event.ReferralCompleted(e.session(), e.seq(), e.at(), e.by(), e.referral(), all);
    } else if (event instanceof Event.ReferralLapsed e) {
      return new Event.ReferralLapsed(e.session(), e.seq(), e.at(), e.by(), e.referral(), all);
    } else if (event instanceof Event.AppreciationExpressed e) {
      return new Event.AppreciationExpressed(
          e.session(), e.seq(), e.at(), e.by(), e.appreciation(), all);
    } else if (event instanceof Event.SessionPaused e) {
      return new Event.SessionPaused(e.session(), e.seq(), e.at(), e.by(), all);
    } else if (event instanceof Event.SessionResumed e) {
      return new Event.SessionResumed(e.session(), e.seq(), e.at(), e.by(), all);
    } else if (event instanceof Event.SupporterChanged e) {
      return new Event.SupporterChanged(e.session(), e.seq(), e.at(), e.by(), e.supporter(), all);
    } else if (event instanceof Event.SessionClosed e) {
      return new Event.SessionClosed(e.session(), e.seq(), e.at(), e.by(), all);
    } else if (event instanceof Event.SessionEnded e) {
      return new Event.SessionEnded(e.session(), e.seq(), e.at(), e.by(), e.reason(), all);
    } else if (event instanceof Event.EventCorrected e) {
      return new Event.EventCorrected(
          e.session(), e.seq(), e.at(), e.by(), e.corrects(), e.reason(), all);
    }
    throw new AssertionError("unhandled " + event.getClass().getName());
  }
}
