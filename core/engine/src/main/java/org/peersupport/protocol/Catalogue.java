package org.peersupport.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The protocols that are built into the core: the default one. The artifact {@code
 * peersupport-json} has a catalogue of published protocols as documents, {@code Variants}. Safe to
 * share between threads; each protocol is made once, when it is first asked for.
 */
public final class Catalogue {
  private Catalogue() {}

  private static final class Default {
    /** Proved by the tests of this library, which build it with all checks. */
    static final Protocol PROTOCOL = AmaSixElements.define().buildProved();
  }

  /**
   * The default protocol: six elements, from AMA STEPS Forward, <i>The Power of Peer Support During
   * a Pandemic</i>, 2020. Elements 2 to 4 are placeholders, and marked so.
   */
  public static Protocol amaSixElements() {
    return Default.PROTOCOL;
  }

  /** Every protocol of the core. */
  public static List<Protocol> all() {
    return List.of(amaSixElements());
  }

  /** The protocol with this id, or with this {@code id@release}. */
  public static Optional<Protocol> find(String idOrReference) {
    for (Protocol protocol : all()) {
      if (protocol.id().equals(idOrReference) || protocol.reference().equals(idOrReference)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}
