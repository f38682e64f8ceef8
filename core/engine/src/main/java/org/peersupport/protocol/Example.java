package org.peersupport.protocol;

import java.util.List;
import java.util.Objects;

/**
 * A conversation that the protocol must judge as written here. Examples run when the protocol is
 * built. Immutable.
 *
 * @param name what the example shows; never null
 * @param trace activities, {@code close} or {@code end:<reason>} as text; an act of a referral
 *     means the oldest one it fits; never null
 * @param accepted whether the whole of it is accepted; otherwise its last considered act is refused
 * @param at the place of the refused act, from 1; 0 for an accepted example
 * @param rules all rules that the refusal names, in expanded order; empty when it names none
 */
public record Example(
    String name, List<String> trace, boolean accepted, int at, List<String> rules) {
  /** Copies the lists and checks that nothing is null. */
  public Example {
    Objects.requireNonNull(name, "name");
    trace = List.copyOf(trace);
    rules = List.copyOf(rules);
  }

  /** A conversation that is accepted as a whole. */
  public static Example accepted(String name, String... trace) {
    return new Example(name, List.of(trace), true, 0, List.of());
  }

  /** A conversation whose last act is refused. */
  public static Example refused(String name, List<String> trace, String... rules) {
    return new Example(name, trace, false, trace.size(), List.of(rules));
  }
}
