package org.peersupport.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;

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

  /** The share of sessions that were closed. */
  public SampleShare closed() {
    return new SampleShare(counts.closed, counts.sessions);
  }

  /** The share of sessions that ended early, for whatever reason. */
  public SampleShare ended() {
    return new SampleShare(counts.sessions - counts.closed - counts.cutOff, counts.sessions);
  }

  /** The share of sessions that ended early for this reason. */
  public SampleShare ended(EndReason reason) {
    int place = List.of(EndReason.values()).indexOf(reason);
    return new SampleShare(counts.ended[place], counts.sessions);
  }

  /**
   * By element: the share of sessions that ended early while they were in it. Those that ended
   * before any element are not here.
   */
  public SortedMap<String, SampleShare> endedIn() {
    SortedMap<String, SampleShare> endedIn = new TreeMap<>();
    List<Element> elements = chain.protocol().elements();
    for (int e = 0; e < elements.size(); e++) {
      endedIn.put(elements.get(e).key(), new SampleShare(counts.endedIn[e], counts.sessions));
    }
    return endedIn;
  }

  /** How many activities a session has. */
  public SampleMean activities() {
    return SampleMean.of(counts.sessions, counts.lengths, counts.squaredLengths);
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
    return SampleMean.of(counts.sessions, counts.refused, counts.squaredRefused);
  }

  /**
   * By rule, in expanded order: how many attempts of a session it refuses, alone or with others.
   */
  public List<SampleMean> refusedByRule() {
    List<ExpandedRule> rules = chain.protocol().expandedRules();
    return java.util.stream.IntStream.range(0, rules.size())
        .mapToObj(r -> mean(counts.activities + r))
        .toList();
  }

  /** By activity: how often it happens in a session. */
  public SortedMap<String, SampleMean> happened() {
    SortedMap<String, SampleMean> happened = new TreeMap<>();
    for (int a = 0; a < counts.activities; a++) {
      happened.put(chain.choices().text(a), mean(a));
    }
    return happened;
  }

  /** By activity: the share of sessions in which it happens at all. */
  public SortedMap<String, SampleShare> sessionsWith() {
    SortedMap<String, SampleShare> with = new TreeMap<>();
    for (int a = 0; a < counts.activities; a++) {
      with.put(chain.choices().text(a), new SampleShare(counts.sessionsWith[a], counts.sessions));
    }
    return with;
  }

  private SampleMean mean(int item) {
    return SampleMean.of(counts.sessions, counts.sums[item], counts.squares[item]);
  }

  /** How long a session takes, in milliseconds; empty when the behaviour names no durations. */
  public Optional<SampleMean> duration() {
    return chain.behaviour().durations().isEmpty()
        ? Optional.empty()
        : Optional.of(mean(counts.durations, counts.squaredDurations));
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
    SortedMap<String, SampleMean> times = new TreeMap<>();
    List<Element> elements = chain.protocol().elements();
    if (duration().isPresent()) {
      for (int e = 0; e < elements.size(); e++) {
        times.put(elements.get(e).key(), mean(counts.times[e], counts.squaredTimes[e]));
      }
    }
    return times;
  }

  private SampleMean mean(Wide sum, Wide squares) {
    return new SampleMean(counts.sessions, sum.value(), squares.value());
  }
}
