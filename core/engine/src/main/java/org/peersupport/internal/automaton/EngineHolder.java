package org.peersupport.internal.automaton;

/** An object that has an engine, which every protocol is. */
public interface EngineHolder {
  /** The engine, always the same one. */
  Engine engine();
}
