package org.peersupport.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;

/**
 * What came of simulated sessions. Every figure is a count, or follows from counts: the same
 * sessions give the same summary. Safe to share between threads once it is there.
 */
public final class SimulationSummary {
  private final ConversationChain chain;
  private final Counts counts;
  private final boolean partial;

  SimulationSummary(ConversationChain chain, Counts counts, boolean partial) {
    this.chain = chain;
    this.counts = counts;
    this.partial = partial;
  }

  /** The protocol and the behaviour. */
  public ConversationChain chain() {
    return chain;
  }

  /** How many sessions were drawn. */
  public long sessions() {
    return counts.sessions;
  }

  /** Whether it was stopped before all sessions were drawn; it is of the first ones then. */
  public boolean isPartial() {
    return partial;
  }

  /**
   * How many sessions were given up after a million activities; they are neither closed nor ended.
   */
  public long cutOff() {
    return counts.cutOff;
  }

  /**
   * A share of sessions.
   *
   * @param of of what: a reason, an element, a rule or an activity as it is written; empty where
   *     the quantity is of whole sessions. What the protocol does not have happens 0 times
   * @throws IllegalArgumentException for a quantity that is no share
   */
  public SampleShare share(Quantity quantity, String of) {
    return new SampleShare(counts.part(quantity, of), counts.sessions);
  }

  /**
   * A mean over sessions.
   *
   * @param of as in {@link #share}
   * @throws IllegalArgumentException for a quantity that is no mean
   */
  public SampleMean mean(Quantity quantity, String of) {
    return counts.mean(quantity, of);
  }

  /** The share of sessions that were closed. */
  public SampleShare closed() {
    return share(Quantity.CLOSED, "");
  }

  /** The share of sessions that ended early, for whatever reason. */
  public SampleShare ended() {
    return share(Quantity.ENDED, "");
  }

  /** The share of sessions that ended early for this reason. */
  public SampleShare ended(EndReason reason) {
    return share(Quantity.ENDED_FOR, reason.wireName());
  }

  /**
   * By element: the share of sessions that ended early while they were in it. Those that ended
   * before any element are not here.
   */
  public SortedMap<String, SampleShare> endedIn() {
    return each(Element::key, chain.protocol().elements(), key -> share(Quantity.ENDED_IN, key));
  }

  /** How many activities a session has. */
  public SampleMean activities() {
    return mean(Quantity.ACTIVITIES, "");
  }

  /**
   * The number of activities that this share of sessions does not exceed: exact up to 255, off by
   * less than 0.4 % above.
   *
   * @param share more than 0, at most 1
   */
  public double activitiesQuantile(double share) {
    return counts.lengthHistogram.quantile(share);
  }

  /** How many attempts of a session are refused. */
  public SampleMean refused() {
    return mean(Quantity.REFUSED, "");
  }

  /** The share of sessions in which at least one attempt is refused. */
  public SampleShare withRefusal() {
    return share(Quantity.WITH_REFUSAL, "");
  }

  /** The share of sessions in which an even draw decides: see {@link ConversationChain#unsaid}. */
  public SampleShare withEvenDraw() {
    return share(Quantity.WITH_EVEN_DRAW, "");
  }

  /**
   * By rule, in expanded order: how many attempts of a session it refuses, alone or with others.
   */
  public List<SampleMean> refusedByRule() {
    return chain.protocol().expandedRules().stream()
        .map(rule -> mean(Quantity.REFUSED_BY_RULE, rule.id()))
        .toList();
  }

  /**
   * By activity: how often it happens in a session. {@code offer:*} and the other acts of referrals
   * are of any resource.
   */
  public SortedMap<String, SampleMean> happened() {
    return each(Function.identity(), acts(), text -> mean(Quantity.HAPPENED, text));
  }

  /** By activity, likewise: the share of sessions in which it happens at all. */
  public SortedMap<String, SampleShare> sessionsWith() {
    return each(Function.identity(), acts(), text -> share(Quantity.SESSIONS_WITH, text));
  }

  private List<String> acts() {
    return new CountedActs(chain.protocol()).texts();
  }

  /** How long a session takes, in milliseconds; empty when the behaviour names no durations. */
  public Optional<SampleMean> duration() {
    return chain.behaviour().durations().isEmpty()
        ? Optional.empty()
        : Optional.of(mean(Quantity.DURATION, ""));
  }

  /**
   * The duration in milliseconds that this share of sessions does not exceed, off by less than 0.4
   * %; NaN when the behaviour names no durations.
   *
   * @param share more than 0, at most 1
   */
  public double durationQuantile(double share) {
    return chain.behaviour().durations().isEmpty()
        ? Double.NaN
        : counts.durationHistogram.quantile(share);
  }

  /** By element: how long a session is in it, in milliseconds; empty without durations. */
  public SortedMap<String, SampleMean> timeInElements() {
    return each(
        Element::key,
        duration().isEmpty() ? List.of() : chain.protocol().elements(),
        key -> mean(Quantity.TIME_IN_ELEMENT, key));
  }

  private static <T, F> SortedMap<String, F> each(
      Function<T, String> name, List<T> all, Function<String, F> figure) {
    SortedMap<String, F> figures = new TreeMap<>();
    all.forEach(each -> figures.put(name.apply(each), figure.apply(name.apply(each))));
    return figures;
  }
}
