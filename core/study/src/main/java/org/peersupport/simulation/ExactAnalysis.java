package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;

/**
 * What comes of conversations, worked out without drawing any: the quantities of {@link
 * SimulationSummary}, exact up to the rounding of doubles and a relative error below 1e-9 of the
 * equations' solution.
 *
 * <pre>{@code
 * ExactAnalysis exact = ExactAnalysis.of(chain);
 * double closed = exact.closed();
 * }</pre>
 *
 * <p>Means are expected visits of the absorbing chain times what a visit brings (Kemeny and Snell
 * 1960). A variance is the sum over states of the expected visits times the variance of what one
 * step brings and leaves to be expected: conversations are a martingale around their expectation,
 * so the variances of their steps add up (M. J. Sobel, The variance of discounted Markov decision
 * processes, J. Appl. Probab. 19(4), 1982, without discount).
 *
 * <p>Quantiles have no closed form and are left out: a duration is a sum of lognormal times, of
 * which no distribution is known. Immutable and safe to share between threads.
 */
public final class ExactAnalysis {
  /** Of so many activities the equations are solved at once; more would not fit into caches. */
  private static final int AT_ONCE = 16;

  private final ConversationChain chain;
  private final ChainStructure structure;
  private final Steps steps;
  private final Equations equations;
  private final double[] visits;
  private final CountedActs acts;

  /** By choice: the element that it begins. */
  private final List<@Nullable Element> begun = new ArrayList<>();

  /** By choice: how long it lasts in the mean. */
  private final double[] meanMillis;

  private ExactAnalysis(ConversationChain chain) {
    this.chain = chain;
    this.structure = chain.structure();
    this.steps = new Steps(structure);
    this.equations = new Equations(steps);
    this.visits = equations.visits();
    this.acts = new CountedActs(chain.protocol());
    this.meanMillis = new double[structure.choices().size()];
    List<Element> elements = chain.protocol().elements();
    for (int choice = 0; choice < structure.choices().size(); choice++) {
      String text = structure.choices().text(choice);
      begun.add(
          elements.stream()
              .filter(each -> text.equals("begin:" + each.key()))
              .findFirst()
              .orElse(null));
      Lognormal duration = chain.behaviour().durations().get(text);
      meanMillis[choice] = duration == null ? 0 : duration.meanMillis();
    }
  }

  /**
   * Works out a chain.
   *
   * @throws IllegalStateException when conversations go on for so long that the equations cannot be
   *     solved
   */
  public static ExactAnalysis of(ConversationChain chain) {
    return new ExactAnalysis(chain);
  }

  /** The protocol and the behaviour. */
  public ConversationChain chain() {
    return chain;
  }

  /** The probability that a conversation is closed. */
  public double closed() {
    return leading(ChainStructure.CLOSED);
  }

  /** The probability that a conversation ends early, for whatever reason. */
  public double ended() {
    return sum(step -> isEnd(steps.target(step)) ? 1 : 0);
  }

  private static boolean isEnd(int target) {
    return target <= ChainStructure.ENDED;
  }

  /** The probability that a conversation ends early for this reason; 0 for an unknown one. */
  public double ended(EndReason reason) {
    int number = EndReasons.of(chain.protocol()).indexOf(reason.wireName());
    return number < 0 ? 0 : leading(ChainStructure.ENDED - number);
  }

  private double leading(int target) {
    return sum(step -> steps.target(step) == target ? 1 : 0);
  }

  /** How many activities a conversation has. */
  public ExactMean activities() {
    return of(step -> isActivity(step) ? 1 : 0, step -> 0);
  }

  private boolean isActivity(int step) {
    return steps.choice(step) < structure.choices().activities();
  }

  /**
   * By activity: how often it happens in a conversation. {@code offer:*} and the other acts of
   * referrals are of any resource.
   */
  public SortedMap<String, ExactMean> happened() {
    SortedMap<String, ExactMean> happened = new TreeMap<>();
    acts.texts().forEach(act -> happened.put(act, new ExactMean(0, 0)));
    ofActs(
        false,
        (act, from) ->
            happened.put(
                acts.texts().get(act),
                of(
                    from,
                    step -> isActivity(step) && isAct(steps.choice(step), act) ? 1 : 0,
                    step -> 0)));
    return happened;
  }

  private boolean isAct(int activity, int act) {
    return activity == act || acts.ofAny(activity) == act;
  }

  /** By activity, likewise: how often it happens, without the spread. */
  SortedMap<String, Double> meansOfHappened() {
    double[] means = means();
    SortedMap<String, Double> happened = new TreeMap<>();
    for (int act = 0; act < means.length; act++) {
      happened.put(acts.texts().get(act), means[act]);
    }
    return happened;
  }

  private double[] means() {
    double[] means = new double[acts.texts().size()];
    for (int s = 0; s < visits.length; s++) {
      for (int step = steps.begin(s); step < steps.end(s); step++) {
        if (isActivity(step)) {
          double mean = visits[s] * steps.probability(step);
          means[steps.choice(step)] += mean;
          int ofAny = acts.ofAny(steps.choice(step));
          if (ofAny >= 0) {
            means[ofAny] += mean;
          }
        }
      }
    }
    return means;
  }

  /** By activity, likewise: the probability that it happens in a conversation at all. */
  public SortedMap<String, Double> probabilities() {
    SortedMap<String, Double> probabilities = new TreeMap<>();
    acts.texts().forEach(act -> probabilities.put(act, 0.0));
    ofActs(true, (act, from) -> probabilities.put(acts.texts().get(act), from.applyAsDouble(0)));
    return probabilities;
  }

  /** An act, and by state what is to be expected of it from there on. */
  private interface OfAct {
    void take(int act, IntToDoubleFunction from);
  }

  /** Those that happen at all. */
  private void ofActs(boolean once, OfAct each) {
    double[] means = means();
    int activities = structure.choices().activities();
    int[] happening = IntStream.range(0, activities).filter(act -> means[act] > 0).toArray();
    for (int from = 0; from < happening.length; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, happening.length);
      ofActs(once, Arrays.copyOfRange(happening, from, to), each);
    }
    // A step is one activity and one act of any resource, so these have equations of their own.
    int[] ofAny = IntStream.range(activities, means.length).filter(a -> means[a] > 0).toArray();
    if (ofAny.length > 0) {
      ofActs(once, ofAny, each);
    }
  }

  private void ofActs(boolean once, int[] some, OfAct each) {
    int[] places = new int[structure.choices().size()];
    Arrays.fill(places, -1);
    for (int k = 0; k < some.length; k++) {
      for (int activity = 0; activity < structure.choices().activities(); activity++) {
        places[activity] = isAct(activity, some[k]) ? k : places[activity];
      }
    }
    double[] expected = equations.ofActs(places, some.length, once);
    for (int k = 0; k < some.length; k++) {
      int place = k;
      each.take(some[k], state -> expected[state * some.length + place]);
    }
  }

  /** How many attempts of a conversation are refused. */
  public double refused() {
    double sum = 0;
    for (int s = 0; s < visits.length; s++) {
      sum += visits[s] * refusedIn(s);
    }
    return sum;
  }

  /** The probability that at least one attempt of a conversation is refused. */
  public double withRefusal() {
    return equations
        .expected(this::refusedIn, step -> steps.isAfterRefusal(step) ? -1 : steps.target(step))[0];
  }

  private double refusedIn(int state) {
    double sum = 0;
    for (int r = steps.refusalBegin(state); r < steps.refusalEnd(state); r++) {
      sum += steps.refusalProbability(r);
    }
    return sum;
  }

  /**
   * The probability that an even draw decides at least once in a conversation: see {@link
   * ConversationChain#unsaid}.
   */
  public double withEvenDraw() {
    BitSet decided = new BitSet();
    for (int s = 0; s < visits.length; s++) {
      decided.set(steps.begin(s), structure.isUnsaid(s) ? steps.end(s) : steps.begin(s));
    }
    return equations
        .expected(
            s -> structure.isUnsaid(s) ? 1 : 0,
            step -> decided.get(step) ? -1 : steps.target(step))[0];
  }

  /** By rule, in expanded order: how many attempts it refuses, alone or with others. */
  public List<Double> refusedByRule() {
    List<String> ids = chain.protocol().expandedRules().stream().map(ExpandedRule::id).toList();
    double[] byReason = new double[structure.reasons().size()];
    for (int s = 0; s < visits.length; s++) {
      for (int r = steps.refusalBegin(s); r < steps.refusalEnd(s); r++) {
        byReason[steps.refusalReason(r)] += visits[s] * steps.refusalProbability(r);
      }
    }
    List<Double> refused = new ArrayList<>();
    for (String id : ids) {
      double sum = 0;
      for (int reason = 0; reason < byReason.length; reason++) {
        sum += structure.reasons().get(reason).rules().contains(id) ? byReason[reason] : 0;
      }
      refused.add(sum);
    }
    return refused;
  }

  /**
   * How long a conversation takes, in milliseconds; empty when no durations are named. As in {@link
   * Simulation}, nothing takes longer than 139 years ({@link Lognormal}).
   */
  public Optional<ExactMean> duration() {
    var durations = chain.behaviour().durations();
    if (durations.isEmpty()) {
      return Optional.empty();
    }
    double[] variances = new double[structure.choices().size()];
    durations.forEach(
        (activity, lognormal) -> {
          variances[structure.choices().number(activity)] = lognormal.varianceMillis();
        });
    return Optional.of(of(this::meanMillis, step -> variances[steps.choice(step)]));
  }

  /**
   * By element: how long a conversation is in it, in milliseconds; empty when no durations are
   * named. The spread between conversations is not worked out.
   */
  public SortedMap<String, Double> timeInElements() {
    SortedMap<String, Double> times = new TreeMap<>();
    if (!chain.behaviour().durations().isEmpty()) {
      double[] untilNext = untilNextElement(step -> begun(step) == null ? meanMillis(step) : 0);
      for (Element element : chain.protocol().elements()) {
        times.put(element.key(), times(element, untilNext));
      }
    }
    return times;
  }

  /** A continuous element has the time of its own activities only: the one before goes on. */
  private double times(Element element, double[] untilNext) {
    return sum(
        step -> {
          if (!element.equals(begun(step))) {
            return 0;
          }
          return meanMillis(step) + (element.isContinuous() ? 0 : ahead(untilNext, step));
        });
  }

  /** By element: the probability that a conversation ends early while it is in it. */
  public SortedMap<String, Double> endedIn() {
    double[] untilNext = untilNextElement(step -> isEnd(steps.target(step)) ? 1 : 0);
    SortedMap<String, Double> endedIn = new TreeMap<>();
    for (Element element : chain.protocol().elements()) {
      endedIn.put(
          element.key(), sum(step -> entered(step) == element ? ahead(untilNext, step) : 0));
    }
    return endedIn;
  }

  /** By state: what is to be expected until another element is begun, or it is over. */
  private double[] untilNextElement(Reward means) {
    return equations.expected(
        s -> expected(s, means), step -> entered(step) == null ? steps.target(step) : -1);
  }

  private double ahead(double[] expected, int step) {
    return steps.target(step) < 0 ? 0 : expected[steps.target(step)];
  }

  private double meanMillis(int step) {
    return meanMillis[steps.choice(step)];
  }

  /** The element that the step begins, if any. */
  private @Nullable Element begun(int step) {
    return begun.get(steps.choice(step));
  }

  /** The element that the conversation is in from this step on, if it is another. */
  private @Nullable Element entered(int step) {
    Element element = begun(step);
    return element == null || element.isContinuous() ? null : element;
  }

  /** What all steps bring, by how often they are taken. */
  private double sum(Reward reward) {
    double sum = 0;
    for (int s = 0; s < visits.length; s++) {
      sum += visits[s] * expected(s, reward);
    }
    return sum;
  }

  /** What the next step from a state brings. */
  private double expected(int state, Reward reward) {
    double sum = 0;
    for (int step = steps.begin(state); step < steps.end(state); step++) {
      sum += steps.probability(step) * reward.of(step);
    }
    return sum;
  }

  /** What steps bring, with its own mean and variance each. */
  private interface Reward {
    double of(int step);
  }

  private ExactMean of(Reward means, Reward variances) {
    double[] ahead = equations.expected(s -> expected(s, means), steps::target);
    return of(s -> ahead[s], means, variances);
  }

  /**
   * @param ahead by state: what is to be expected from there on
   */
  private ExactMean of(IntToDoubleFunction ahead, Reward means, Reward variances) {
    double variance = 0;
    for (int s = 0; s < visits.length; s++) {
      double here = ahead.applyAsDouble(s);
      double spread = 0;
      for (int step = steps.begin(s); step < steps.end(s); step++) {
        int target = steps.target(step);
        double then = target < 0 ? 0 : ahead.applyAsDouble(target);
        double off = means.of(step) + then - here;
        spread += steps.probability(step) * (off * off + variances.of(step));
      }
      variance += visits[s] * spread;
    }
    return new ExactMean(ahead.applyAsDouble(0), Equations.finite(variance));
  }
}
