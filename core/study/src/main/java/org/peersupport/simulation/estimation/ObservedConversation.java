package org.peersupport.simulation.estimation;

import java.time.Instant;
import org.peersupport.internal.study.Choices;

/**
 * One conversation as it is observed, for a {@link BehaviourEstimation}.
 *
 * <p>An activity lasts from its instant to that of the next one, or of the ending, without the
 * pauses between. Instants may go back, because clocks differ; how long an activity lasted in which
 * they do is not known, and counted apart. Not safe to share between threads.
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
  private long latest = Long.MIN_VALUE;
  private boolean paused;
  private boolean wentBack;

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
    long now = come(at);
    if (row > 0 && wentBack) {
      observations.wentBack(row - 1);
    } else if (row > 0) {
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
    wentBack = false;
  }

  /** The instant in milliseconds; it is noted when it lies before the one that came before it. */
  private long come(Instant at) {
    long now = at.toEpochMilli();
    wentBack |= now < latest;
    latest = now;
    return now;
  }

  private long time(long now) {
    return paused ? lasted : lasted + now - since;
  }

  /** Time stands still from then on. */
  public void pause(Instant at) {
    lasted = time(come(at));
    paused = true;
  }

  /** Time goes on from then on. */
  public void resume(Instant at) {
    long now = come(at);
    if (paused) {
      since = now;
      paused = false;
    }
  }
}
