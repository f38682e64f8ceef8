package org.peersupport.workbench.comparison;

import java.util.List;

/** How the columns are to be read, once for both pages. */
final class Reading {
  static final List<String> LINES =
      List.of(
          "Shares are in percent and their differences in points; times are in minutes.",
          "Intervals are 95 % intervals of the difference within pairs of conversations (shares by"
              + " Newcombe's method 10). One row in twenty leaves its interval by chance alone.",
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
