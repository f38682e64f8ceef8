package org.peersupport.session;

import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

/** The answers of a session to activities, whoever asks: those behind decisions and options. */
final class Answers {
  private Answers() {}

  /** The answer to an activity that a command names; -1 is one that the protocol does not know. */
  static Answer toNamed(Session s, int activity, RefusalCode unknown, boolean fact) {
    return activity < 0
        ? s.state().protocol().unknown(s.state(), unknown, fact)
        : s.state().answer(activity);
  }

  /** The answer to an activity; one of a referral is given for the referral that it means. */
  static Answer toActivity(Session s, int activity) {
    CompiledProtocol protocol = s.state().protocol();
    ActivityKind kind = protocol.activity(activity).kind();
    ActType act = ActType.of(kind);
    if (!act.followsOffer()) {
      return s.state().answer(activity);
    }
    int resource = protocol.rules().resource(activity);
    Consent consent = protocol.consent(resource);
    return toReferral(s, ReferralChain.meant(s.referralChain(), resource, act, consent), act);
  }

  /** The answer to an act of a referral that has been offered; null where there is none such. */
  static Answer toReferral(Session s, @Nullable ReferralChain link, ActType act) {
    CompiledProtocol protocol = s.state().protocol();
    RefusalCode misstep = misstep(protocol, link, act);
    Answer answer =
        link == null || misstep != null
            ? protocol.denial(misstep == null ? RefusalCode.REFERRAL_UNKNOWN : misstep)
            : s.state().answer(protocol.actionOf(s.referralChain(), link, act));
    // A hand-off is the supporter's act, so it has to wait while the conversation rests.
    boolean rests = act == ActType.CONNECT && s.status() == Status.PAUSED;
    return rests && !(answer instanceof Transition)
        ? protocol.denial(RefusalCode.SESSION_PAUSED)
        : answer;
  }

  /** What the state of a referral forbids, or that there is none; null if nothing. */
  private static @Nullable RefusalCode misstep(
      CompiledProtocol protocol, @Nullable ReferralChain link, ActType act) {
    if (link == null) {
      return RefusalCode.REFERRAL_UNKNOWN;
    } else if (ReferralLifecycle.fits(link.state, act, protocol.consent(link.resource))) {
      return null;
    }
    return act == ActType.CONNECT && link.state == ReferralState.OFFERED
        ? RefusalCode.REFERRAL_NO_CONSENT
        : RefusalCode.REFERRAL_WRONG_STATE;
  }
}
