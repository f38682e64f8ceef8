package org.peersupport.session;

import java.util.Optional;
import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;
import org.peersupport.protocol.Keys;

/**
 * A colleague in a session: the one who is supported, or the peer supporter.
 *
 * <p>Known only by an opaque id; keep names and contact details where they belong. Prints none of
 * its content. Immutable and compared by value; nothing is ever null.
 */
@Value.Immutable
@DomainStyle
public abstract sealed class Peer permits ImmutablePeer {
  Peer() {}

  /** An opaque id, {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}. */
  @Value.Redacted
  public abstract String id();

  /** What the colleague works as. */
  @Value.Redacted
  public abstract Optional<String> role();

  /** Where the colleague works; compared as written when the protocol asks for a pairing. */
  @Value.Redacted
  public abstract Optional<String> department();

  /**
   * A colleague of unknown role and department.
   *
   * @throws IllegalArgumentException if the id is not written as it must be
   */
  public static Peer of(String id) {
    return ImmutablePeer.of(id, Optional.empty(), Optional.empty());
  }

  /** The same with a role; NUL and half a surrogate pair become the replacement character. */
  public final Peer as(String role) {
    return ImmutablePeer.copyOf(this).withRole(Texts.sound(role));
  }

  /** The same with a department; NUL and half a surrogate pair are replaced as in a role. */
  public final Peer from(String department) {
    return ImmutablePeer.copyOf(this).withDepartment(Texts.sound(department));
  }

  @Value.Check
  void check() {
    if (!Keys.isId(id())) {
      throw new IllegalArgumentException(Ids.EXPECTED);
    }
  }
}
