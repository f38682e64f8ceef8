package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws conversations of a chain one at a time, with what happened in each.
 *
 * <p>The conversation of a seed and a number is the session of that number that {@link Simulation}
 * draws with that seed. Safe to share between threads.
 */
public final class Conversations {
  private static final int CHOICES = 0;
  private static final int TIMES = 1;

  private final Choices choices;
  private final Sampler sampler;
  private final List<String> texts = new ArrayList<>();

  private Conversations(ConversationChain chain) {
    this.choices = chain.choices();
    this.sampler = new Sampler(chain);
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
    SplitMix64 random = new SplitMix64();
    random.begin(seed, number, CHOICES);
    SplitMix64 clock = new SplitMix64();
    clock.begin(seed, number, TIMES);
    Sampler s = sampler;
    List<String> activities = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    long refused = 0;
    int state = 0;
    while (true) {
      long bits = random.next();
      int row = s.states[4 * state];
      int place = s.draw(row, bits);
      int target = s.targets[s.states[4 * state + 1] + place];
      if (target <= ConversationChain.REFUSED) {
        refused++;
        row = s.states[4 * state + 2];
        place = s.draw(row, SplitMix64.after(bits));
        target = s.targets[s.states[4 * state + 3] + place];
      }
      int choice = s.choice(row, place);
      if (target < 0) {
        return new DrawnConversation(activities, times, texts.get(choice), refused);
      }
      if (activities.size() == Simulator.LONGEST) {
        return new DrawnConversation(activities, times, "", refused);
      }
      activities.add(texts.get(choice));
      times.add(Simulator.time(s, choice, clock.next()));
      state = target;
    }
  }
}
