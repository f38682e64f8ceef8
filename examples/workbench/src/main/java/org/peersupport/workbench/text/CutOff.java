package org.peersupport.workbench.text;

import java.util.Locale;
import org.peersupport.simulation.SimulationSummary;

/** Says of conversations that were given up what that does to the figures. */
public final class CutOff {
  private CutOff() {}

  /**
   * A sentence; for at least one that was given up.
   *
   * @param where of which variant, with a space at its end; or empty
   */
  public static String sentence(String where, SimulationSummary drawn) {
    return String.format(
        Locale.ROOT,
        "%s%,d of %,d conversations %s cut off after a million activities, neither closed nor ended:"
            + " figures of activities, times and refusals are too low.",
        where,
        drawn.cutOff(),
        drawn.sessions(),
        drawn.cutOff() == 1 ? "was" : "were");
  }
}
