package org.peersupport.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A section of a {@link PlainText}: statements under a heading. Immutable.
 *
 * @param topic what they are about
 * @param heading the same in words
 * @param statements at least one
 */
public record Section(Topic topic, String heading, List<Statement> statements) {
  /** Copies the list and checks that nothing is null. */
  public Section {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(heading, "heading");
    statements = List.copyOf(statements);
  }
}
