package org.peersupport.session;

import org.peersupport.internal.automaton.Life;
import org.peersupport.internal.automaton.RuleSystem;

/**
 * Numbers what can happen in a session. A <em>move</em> is an activity together with what it does
 * to the referrals, a pair of thanks said in one breath, or a word such as {@code close}.
 *
 * <p>Activities keep their numbers; then come the variants of completing and lapsing, because it
 * matters whether another referral of the resource stays connected; then the pairs; then the words.
 * Immutable.
 */
final class Moves {
  /** Above this many facets pairs of thanks have no number and are worked out each time. */
  private static final int PAIRED = 6;

  private final RuleSystem rules;
  private final int[][] referralActs;
  private final int[] thanks;
  private final int[] facetOf;
  private final int variants;
  private final int pairs;
  private final int words;

  /**
   * @param referralActs by constant of {@link Life} and resource: the activity
   * @param thanks by facet: the activity
   */
  Moves(RuleSystem rules, int[][] referralActs, int[] thanks) {
    this.rules = rules;
    this.referralActs = referralActs;
    this.thanks = thanks;
    this.facetOf = new int[rules.activities()];
    for (int f = 0; f < thanks.length; f++) {
      facetOf[thanks[f]] = f;
    }
    this.variants = rules.activities();
    this.pairs = variants + 3 * rules.resources();
    this.words = pairs + (thanks.length <= PAIRED ? thanks.length * thanks.length : 0);
  }

  int count() {
    return words + 4;
  }

  int close() {
    return words;
  }

  int end() {
    return words + 1;
  }

  int pause() {
    return words + 2;
  }

  int resume() {
    return words + 3;
  }

  boolean isWord(int move) {
    return move >= words;
  }

  boolean isPair(int move) {
    return move >= pairs && move < words;
  }

  /** A referral of the resource is completed, and another one stays connected. */
  int completeLeavingMore(int resource) {
    return variants + resource;
  }

  /** A connected referral of the resource lapses; {@code more}: another one stays connected. */
  int lapseConnected(int resource, boolean more) {
    return variants + (more ? 2 : 1) * rules.resources() + resource;
  }

  /** The move that one act, or several thanks in one breath, are; -1 for what has no number. */
  int of(int[] acts) {
    if (acts.length == 1) {
      return acts[0];
    }
    return acts.length == 2 ? pair(acts[0], acts[1]) : -1;
  }

  /** The move that two thanks in one breath are; -1 when pairs have no numbers. */
  int pair(int first, int second) {
    return pairs < words ? pairs + facetOf[first] * thanks.length + facetOf[second] : -1;
  }

  private int first(int pair) {
    return thanks[(pair - pairs) / thanks.length];
  }

  private int second(int pair) {
    return thanks[(pair - pairs) % thanks.length];
  }

  /** The activities of a move that is no word. */
  int[] acts(int move) {
    return isPair(move) ? new int[] {first(move), second(move)} : new int[] {activity(move)};
  }

  /** The activity of a move that is neither a pair nor a word. */
  int activity(int move) {
    if (move < variants) {
      return move;
    }
    int resource = (move - variants) % rules.resources();
    boolean completes = move < variants + rules.resources();
    return referralActs[completes ? Life.COMPLETE : Life.LAPSE][resource];
  }

  /** The life of the resource's referrals after a move of one of them. */
  int lifeAfter(int move, int cell) {
    int activity = activity(move);
    int act = rules.act(activity);
    int pending = Life.pending(cell);
    if (move != activity) {
      int x = rules.resource(activity);
      return Life.of(pending, move == completeLeavingMore(x) || move == lapseConnected(x, true));
    }
    return act == Life.COMPLETE
        ? Life.of(pending, false)
        : Life.of(Life.pendingAfter(act, pending), act == Life.CONNECT || Life.connected(cell));
  }
}
