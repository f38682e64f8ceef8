package org.peersupport.internal.automaton;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from a protocol to its engine for the packages of this module, so that no internal type
 * stands in a public signature. The protocol package installs it.
 */
public abstract class EngineAccess {
  private static volatile @Nullable EngineAccess installed;

  /** The engine of a protocol; the argument's type is not named, because internal uses none. */
  protected abstract Engine of(Object protocol);

  public static void install(EngineAccess access) {
    installed = access;
  }

  public static Engine engineOf(Object protocol) {
    return Objects.requireNonNull(installed, "no protocol has been made yet").of(protocol);
  }
}
