package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;

/** What events are to the rules. */
final class Activities {
  private Activities() {}

  static List<Activity> of(Session session, Event event) {
    if (event instanceof Event.ElementBegun e) {
      return List.of(new Activity(ActivityKind.BEGIN, e.element()));
    } else if (event instanceof Event.ConcernRaised e) {
      return List.of(new Activity(ActivityKind.CONCERN, e.level()));
    } else if (event instanceof Event.ReferralOffered e) {
      return List.of(new Activity(ActivityKind.OFFER, e.resource()));
    } else if (event instanceof Event.ReferralAccepted e) {
      return ofReferral(session, ActivityKind.ACCEPT, e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      return ofReferral(session, ActivityKind.DECLINE, e.referral());
    } else if (event instanceof Event.ReferralConnected e) {
      return ofReferral(session, ActivityKind.CONNECT, e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      return ofReferral(session, ActivityKind.COMPLETE, e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      return ofReferral(session, ActivityKind.LAPSE, e.referral());
    } else if (event instanceof Event.AppreciationExpressed e) {
      List<Activity> thanks = new ArrayList<>();
      for (String facet : e.appreciation().facets()) {
        thanks.add(new Activity(ActivityKind.THANK, facet));
      }
      return thanks;
    }
    return List.of();
  }

  private static List<Activity> ofReferral(Session session, ActivityKind kind, String id) {
    for (Referral referral : session.referrals()) {
      if (referral.id().equals(id)) {
        return List.of(new Activity(kind, referral.resource()));
      }
    }
    return List.of();
  }
}
