package org.peersupport.audit;

import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;
import org.peersupport.session.Event;
import org.peersupport.session.Session;

/**
 * The steps that a referral cannot take from where it is, whatever else an event is refused for: a
 * refusal names only the first of its structural reasons.
 */
final class Missteps {
  private Missteps() {}

  /** Whether the event is one; it can have changed nothing then. */
  static boolean is(Session before, Event event) {
    if (event instanceof Event.ReferralOffered e) {
      return before.referral(e.referral()).isPresent()
          || before.referrals().stream()
              .anyMatch(each -> each.resource().equals(e.resource()) && each.state().isPending());
    }
    return event instanceof Event.ReferralEvent e
        && before.referral(e.referral()).filter(each -> !fits(e.type(), each.state())).isPresent();
  }

  /** A connection without consent is wrong but possible: it happened. */
  private static boolean fits(ActType act, ReferralState state) {
    return ReferralLifecycle.fits(state, act, Consent.NOTICE);
  }
}
