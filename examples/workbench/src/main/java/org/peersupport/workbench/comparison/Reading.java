package org.peersupport.workbench.comparison;

import java.util.List;

/** How the columns are to be read, once for both pages. */
final class Reading {
  static final List<String> LINES =
      List.of(
          "Shares are in percent and their differences in points; times are in minutes.",
          "Intervals are 95 % intervals of the difference within pairs of conversations (shares by"
              + " Newcombe's method 10). One row in twenty leaves its interval by chance alone.",
          "Intervals hold the chance of drawing and nothing else: not how well the behaviour is known."
              + " Under a behaviour that was estimated, small differences mean little however narrow"
              + " their intervals are.",
          "What a variant refuses is drawn again from what is left of the same row, so what is rare"
              + " there, such as an early end, comes more often then. Look whether a difference comes"
              + " from that before saying that people would act so.",
          "An interval of shares is never a single point, not even between variants that are the"
              + " same: that no pair differed among those drawn does not show that none could.",
          "exact: the difference worked out from the Markov chain, without drawing; '-' where it was"
              + " not.",
          "effect: Cohen's h for shares, for the rest the difference in standard deviations. Below"
              + " 0.2 is small by Cohen's rule of thumb, which knows nothing of what matters to"
              + " people.",
          "fewer: how many times fewer conversations this took than unpaired ones would have taken"
              + " for an interval as narrow; below 1 pairing did harm; 'all' where pairs differ by"
              + " the same.");

  private Reading() {}
}
