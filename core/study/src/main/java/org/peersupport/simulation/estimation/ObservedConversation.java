package org.peersupport.simulation.estimation;

import java.time.Instant;
import org.peersupport.internal.study.Choices;

/**
 * One conversation as it is observed, for a {@link BehaviourEstimation}.
 *
 * <p>An activity lasts from its instant to that of the next one, or of the ending, without the
 * pauses between. Not safe to share between threads.
 */
public final class ObservedConversation {
  private static final int OVER = -1;

  private final Choices choices;
  private final Permissions permissions;
  private final Observations observations;
  private int state;
  private int row;
  private long since;
  private long lasted;
  private boolean paused;

  ObservedConversation(Choices choices, Permissions permissions, Observations observations) {
    this.choices = choices;
    this.permissions = permissions;
    this.observations = observations;
    this.state = permissions.start();
    observations.sessions++;
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return row == OVER;
  }

  /**
   * What comes next.
   *
   * @param choice an activity, {@code close}, or {@code end:<reason>}
   * @param at when; it counts in whole milliseconds
   * @throws IllegalArgumentException if the protocol has no such choice
   * @throws IllegalStateException if the conversation is over
   */
  public void next(String choice, Instant at) {
    if (isOver()) {
      throw new IllegalStateException("the conversation is over");
    }
    int number = choices.number(choice);
    long now = at.toEpochMilli();
    if (row > 0) {
      observations.lasted(row - 1, time(now));
    }
    observations.chosen(row, permissions.when(state, number), number);
    if (number < choices.activities()) {
      state = permissions.after(state, number);
      row = Observations.rowAfter(number);
    } else {
      row = OVER;
    }
    since = now;
    lasted = 0;
  }

  private long time(long now) {
    return paused ? lasted : lasted + now - since;
  }

  /** Time stands still from then on. */
  public void pause(Instant at) {
    lasted = time(at.toEpochMilli());
    paused = true;
  }

  /** Time goes on from then on. */
  public void resume(Instant at) {
    if (paused) {
      since = at.toEpochMilli();
      paused = false;
    }
  }
}
