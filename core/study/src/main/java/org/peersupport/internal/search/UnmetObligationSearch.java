package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.IntList;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The search for a conversation in which something is called for that can no longer come.
 *
 * <p>Activities are numbered as everywhere; the opening, the close and an early end come after
 * them. What the act of a referral calls for is an act of the same referral, or one of none.
 */
public final class UnmetObligationSearch extends Exploration {
  private final BitSet calling;
  private final BitSet wanted;
  private final BitSet counted;
  private final PostEndSearch postEnd;
  private final IntList sources = new IntList();
  private final IntList labels = new IntList();
  private final IntList targets = new IntList();

  private UnmetObligationSearch(
      RuleSystem rules,
      StateSpace space,
      BitSet calling,
      BitSet wanted,
      BitSet counted,
      int limit) {
    super(rules, space, counted, limit);
    this.calling = calling;
    this.wanted = wanted;
    this.counted = counted;
    this.postEnd = new PostEndSearch(rules, counted, mostConnected(), limit);
  }

  public static int open(RuleSystem rules) {
    return rules.activities();
  }

  public static int close(RuleSystem rules) {
    return rules.activities() + 1;
  }

  public static int end(RuleSystem rules) {
    return rules.activities() + 2;
  }

  /**
   * The moments, but for the opening, of a shortest conversation whose last one calls for what can
   * no longer come; null when there is none.
   *
   * @param calling the moments that call for something
   * @param wanted what they call for: one of these moments
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] stranded(
      RuleSystem rules, BitSet enforced, BitSet calling, BitSet wanted, int limit) {
    if (isMetByAConcern(rules, wanted)) {
      return null;
    }
    BitSet doubtful = new BitSet();
    for (int m = calling.nextSetBit(0); m >= 0; m = calling.nextSetBit(m + 1)) {
      doubtful.set(m, !isMetByItsReferral(rules, m, wanted) && !isMetByTheEnd(rules, m, wanted));
    }
    if (doubtful.isEmpty()) {
      return null;
    }
    BitSet lasting = rules.bound(new BitSet(), true);
    lasting.and(enforced);
    if (of(rules, lasting, doubtful, wanted, limit).isAlwaysMet()) {
      return null;
    }
    return of(rules, enforced, doubtful, wanted, limit).find();
  }

  /**
   * The moments, but for the opening, of a shortest conversation whose last one calls for what can
   * no longer come in it, where that is so whenever it is called for; null where it can be met, or
   * is called for by nothing but the end.
   *
   * @param calling the moments that call for something; a close and an end do not count
   * @param wanted what they call for: one of these activities, while the conversation is open
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] neverMet(
      RuleSystem rules, BitSet enforced, BitSet calling, BitSet wanted, int limit) {
    return of(rules, enforced, calling, wanted, limit).findNeverMet();
  }

  private static UnmetObligationSearch of(
      RuleSystem rules, BitSet enforced, BitSet calling, BitSet wanted, int limit) {
    RuleSystem told =
        rules.with(
            Monitors.told(rules, calling.get(0, rules.activities())),
            Monitors.toldApart(rules, wanted.get(0, rules.activities())));
    BitSet watched = new BitSet();
    watched.set(rules.rules(), told.rules());
    BitSet resources = new BitSet();
    BitSet counted = new BitSet();
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) >= 0 && (calling.get(a) || wanted.get(a))) {
        resources.set(rules.resource(a));
        if (rules.step(a).endsConnected()) {
          counted.set(rules.resource(a));
        }
      }
    }
    StateSpace space =
        new StateSpace(told, new StateCodec(told, enforced, watched, resources, counted));
    space.limitTo(limit);
    return new UnmetObligationSearch(told, space, calling, wanted, counted, limit);
  }

  /**
   * Whether what is wanted can come after an early end, whatever came before and whenever it is
   * called for. Asked with no more enforced than what binds after the end, so that there are few
   * states, and all that conversations really lead to are among them.
   */
  private boolean isAlwaysMet() {
    run();
    boolean ends = wanted.get(close(rules)) || wanted.get(end(rules));
    BitSet acts = wanted.get(0, rules.activities());
    BitSet ofReferral = wantedAfterReferral().get(0, rules.activities());
    boolean calledByReferral = false;
    for (int a = calling.nextSetBit(0); a >= 0; a = calling.nextSetBit(a + 1)) {
      calledByReferral |= a < rules.activities() && rules.resource(a) >= 0;
    }
    for (int n = 0; n < size() && !ends; n++) {
      if (!postEnd.mayBring(over(n), acts)
          || (calledByReferral && !postEnd.mayBring(over(n), ofReferral))) {
        return false;
      }
    }
    return whenOver() == null;
  }

  /** Whether a concern is wanted, which may be raised at any time. */
  private static boolean isMetByAConcern(RuleSystem rules, BitSet wanted) {
    for (int a = 0; a < rules.activities(); a++) {
      if (wanted.get(a) && isConcern(rules, a)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConcern(RuleSystem rules, int activity) {
    return rules.fact(activity) && rules.step(activity) == ReferralStep.NONE;
  }

  /** Whether the life of the referral itself can still bring what its act calls for. */
  private static boolean isMetByItsReferral(RuleSystem rules, int moment, BitSet wanted) {
    if (moment >= rules.activities() || rules.resource(moment) < 0) {
      return false;
    }
    ReferralStep act = rules.step(moment);
    int cell =
        ReferralCells.of(
            ReferralCells.pendingAfter(act, ReferralCells.NOTHING), act == ReferralStep.CONNECT);
    for (int a = wanted.nextSetBit(0);
        a >= 0 && a < rules.activities();
        a = wanted.nextSetBit(a + 1)) {
      if (rules.resource(a) == rules.resource(moment)
          && ReferralCells.isAhead(rules.step(a), cell)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the moment comes only while it is open, and what can always come then is wanted. */
  private static boolean isMetByTheEnd(RuleSystem rules, int moment, BitSet wanted) {
    boolean ends = wanted.get(close(rules)) || wanted.get(end(rules));
    return ends
        && (moment == open(rules)
            || (moment < rules.activities()
                && rules.step(moment) == ReferralStep.NONE
                && !isConcern(rules, moment)
                && !isAlwaysSpokenOf(rules, moment)));
  }

  /** Whether a rule that binds also after the end speaks of the activity. */
  private static boolean isAlwaysSpokenOf(RuleSystem rules, int activity) {
    for (int r : rules.touched(activity)) {
      if (rules.rule(r).always()) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected boolean matters(int activity) {
    return calling.get(activity) || wanted.get(activity) || super.matters(activity);
  }

  /** What is called for may be one more outcome, so no connected referral is overlooked. */
  @Override
  protected boolean isFull(int resource) {
    return counted.get(resource);
  }

  @Override
  protected void stepped(int from, int activity, int to) {
    sources.add(from);
    labels.add(activity);
    targets.add(to);
  }

  private int @Nullable [] find() {
    run();
    int[] open = whileOpen();
    int[] over = whenOver();
    return open == null || (over != null && over.length < open.length) ? over : open;
  }

  private int @Nullable [] findNeverMet() {
    run();
    boolean[] hopeful = before(wanted, new boolean[size()]);
    if (calling.get(open(rules))) {
      return hopeful[0] ? null : new int[0];
    }
    int first = -1;
    for (int e = 0; e < labels.size(); e++) {
      if (calling.get(labels.get(e))) {
        if (hopeful[targets.get(e)]) {
          return null;
        }
        first = first < 0 ? e : first;
      }
    }
    return first < 0 ? null : trace(sources.get(first), labels.get(first));
  }

  private int @Nullable [] whileOpen() {
    if (calling.get(open(rules)) && !hopeful(wanted)[0]) {
      return new int[0];
    }
    boolean[] ofReferral = hopeful(wantedAfterReferral());
    boolean[] ofOther = hopeful(wanted);
    for (int e = 0; e < labels.size(); e++) {
      int act = labels.get(e);
      boolean[] hopeful = rules.resource(act) >= 0 ? ofReferral : ofOther;
      if (calling.get(act) && !hopeful[targets.get(e)]) {
        return trace(sources.get(e), act);
      }
    }
    return null;
  }

  /** What is wanted and is no referral's: what else could discharge a referral's obligation. */
  private BitSet wantedAfterReferral() {
    BitSet others = (BitSet) wanted.clone();
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) >= 0) {
        others.clear(a);
      }
    }
    return others;
  }

  /** The nodes from which one of the moments may come, in the conversation or after its end. */
  private boolean[] hopeful(BitSet moments) {
    boolean[] hopeful = new boolean[size()];
    boolean always = moments.get(close(rules)) || moments.get(end(rules));
    BitSet acts = moments.get(0, rules.activities());
    for (int n = 0; n < hopeful.length; n++) {
      hopeful[n] = always || (!acts.isEmpty() && postEnd.mayBring(over(n), acts));
    }
    return before(moments, hopeful);
  }

  /** The nodes from which one of the activities or one of these nodes may come. */
  private boolean[] before(BitSet acts, boolean[] hopeful) {
    for (int e = 0; e < labels.size(); e++) {
      hopeful[sources.get(e)] |= acts.get(labels.get(e));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int e = labels.size() - 1; e >= 0; e--) {
        if (!hopeful[sources.get(e)] && hopeful[targets.get(e)]) {
          hopeful[sources.get(e)] = true;
          changed = true;
        }
      }
    }
    return hopeful;
  }

  private int @Nullable [] whenOver() {
    BitSet acts = calling.get(0, rules.activities());
    BitSet later = wanted.get(0, rules.activities());
    BitSet ofReferral = wantedAfterReferral().get(0, rules.activities());
    PostEndSearch.IncrementalSearch search =
        postEnd.search(acts, act -> rules.resource(act) >= 0 ? ofReferral : later);
    // The nodes are in the order of their depth, so with every one the search may go on so far.
    for (int n = 0; n < size(); n++) {
      int called = calledAtEnd(n, later);
      int[] end = trace(n, called < 0 ? end(rules) : called);
      int[] found = search.until(end.length - 1);
      if (found != null) {
        return found;
      }
      if (called >= 0) {
        return end;
      }
      if (!acts.isEmpty()) {
        search.start(over(n), end);
      }
    }
    return search.until(Integer.MAX_VALUE);
  }

  /** Which of an end and a close at the node calls for what can no longer come, or -1. */
  private int calledAtEnd(int node, BitSet later) {
    boolean ends = calling.get(end(rules));
    boolean closes = calling.get(close(rules)) && codec.accepts(state(node));
    if ((ends || closes) && !postEnd.mayBring(over(node), later)) {
      return ends ? end(rules) : close(rules);
    }
    return -1;
  }

  /** What is left when it is over at the node. */
  private PostEndSearch.Remainder over(int node) {
    char[] position = codec.unpack(state(node));
    int[] connected = connected(node);
    for (int x = 0; x < rules.resources(); x++) {
      if (connected[x] > 0) {
        rules.setLife(
            position, x, ReferralCells.of(ReferralCells.pending(rules.life(position, x)), true));
      }
    }
    return new PostEndSearch.Remainder(position, connected);
  }
}
