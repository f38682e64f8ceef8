package org.peersupport.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.Provenance;

/**
 * A statement of a {@link PlainText}: something that a reader can agree to. Immutable.
 *
 * @param ids what it tells: rules, deadlines, elements or resources; empty when it is about the
 *     protocol as a whole
 * @param title what people call it; empty for what has no title
 * @param text what it says
 * @param notes sentences that go with it: how it binds, the reason, where it comes from
 * @param provenance where it comes from; empty when it is no entry of the protocol
 */
public record Statement(
    List<String> ids,
    Optional<String> title,
    String text,
    List<String> notes,
    Optional<Provenance> provenance) {
  /** Copies the lists and checks that nothing is null. */
  public Statement {
    ids = List.copyOf(ids);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    notes = List.copyOf(notes);
    Objects.requireNonNull(provenance, "provenance");
  }
}
