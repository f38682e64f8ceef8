package org.peersupport.internal.automaton;

/**
 * A deterministic machine given by its steps, before anyone has counted its states. {@link Dfa#of}
 * makes the table of it.
 */
public interface Machine {
  /** The state that a letter leads to; the start state is 0. */
  int step(int state, int letter);

  /** Whether a trace that ends in this state is accepted. */
  boolean accepts(int state);
}
