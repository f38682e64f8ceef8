package org.peersupport.internal.engine;

import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.EngineHolder;
import org.peersupport.protocol.Protocol;

/**
 * The way to the engine of a protocol. {@link Protocol} is sealed and its only subclass holds an
 * engine, so the cast cannot fail; javac refuses it if that ever changes.
 */
public final class Engines {
  private Engines() {}

  /** The engine of a protocol, always the same one. */
  public static Engine of(Protocol protocol) {
    return ((EngineHolder) protocol).engine();
  }
}
