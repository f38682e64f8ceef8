package org.peersupport.audit;

import java.util.Optional;
import org.peersupport.session.Event;
import org.peersupport.session.Referral;
import org.peersupport.session.ReferralState;
import org.peersupport.session.Session;

/**
 * Steps that a referral cannot take from where it is, whatever else an event is refused for: a
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
    Optional<Referral> referral = Words.referral(event).flatMap(before::referral);
    return referral.isPresent() && !fits(event, referral.get().state());
  }

  /** A connection without consent is wrong but possible: it happened. */
  private static boolean fits(Event event, ReferralState state) {
    if (event instanceof Event.ReferralConnected) {
      return state.isPending();
    } else if (event instanceof Event.ReferralCompleted) {
      return state == ReferralState.CONNECTED;
    } else if (event instanceof Event.ReferralLapsed) {
      return !state.isFinal();
    }
    return state == ReferralState.OFFERED;
  }
}
