package org.peersupport.internal.engine;

import java.util.Arrays;
import java.util.List;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Status;

/**
 * The numbers of the actions of a protocol. An <em>action</em> is an activity together with what it
 * does to the referrals, a pair of thanks said in one breath, or a word such as {@code close}.
 *
 * <p>Activities keep their numbers; what may end a connected referral as well as a pending one is
 * there of the pending one. Then come the variants of a connected one, because it matters whether
 * another referral of the resource stays connected; then the pairs; then the words. Immutable.
 */
public final class ActionNumbers {
  /** Above this many facets pairs of thanks have no number and are worked out each time. */
  private static final int PAIRED = 6;

  /** The words in the order of their numbers, and the status after each. */
  private static final List<ActType> WORDS =
      List.of(ActType.CLOSE, ActType.END, ActType.PAUSE, ActType.RESUME);

  /** By act: its place among the words, or -1; looked up at every step. */
  private static final int[] PLACE =
      Arrays.stream(ActType.values()).mapToInt(WORDS::indexOf).toArray();

  /** What may end a connected referral, in the order of the variants. */
  private static final List<ActType> ENDINGS =
      List.of(ActType.COMPLETE, ActType.WITHDRAW, ActType.LAPSE);

  /** By act: its place among the endings, or -1; looked up at every step. */
  private static final int[] ENDING =
      Arrays.stream(ActType.values()).mapToInt(ENDINGS::indexOf).toArray();

  private static final Status[] AFTER = {Status.CLOSED, Status.ENDED, Status.PAUSED, Status.OPEN};

  private final RuleSystem rules;
  private final int[][] ofReferral;
  private final int[] thanks;
  private final int[] facetOf;
  private final int variants;
  private final int pairs;
  private final int words;

  /**
   * @param ofReferral by the ordinal of the act and by resource: the activity
   * @param thanks by facet: the activity
   */
  ActionNumbers(RuleSystem rules, int[][] ofReferral, int[] thanks) {
    this.rules = rules;
    this.ofReferral = ofReferral;
    this.thanks = thanks;
    this.facetOf = new int[rules.activities()];
    for (int f = 0; f < thanks.length; f++) {
      facetOf[thanks[f]] = f;
    }
    this.variants = rules.activities();
    this.pairs = variants + 2 * ENDINGS.size() * rules.resources();
    this.words = pairs + (thanks.length <= PAIRED ? thanks.length * thanks.length : 0);
  }

  /** How many actions there are. */
  public int count() {
    return words + WORDS.size();
  }

  /** The action of closing. */
  public int close() {
    return words;
  }

  /**
   * The action of a word such as {@code close}.
   *
   * @throws IllegalArgumentException for an act that is no word
   */
  @SuppressWarnings("EnumOrdinal") // arrays, because it is asked at every step
  public int word(ActType act) {
    int place = PLACE[act.ordinal()];
    if (place < 0) {
      throw new IllegalArgumentException(act.commandName());
    }
    return words + place;
  }

  /** Whether it is no activity, but a word such as {@code close}. */
  public boolean isWord(int action) {
    return action >= words;
  }

  /** The status after a word. */
  Status statusAfter(int word) {
    return AFTER[word - words];
  }

  /** Whether it is a pair of thanks. */
  public boolean isPair(int action) {
    return action >= pairs && action < words;
  }

  /**
   * The action of an act that ends a connected referral of the resource; -1 for any other act.
   *
   * @param more whether another referral of the resource stays connected
   */
  @SuppressWarnings("EnumOrdinal") // arrays, because it is asked at every step
  public int endConnected(ActType act, int resource, boolean more) {
    int ending = ENDING[act.ordinal()];
    return ending < 0
        ? -1
        : variants + (2 * ending + (more ? 1 : 0)) * rules.resources() + resource;
  }

  /** The action that one act, or several thanks in one breath, are; -1 for what has no number. */
  public int of(int[] activities) {
    if (activities.length == 1) {
      return activities[0];
    }
    return activities.length == 2 ? pair(activities[0], activities[1]) : -1;
  }

  /** The action that two thanks in one breath are; -1 when pairs have no numbers. */
  public int pair(int first, int second) {
    return pairs < words ? pairs + facetOf[first] * thanks.length + facetOf[second] : -1;
  }

  private int first(int pair) {
    return thanks[(pair - pairs) / thanks.length];
  }

  private int second(int pair) {
    return thanks[(pair - pairs) % thanks.length];
  }

  /** The activities of an action that is no word. */
  public int[] activities(int action) {
    return isPair(action)
        ? new int[] {first(action), second(action)}
        : new int[] {activity(action)};
  }

  /** The activity of an action that is neither a pair nor a word. */
  @SuppressWarnings("EnumOrdinal") // arrays, because it is asked at every step
  public int activity(int action) {
    if (action < variants) {
      return action;
    }
    int resource = (action - variants) % rules.resources();
    int ending = (action - variants) / rules.resources() / 2;
    return ofReferral[ENDINGS.get(ending).ordinal()][resource];
  }

  /** The cell of the resource's referrals after an action of one of them. */
  public int cellAfter(int action, int cell) {
    int activity = activity(action);
    ReferralStep step = rules.step(activity);
    int pending = ReferralCells.pending(cell);
    if (action != activity) {
      boolean more = (action - variants) / rules.resources() % 2 == 1;
      return ReferralCells.of(pending, more);
    }
    return ReferralCells.of(
        ReferralCells.pendingAfter(step, pending),
        step == ReferralStep.CONNECT || ReferralCells.connected(cell));
  }
}
