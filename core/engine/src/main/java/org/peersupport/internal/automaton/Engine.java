package org.peersupport.internal.automaton;

import org.jspecify.annotations.Nullable;

/** A compiled protocol: its rules and what has been found out about them so far. */
public final class Engine {
  private final Spaces spaces;
  private volatile @Nullable Object attachment;

  public Engine(RuleSystem rules) {
    this.spaces = new Spaces(rules);
  }

  public RuleSystem rules() {
    return spaces.rules();
  }

  public Spaces spaces() {
    return spaces;
  }

  /** What the session package keeps beside the protocol; null until it has been attached. */
  public @Nullable Object attachment() {
    return attachment;
  }

  /** Attaches, unless another thread was first; gives what is attached. */
  public synchronized Object attach(Object candidate) {
    Object before = attachment;
    if (before != null) {
      return before;
    }
    attachment = candidate;
    return candidate;
  }
}
