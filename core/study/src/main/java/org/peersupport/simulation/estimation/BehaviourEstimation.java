package org.peersupport.simulation.estimation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import org.peersupport.internal.study.Choices;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.TransitionTable;

/**
 * How people act, learnt from conversations that were observed: for each choice how it weighs after
 * which activity against the others that the protocol permitted just then, and for each activity
 * how long it took.
 *
 * <pre>{@code
 * BehaviourEstimation estimation = BehaviourEstimation.of(protocol);
 * ObservedConversation talk = estimation.conversation("s-1");
 * talk.next("begin:reach-out", nine);
 * talk.next("begin:invite-and-listen", nine.plusSeconds(60));
 * talk.next("close", nine.plusSeconds(600));
 * Behaviour ours = estimation.estimate("ours", BehaviourEstimation.SMOOTHING).behaviour();
 * }</pre>
 *
 * <p>A conversation that never ends counts with all it has and makes no ending; its last activity
 * has no time. Attempts that were refused leave no trace; what they would have been follows from
 * what was chosen after the same activity where they were permitted, and where there is nothing of
 * that, from nothing.
 *
 * <p>Each conversation is followed through the states of the protocol. What came although it was
 * refused, with leave or because nobody enforced the protocol, counts as chosen out of what was
 * permitted and itself, and the rules that it broke bind no more. Thanks for several facets are
 * followed one by one. Where a conversation cannot be followed because the protocol has more states
 * than a {@link TransitionTable} holds, everything counts as permitted.
 *
 * <p>The order of conversations makes no difference, to the last bit. Memory grows with the
 * protocol's states that were met, and with the activities times the different sets of what was
 * permitted, not with the conversations. Not safe to share between threads.
 */
public final class BehaviourEstimation {
  /** What is added to every count unless something else is said. */
  public static final double SMOOTHING = 0.01;

  /** The most that may be added to every count. */
  public static final double MOST_SMOOTHING = 1_000;

  private final Protocol protocol;
  private final Choices choices;
  private final Permissions permissions;
  private final double share;
  private final MessageDigest digest = sha256();
  private final Observations kept;
  private final Observations heldOut;

  private BehaviourEstimation(Protocol protocol, double share) {
    this.protocol = protocol;
    TransitionTable table = TransitionTable.of(protocol);
    this.choices = new Choices(table.alphabet(), table.close(), EndReasons.of(protocol));
    this.permissions = new Permissions(table, choices);
    this.share = share;
    this.kept = new Observations(choices);
    this.heldOut = new Observations(choices);
  }

  /** An estimation that learns from everything. */
  public static BehaviourEstimation of(Protocol protocol) {
    return new BehaviourEstimation(Objects.requireNonNull(protocol, "protocol"), 0);
  }

  /**
   * An estimation that learns from some conversations and is judged by the others.
   *
   * <p>Which ones are held out follows from their ids alone: the first eight bytes of the SHA-256
   * of the id in UTF-8, read as a fraction from 0 on and below 1, are less than the share.
   *
   * @param share of the conversations that are held out, more than 0 and less than 1
   * @throws IllegalArgumentException for another share
   */
  public static BehaviourEstimation holdingOut(Protocol protocol, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("the share that is held out is between 0 and 1");
    }
    return new BehaviourEstimation(Objects.requireNonNull(protocol, "protocol"), share);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The protocol. */
  public Protocol protocol() {
    return protocol;
  }

  /** How many conversations are learnt from so far. */
  public long sessions() {
    return kept.sessions;
  }

  /** How many are held out so far. */
  public long heldOutSessions() {
    return heldOut.sessions;
  }

  /** Whether nothing was chosen in the conversations that are learnt from, so far. */
  public boolean isEmpty() {
    return kept.total() == 0;
  }

  /** Whether nothing was chosen in those that are held out, so far. */
  public boolean isHeldOutEmpty() {
    return heldOut.total() == 0;
  }

  /**
   * A conversation that begins. What is observed counts at once.
   *
   * @param id the id of its session
   */
  public ObservedConversation conversation(String id) {
    Observations where = share > 0 && fraction(id) < share ? heldOut : kept;
    return new ObservedConversation(choices, permissions, where);
  }

  private double fraction(String id) {
    long bits = ByteBuffer.wrap(digest.digest(id.getBytes(UTF_8))).getLong();
    return (bits >>> 11) * 0x1.0p-53;
  }

  /**
   * A conversation that is known as a whole history, corrected where it was corrected. A session
   * that was entered in error counts for nothing.
   *
   * @param history the events of a session, oldest first; none makes no conversation
   * @throws IllegalArgumentException if the protocol does not have what they speak of
   */
  public void add(List<? extends Event> history) {
    List<Event> standing = HistoryReview.effective(history);
    if (!standing.isEmpty() && !HistoryReview.isVoided(protocol(), history)) {
      ObservedSession session = new ObservedSession(conversation(standing.get(0).session()));
      standing.forEach(session::add);
    }
  }

  /**
   * What was learnt so far. Where a set of choices is permitted, each comes with the probability of
   * its weight over the sum of those in the set, as in {@link ConversationChain}; the weights of a
   * row are those that make what was observed most likely, given what was permitted each time.
   * Where nothing was refused they are how often each choice was made, and elsewhere they have the
   * same sum, so that a row shows how much it rests on.
   *
   * <p>Smoothing is additive: each choice that was made anywhere in these conversations, held out
   * or not, counts as made that much more often in every row, at a time when all were permitted
   * that ever were together there, be it by way of others. What was never permitted in a row has
   * the smoothing as its weight. So nothing that people do is impossible, and the likelihood of
   * what was held out is finite.
   *
   * <p>With smoothing 0 it is maximum likelihood. Then choices that were never permitted together,
   * not even by way of others, are weighed against each other by nothing; the weights of each such
   * group have the sum of what was chosen of it. Where one choice came whenever it could, and
   * others only without it, no weights are the most likely, and the others come close to 0.
   *
   * <p>An activity that nothing was observed after has no row; {@code otherwise}, the choices of
   * all rows together, stands for it. A duration is fitted by maximum likelihood to the times that
   * are more than zero: the mean and the standard deviation (with <i>n</i>, not <i>n</i> - 1) of
   * their logarithms.
   *
   * <p>Source: D. Jurafsky, J. H. Martin, Speech and Language Processing, 3rd ed. draft, chapter 3
   * (n-gram language models: add-k smoothing, perplexity, end symbols count); R. D. Luce,
   * Individual Choice Behavior, 1959; D. R. Hunter, MM algorithms for generalized Bradley-Terry
   * models, Annals of Statistics 32(1), 2004; N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous
   * Univariate Distributions 1, 2nd ed., 1994, chapter 14.
   *
   * @param id what the behaviour is called, in kebab case
   * @param smoothing what is added to how often each choice was made, from 0 to {@value
   *     #MOST_SMOOTHING}
   * @throws IllegalArgumentException for another number
   * @throws IllegalStateException when nothing was chosen in any conversation that is learnt from
   */
  public EstimatedBehaviour estimate(String id, double smoothing) {
    if (!(smoothing >= 0 && smoothing <= MOST_SMOOTHING)) {
      throw new IllegalArgumentException("smoothing is from 0 to " + MOST_SMOOTHING);
    }
    if (isEmpty()) {
      throw new IllegalStateException("there is nothing to learn from");
    }
    return new Fitting(protocol, choices, permissions, kept, heldOut, smoothing)
        .estimated(id, share);
  }
}
