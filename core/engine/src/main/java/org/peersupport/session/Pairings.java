package org.peersupport.session;

import java.util.Optional;
import org.peersupport.protocol.Pairing;

/** Who may meet whom. */
final class Pairings {
  private Pairings() {}

  /** Whether the two differ and their departments fit; an unknown department fits only any. */
  static boolean allows(Pairing pairing, Peer supporter, Peer peer) {
    if (supporter.id().equals(peer.id())) {
      return false;
    }
    if (pairing == Pairing.ANY) {
      return true;
    }
    Optional<String> one = supporter.department();
    Optional<String> other = peer.department();
    if (one.isEmpty() || other.isEmpty() || one.get().isEmpty() || other.get().isEmpty()) {
      return false;
    }
    return one.get().equals(other.get()) == (pairing == Pairing.SAME);
  }
}
