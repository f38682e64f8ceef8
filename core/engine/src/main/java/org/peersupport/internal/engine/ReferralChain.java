package org.peersupport.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;

/**
 * The referrals of a session, newest first, as a persistent list: a new one costs one link, and a
 * change costs the links before the changed one.
 */
public final class ReferralChain {
  public final String id;
  public final int resource;
  public final ReferralState state;
  public final @Nullable ReferralChain older;

  /** Tells most other ids apart without looking at them. */
  private final int hash;

  public ReferralChain(
      String id, int resource, ReferralState state, @Nullable ReferralChain older) {
    this.id = id;
    this.resource = resource;
    this.state = state;
    this.older = older;
    this.hash = id.hashCode();
  }

  public static @Nullable ReferralChain find(@Nullable ReferralChain chain, String id) {
    int hash = id.hashCode();
    ReferralChain link = chain;
    while (link != null && !(link.hash == hash && link.id.equals(id))) {
      link = link.older;
    }
    return link;
  }

  /**
   * The referral that an act means when it names only a resource; see {@link
   * ReferralLifecycle#meant}. Null when there is none.
   */
  public static @Nullable ReferralChain meant(
      @Nullable ReferralChain chain, int resource, ActType act, Consent consent) {
    List<ReferralChain> oldestFirst = new ArrayList<>();
    for (ReferralChain link = chain; link != null; link = link.older) {
      if (link.resource == resource) {
        oldestFirst.add(0, link);
      }
    }
    return ReferralLifecycle.meant(
            oldestFirst, link -> ReferralLifecycle.fits(link.state, act, consent))
        .orElse(null);
  }

  /** Whether another referral of the same resource is connected and not at its end. */
  public boolean leavesConnected(@Nullable ReferralChain chain) {
    for (ReferralChain link = chain; link != null; link = link.older) {
      if (link != this && link.resource == resource && link.state == ReferralState.CONNECTED) {
        return true;
      }
    }
    return false;
  }

  /** The chain with one link in another state; the links before it are made anew. */
  public static ReferralChain with(ReferralChain chain, ReferralChain link, ReferralState state) {
    ReferralChain changed = new ReferralChain(link.id, link.resource, state, link.older);
    if (chain == link) {
      return changed;
    }
    if (chain.older == link) {
      return new ReferralChain(chain.id, chain.resource, chain.state, changed);
    }
    ReferralChain[] newer = new ReferralChain[newerThan(link, chain)];
    ReferralChain each = chain;
    for (int i = 0; i < newer.length; i++) {
      newer[i] = each;
      each = Objects.requireNonNull(each.older);
    }
    for (int i = newer.length - 1; i >= 0; i--) {
      changed = new ReferralChain(newer[i].id, newer[i].resource, newer[i].state, changed);
    }
    return changed;
  }

  private static int newerThan(ReferralChain link, ReferralChain chain) {
    int newer = 0;
    for (ReferralChain each = chain; each != null && each != link; each = each.older) {
      newer++;
    }
    return newer;
  }

  public static boolean same(@Nullable ReferralChain one, @Nullable ReferralChain other) {
    ReferralChain a = one;
    ReferralChain b = other;
    while (a != null && b != null && a != b) {
      if (a.resource != b.resource || a.state != b.state || !a.id.equals(b.id)) {
        return false;
      }
      a = a.older;
      b = b.older;
    }
    return a == b;
  }
}
