package org.peersupport.simulation;

import java.util.List;
import org.peersupport.internal.study.Choices;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.Protocol;

/** What tests of other packages need of the inside of this one. */
public final class Inside {
  private Inside() {}

  /** The choices that a table leaves to a behaviour. */
  public static Choices choices(TransitionTable table) {
    return new Choices(table.alphabet(), table.close(), EndReasons.of(table.protocol()));
  }

  /** What is wrong with a behaviour, apart from traps. */
  public static List<BehaviourProblem> problems(Protocol protocol, Behaviour behaviour) {
    return BehaviourCheck.of(protocol, behaviour);
  }
}
