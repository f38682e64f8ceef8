package org.peersupport.internal.automaton;

/**
 * An object that has an engine: the superclass of {@code Protocol}, so that the packages of this
 * SDK reach the engine of a protocol and nobody else does.
 */
public abstract class EngineHolder {
  /**
   * The engine, always the same one.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // javadoc knows the tag
  protected abstract Engine engine();

  /** The engine of a protocol. */
  public static Engine engineOf(EngineHolder protocol) {
    return protocol.engine();
  }
}
