package org.peersupport.workbench;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.peersupport.protocol.Protocol;

/** Warnings of protocols on standard error, each once, when a session is opened under it. */
final class Cautions {
  private final Console console;
  private final Set<String> told = new HashSet<>();

  Cautions(Console console) {
    this.console = console;
  }

  /** The same protocol, after its caution has been told. */
  Optional<Protocol> told(Optional<Protocol> found) {
    found.ifPresent(this::tell);
    return found;
  }

  private void tell(Protocol protocol) {
    if (protocol.caution().isPresent() && told.add(protocol.reference())) {
      console.tell(protocol.reference() + ": caution: " + protocol.caution().get());
    }
  }
}
