package org.peersupport.internal.study;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;

/** The reasons for an early end, by their numbers in tables. */
public final class EndReasons {
  private EndReasons() {}

  /** The words on the wire: the five that every protocol knows, then the protocol's own. */
  public static List<String> of(Protocol protocol) {
    List<String> words = new ArrayList<>();
    EndReason.builtIn().forEach(reason -> words.add(reason.wireName()));
    protocol.reasons().end().forEach(reason -> words.add(reason.key()));
    return List.copyOf(words);
  }
}
