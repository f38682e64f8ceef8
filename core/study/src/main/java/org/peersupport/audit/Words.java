package org.peersupport.audit;

import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;

/** The words of events, where a protocol may not know them. */
final class Words {
  private Words() {}

  /** What the protocol does not know: activities, none of a referral's, and reasons of an end. */
  static List<String> of(Event event, Tables tables) {
    if (event instanceof Event.SessionEnded ended) {
      return tables.protocol.knows(ended.reason())
          ? List.of()
          : List.of("end:" + ended.reason().wireName());
    }
    return HistoryReview.activities(event, referral -> Optional.empty()).stream()
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
                e.session(),
                e.seq(),
                e.at(),
                e.by(),
                e.metadata(),
                Appreciation.of(facets),
                e.deviations()));
      }
    }
    return Optional.empty();
  }

  /** The referral that the event is about, if it is about one that was offered before. */
  static Optional<String> referral(Event event) {
    return event instanceof Event.ReferralEvent e && e.type().followsOffer()
        ? Optional.of(e.referral())
        : Optional.empty();
  }
}
