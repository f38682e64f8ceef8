package org.peersupport.json.data;

import java.util.Objects;

/**
 * The answer to one line: its kind, and the line to send back. Immutable.
 *
 * @param outcome the kind of the answer; never null
 * @param line one line of JSON without a line end; it may hold confidential reasons; never null
 */
public record Answer(Outcome outcome, String line) {
  /** Checks that nothing is null. */
  public Answer {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(line, "line");
  }

  /** The kind alone: the line is for its sender. */
  @Override
  public String toString() {
    return outcome.wireName();
  }
}
