package org.peersupport.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Protocol;

/**
 * The protocols that sessions can be opened under: those of the catalogue, and those the user
 * brings. A user's protocol takes the place of a shipped one with the same id. Under a bare id the
 * most recent release of the user's stands, or else the shipped one.
 */
final class ProtocolSources {
  private final Map<String, Protocol> brought = new HashMap<>();

  /**
   * The shelf with the protocols that a user names, by id or path.
   *
   * @throws BadInputException if there is no such protocol, it is not in order, or two different
   *     ones have the same id and release
   */
  static ProtocolSources of(List<String> named) {
    ProtocolSources sources = new ProtocolSources();
    for (String each : named) {
      if (!sources.bring(Documents.find(each))) {
        throw new BadInputException(
            each + ": another protocol with this id and release was given before it");
      }
    }
    return sources;
  }

  /**
   * Adds a user's protocol.
   *
   * @return false when another one with this id and release is there already
   */
  boolean bring(Protocol protocol) {
    Protocol same = brought.putIfAbsent(protocol.reference(), protocol);
    brought.merge(protocol.id(), protocol, ProtocolSources::moreRecent);
    return same == null || same.equals(protocol);
  }

  private static Protocol moreRecent(Protocol one, Protocol other) {
    return Releases.ORDER.compare(one.release(), other.release()) < 0 ? other : one;
  }

  /** The protocol with this id, or this {@code id@release}. */
  Optional<Protocol> find(String idOrReference) {
    Protocol protocol = brought.get(idOrReference);
    return protocol == null ? Variants.find(idOrReference) : Optional.of(protocol);
  }
}
