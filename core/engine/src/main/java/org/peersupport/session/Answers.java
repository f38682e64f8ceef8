package org.peersupport.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.TitledKey;

/** The answers of a session to activities, whoever asks: those behind decisions and options. */
final class Answers {
  private Answers() {}

  /** The answer to an activity that a command names; -1 is one that the protocol does not know. */
  static Answer toNamed(Session s, int activity, RefusalCode unknown, boolean fact) {
    return activity < 0
        ? s.state().protocol().unknown(s.state(), unknown, fact)
        : s.state().answer(activity);
  }

  /**
   * The answer, unless the protocol does not know the reason that the act is given.
   *
   * @param reasons those that it knows for the act
   */
  static Answer withReason(Session s, boolean known, List<TitledKey> reasons, Answer answer) {
    boolean barred = answer instanceof Denial denial && denial.isOfStatus();
    return known || barred ? answer : s.state().protocol().unknownReason(reasons);
  }

  /** The answer to making somebody else the supporter, whoever it is. */
  static Answer toTransfer(Session s) {
    CompiledProtocol protocol = s.state().protocol();
    if (s.status() == Status.VOIDED) {
      return protocol.denial(RefusalCode.SESSION_VOIDED);
    }
    return s.isSettled() ? protocol.denial(RefusalCode.SESSION_FINISHED) : Transition.to(s.state());
  }

  /** The answer to an act of a referral that has been offered; null where there is none such. */
  static Answer toReferral(Session s, @Nullable ReferralChain link, ActType act) {
    CompiledProtocol protocol = s.state().protocol();
    if (s.status() == Status.VOIDED) {
      return protocol.denial(RefusalCode.SESSION_VOIDED);
    }
    if (link == null) {
      return protocol.denial(RefusalCode.REFERRAL_UNKNOWN);
    }
    Consent consent = protocol.consent(link.resource);
    return ReferralLifecycle.fits(link.state, act, consent)
        ? s.state().answer(protocol.actionOf(s.referralChain(), link, act))
        : protocol.misstep(misstep(link.state, act), link.state, consent);
  }

  /** Why a step does not fit: a hand-off needs a yes that stands, any other another state. */
  private static RefusalCode misstep(ReferralState state, ActType act) {
    boolean noYes =
        state == ReferralState.OFFERED
            || state == ReferralState.DECLINED
            || state == ReferralState.WITHDRAWN;
    return act == ActType.CONNECT && noYes
        ? RefusalCode.REFERRAL_NO_CONSENT
        : RefusalCode.REFERRAL_WRONG_STATE;
  }
}
