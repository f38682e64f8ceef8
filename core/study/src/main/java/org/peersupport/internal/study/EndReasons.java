package org.peersupport.internal.study;

import java.util.List;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.TitledKey;

/** The reasons for an early end, by their numbers in tables. */
public final class EndReasons {
  private EndReasons() {}

  /** The words on the wire: the five that every protocol knows, then the protocol's own. */
  public static List<String> of(Protocol protocol) {
    return protocol.endReasons().stream().map(TitledKey::key).toList();
  }
}
