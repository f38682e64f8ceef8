package org.peersupport.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The referrals of a session, newest first, as a persistent list: a new one costs one link, and a
 * change costs the links before the changed one.
 */
final class ReferralChain {
  final String id;
  final int resource;
  final ReferralState state;
  final @Nullable ReferralChain older;

  /** Tells most other ids apart without looking at them. */
  private final int hash;

  ReferralChain(String id, int resource, ReferralState state, @Nullable ReferralChain older) {
    this.id = id;
    this.resource = resource;
    this.state = state;
    this.older = older;
    this.hash = id.hashCode();
  }

  static @Nullable ReferralChain find(@Nullable ReferralChain chain, String id) {
    int hash = id.hashCode();
    ReferralChain link = chain;
    while (link != null && !(link.hash == hash && link.id.equals(id))) {
      link = link.older;
    }
    return link;
  }

  /** Whether another referral of the same resource is connected and not at its end. */
  boolean leavesConnected(@Nullable ReferralChain chain) {
    for (ReferralChain link = chain; link != null; link = link.older) {
      if (link != this && link.resource == resource && link.state == ReferralState.CONNECTED) {
        return true;
      }
    }
    return false;
  }

  /** The chain with one link in another state; the links before it are made anew. */
  static ReferralChain with(ReferralChain chain, ReferralChain link, ReferralState state) {
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

  static boolean same(@Nullable ReferralChain one, @Nullable ReferralChain other) {
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
