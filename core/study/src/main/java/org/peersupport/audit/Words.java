package org.peersupport.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Event;

/** What events speak of, where a protocol may have no word for it. */
final class Words {
  private Words() {}

  /** The activities of the event that the protocol does not know; of a referral's none. */
  static List<String> of(Event event, Tables tables) {
    List<Activity> said = new ArrayList<>();
    if (event instanceof Event.ElementBegun e) {
      said.add(new Activity(ActivityKind.BEGIN, e.element()));
    } else if (event instanceof Event.ConcernRaised e) {
      said.add(new Activity(ActivityKind.CONCERN, e.level()));
    } else if (event instanceof Event.ReferralOffered e) {
      said.add(new Activity(ActivityKind.OFFER, e.resource()));
    } else if (event instanceof Event.AppreciationExpressed e) {
      e.appreciation().facets().forEach(each -> said.add(new Activity(ActivityKind.THANK, each)));
    }
    return said.stream()
        .filter(each -> tables.effect(each.kind(), each.qualifier()) == null)
        .map(Activity::text)
        .toList();
  }

  /** What is left of thanks of which the protocol knows some and not others; empty otherwise. */
  static Optional<Event> known(Event event, Tables tables) {
    if (event instanceof Event.AppreciationExpressed e) {
      List<String> facets =
          e.appreciation().facets().stream()
              .filter(each -> tables.effect(ActivityKind.THANK, each) != null)
              .toList();
      if (!facets.isEmpty()) {
        return Optional.of(
            new Event.AppreciationExpressed(
                e.session(), e.seq(), e.at(), e.by(), Appreciation.of(facets), e.deviations()));
      }
    }
    return Optional.empty();
  }

  /** The referral that the event is about, if it is about one that was offered before. */
  static Optional<String> referral(Event event) {
    if (event instanceof Event.ReferralAccepted e) {
      return Optional.of(e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      return Optional.of(e.referral());
    } else if (event instanceof Event.ReferralConnected e) {
      return Optional.of(e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      return Optional.of(e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      return Optional.of(e.referral());
    }
    return Optional.empty();
  }
}
