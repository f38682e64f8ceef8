package org.peersupport.session;

import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.VoidReason;

/**
 * The conditions under which a session is voided: of the command that asks for it, and of an event
 * that says so. A void that no decision gives voids nothing, so that nobody is out of sight because
 * of a line that was written by hand.
 */
final class Voiding {
  private Voiding() {}

  /** What someone may need comes first: nothing is voided while someone waits for it. */
  static Answer answer(Session s, String reason) {
    if (s.status() == Status.VOIDED) {
      return s.state().protocol().denial(RefusalCode.SESSION_VOIDED);
    } else if (!VoidReason.isKnown(reason)) {
      return s.state().protocol().unknownReason(VoidReason.keys());
    } else if (!s.state().urgent().isEmpty()) {
      return s.state().protocol().denial(RefusalCode.CORRECTION_NOT_ALLOWED);
    }
    return Transition.to(s.state());
  }

  /** Why this person may not void the session; null when they may. */
  static @Nullable RefusalCode denied(Session s, String by) {
    return by.equals(s.openedBy()) ? null : Guards.denied(s, by, ActType.VOID.recorder());
  }

  /** Whether an event of a history voids the session. */
  static boolean isAllowed(Session s, Event.SessionVoided e) {
    return denied(s, e.by()) == null && answer(s, e.reason()) instanceof Transition;
  }
}
