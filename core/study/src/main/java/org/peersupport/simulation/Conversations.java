package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.internal.study.Choices;

/**
 * Draws conversations of a chain one at a time, with what happened in each.
 *
 * <p>The conversation of a seed and a number is the session of that number that {@link Simulation}
 * draws with that seed. Safe to share between threads.
 */
public final class Conversations {
  private final Choices choices;
  private final Sampler sampler;
  private final List<TransitionTable.Reason> reasons;
  private final List<String> texts = new ArrayList<>();

  private Conversations(ConversationChain chain) {
    this.choices = chain.structure().choices();
    this.sampler = new Sampler(chain);
    this.reasons = chain.structure().reasons();
    for (int choice = 0; choice < choices.size(); choice++) {
      texts.add(choices.text(choice));
    }
  }

  /** The conversations of a chain. */
  public static Conversations of(ConversationChain chain) {
    return new Conversations(chain);
  }

  /**
   * Draws a conversation.
   *
   * @param number any; each has a conversation of its own
   */
  public DrawnConversation draw(long seed, long number) {
    Told told = new Told();
    int target = new Walk(sampler).through(seed, number, told);
    return new DrawnConversation(told.activities, told.times, ending(target), told.refusals);
  }

  private String ending(int target) {
    if (target >= 0) {
      return "";
    }
    int close = choices.close();
    return texts.get(
        target == ChainStructure.CLOSED ? close : close + 1 + ChainStructure.ENDED - target);
  }

  /** What a conversation tells of itself. */
  private final class Told implements Walk.Listener {
    private final List<String> activities = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<RefusedAttempt> refusals = new ArrayList<>();

    @Override
    public void refused(int choice, int reason) {
      refusals.add(new RefusedAttempt(activities.size(), texts.get(choice), reasons.get(reason)));
    }

    @Override
    public void happened(int activity, long millis) {
      activities.add(texts.get(activity));
      times.add(millis);
    }
  }
}
