package org.peersupport.internal.engine;

/** The answer of an {@link EngineState} to an action: where it leads, or why it is denied. */
public sealed interface Answer permits Transition, Denial {}
