package org.peersupport.internal.automaton;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a protocol in compiled form, and what has been found out about them so far. Safe to
 * share between threads.
 */
public final class Engine {
  private final StateSpaces spaces;
  private volatile @Nullable Attachment attachment;

  /** A thing that a higher layer keeps with an engine. */
  public interface Attachment {}

  /**
   * @param name the name of the protocol, for the log
   */
  public Engine(String name, RuleSystem rules) {
    this.spaces = new StateSpaces(name, rules);
  }

  public RuleSystem rules() {
    return spaces.rules();
  }

  public StateSpaces spaces() {
    return spaces;
  }

  /**
   * The thing that is kept with this engine, made when it is first asked for.
   *
   * @throws ClassCastException if a thing of another type is kept
   */
  public <T extends Attachment> T attachment(Class<T> type, Function<Engine, T> making) {
    Attachment kept = attachment;
    return type.cast(kept == null ? attach(making) : kept);
  }

  private synchronized Attachment attach(Function<Engine, ? extends Attachment> making) {
    Attachment before = attachment;
    if (before != null) {
      return before;
    }
    Attachment made = making.apply(this);
    attachment = made;
    return made;
  }
}
