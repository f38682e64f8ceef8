package org.peersupport.session;

import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;
import org.peersupport.protocol.ReferralState;

/**
 * A resource that was offered to the peer, followed until it is settled.
 *
 * <p>A referral is offered; then accepted, declined or lapsed; once accepted (or once offered,
 * where consent is by notice) connected or lapsed; once connected completed or lapsed. Immutable
 * and compared by value; nothing is ever null.
 */
@Value.Immutable
@DomainStyle
public abstract sealed class Referral permits ImmutableReferral {
  Referral() {}

  /** Opaque, unique in its session. */
  public abstract String id();

  /** The key of the resource. */
  public abstract String resource();

  /** Where it stands. */
  public abstract ReferralState state();

  static Referral of(String id, String resource, ReferralState state) {
    return ImmutableReferral.of(id, resource, state);
  }
}
