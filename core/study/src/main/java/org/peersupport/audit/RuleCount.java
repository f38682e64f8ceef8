package org.peersupport.audit;

import java.util.OptionalDouble;

/**
 * How a rule came out of many sessions. Immutable.
 *
 * <p>The measures are MINERful's measures of traces, a session being a trace: what is satisfied
 * without having been activated counts for nothing. Rules that speak of a conversation as a whole
 * (existence, absence, init and the like) are activated by its start, so their coverage is 1 and
 * their support is their confidence. Source: C. Di Ciccio, M. Mecella, On the discovery of
 * declarative control flows for artful processes, ACM TMIS 5(4), 2015; A. Cecconi, G. De Giacomo,
 * C. Di Ciccio, F. M. Maggi, J. Mendling, Measuring the interestingness of temporal logic
 * behavioral specifications in process mining, Information Systems 107, 2022.
 *
 * @param sessions how many sessions were judged by the rule
 * @param activated in how many it was activated: something made it ask for something, or forbid it
 * @param satisfied in how many it is satisfied, activated or not
 * @param violated in how many it is violated
 * @param departed in how many of these nobody violated it: it was departed from with a reason, is
 *     only advice, a fact broke it, or what came after the end
 * @param pending in how many it is pending
 * @param fulfilled in how many it was activated and is satisfied
 */
public record RuleCount(
    long sessions,
    long activated,
    long satisfied,
    long violated,
    long departed,
    long pending,
    long fulfilled) {
  /**
   * The share of sessions in which the rule was activated and is satisfied, from 0 to 1; empty
   * without sessions.
   */
  public OptionalDouble support() {
    return share(fulfilled, sessions);
  }

  /**
   * Of the sessions in which the rule was activated, the share in which it is satisfied, from 0 to
   * 1; empty where none activated it.
   */
  public OptionalDouble confidence() {
    return share(fulfilled, activated);
  }

  /** The share of sessions in which the rule was activated, from 0 to 1; empty without sessions. */
  public OptionalDouble coverage() {
    return share(activated, sessions);
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
