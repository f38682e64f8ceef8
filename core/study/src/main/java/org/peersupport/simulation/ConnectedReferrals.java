package org.peersupport.simulation;

import java.util.BitSet;
import java.util.List;
import org.peersupport.internal.study.Choices;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/**
 * How many connected referrals of each resource have to be told apart where a row is drawn from.
 * Any more of them change nothing of what comes: before it could matter whether the last of these
 * is there, others are connected or the conversation is over. So a chain keeps no more in mind,
 * stays small, and is exact still.
 *
 * <p>It is the most by which ends of connected referrals can outnumber new ones, over all ways that
 * the rows leave open; what is pending of the resource is looked at, rules are not. That is the
 * length of a longest path, raised from nought until nothing grows (R. Bellman, On a routing
 * problem, Quarterly of Applied Mathematics 16, 1958). Where referrals may end again and again it
 * has no bound, and is taken to have none from {@value #UNBOUNDED} on.
 */
final class ConnectedReferrals {
  /** From here on there is taken to be no bound. */
  private static final int UNBOUNDED = 15;

  private static final int NOTHING = 0;
  private static final int OFFERED = 1;
  private static final int ACCEPTED = 2;

  /** How many kinds of pending there are, and what is none of them: it is refused. */
  private static final int PENDING = 3;

  private static final int REFUSED = -1;

  private final List<Activity> activities;
  private final int[] following;

  /** By row: the activities that may be drawn where it is the row to draw from. */
  private final BitSet[] possible;

  /**
   * The rows of a behaviour; the one after all of them stands for everything that is permitted.
   *
   * @param following by activity: the row that is drawn from after it
   * @param otherwise the row to fall back on
   * @param even the rows for which anything is drawn where they and {@code otherwise} have nothing
   *     that is permitted
   */
  ConnectedReferrals(
      Protocol protocol,
      Choices choices,
      List<Row> rows,
      int[] following,
      int otherwise,
      BitSet even) {
    this.activities = protocol.activities();
    this.following = following;
    this.possible = new BitSet[rows.size() + 1];
    BitSet anything = new BitSet();
    anything.set(0, activities.size());
    possible[rows.size()] = anything;
    for (int row = 0; row < rows.size(); row++) {
      possible[row] = new BitSet();
      rows.get(row).choices().forEach(possible[row]::set);
      // An early end is always permitted, so nobody falls back from there.
      boolean fallsBack = possible[row].nextSetBit(choices.close() + 1) < 0;
      if (fallsBack && otherwise < rows.size()) {
        rows.get(otherwise).choices().forEach(possible[row]::set);
      }
      if (even.get(row)) {
        possible[row].or(anything);
      }
      possible[row].clear(activities.size(), choices.size());
    }
  }

  /** How many matter, by row; the largest integer where there is no bound. */
  int[] thatMatter(Resource resource, int start) {
    int[] ends = new int[possible.length * PENDING];
    BitSet reached = reached(resource, start * PENDING + NOTHING);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (int node = reached.nextSetBit(0); node >= 0; node = reached.nextSetBit(node + 1)) {
        int more = ends(resource, node, ends);
        grows |= more > ends[node];
        ends[node] = more;
      }
    }
    int[] most = new int[possible.length];
    for (int node = 0; node < ends.length; node++) {
      int here = ends[node] == UNBOUNDED ? Integer.MAX_VALUE : ends[node];
      most[node / PENDING] = Math.max(most[node / PENDING], here);
    }
    return most;
  }

  /** Rows with what is pending of the resource, as one number. */
  private BitSet reached(Resource resource, int start) {
    BitSet reached = new BitSet();
    BitSet todo = new BitSet();
    todo.set(start);
    while (!todo.isEmpty()) {
      int node = todo.nextSetBit(0);
      todo.clear(node);
      reached.set(node);
      BitSet acts = possible[node / PENDING];
      for (int a = acts.nextSetBit(0); a >= 0; a = acts.nextSetBit(a + 1)) {
        int pending = pendingAfter(resource, a, node % PENDING);
        if (pending != REFUSED) {
          todo.set(following[a] * PENDING + pending);
        }
      }
      todo.andNot(reached);
    }
    return reached;
  }

  private int ends(Resource resource, int node, int[] ends) {
    int most = 0;
    BitSet acts = possible[node / PENDING];
    for (int a = acts.nextSetBit(0); a >= 0; a = acts.nextSetBit(a + 1)) {
      int pending = pendingAfter(resource, a, node % PENDING);
      if (pending != REFUSED) {
        int then = ends[following[a] * PENDING + pending];
        most = Math.max(most, then == UNBOUNDED ? then : change(resource, a) + then);
      }
    }
    return most;
  }

  /**
   * What is pending after the activity. What ends a referral is taken to end a connected one here.
   * Where there is none it ends the pending one; then nothing is connected, so nothing has to be
   * told apart, until the resource is offered again, and what comes after an offer is followed
   * anyway.
   */
  private int pendingAfter(Resource resource, int activity, int pending) {
    if (!isAbout(resource, activity)) {
      return pending;
    }
    return switch (activities.get(activity).kind()) {
      case OFFER -> pending == NOTHING ? OFFERED : REFUSED;
      case ACCEPT -> pending == OFFERED ? ACCEPTED : REFUSED;
      case DECLINE -> pending == OFFERED ? NOTHING : REFUSED;
      case CONNECT ->
          pending == ACCEPTED || (pending == OFFERED && resource.consent() == Consent.NOTICE)
              ? NOTHING
              : REFUSED;
      case BEGIN, CONCERN, COMPLETE, WITHDRAW, LAPSE, THANK -> pending;
    };
  }

  /** By how many the activity makes those fewer that are connected. */
  private int change(Resource resource, int activity) {
    if (!isAbout(resource, activity)) {
      return 0;
    }
    return switch (activities.get(activity).kind()) {
      case CONNECT -> -1;
      case COMPLETE, WITHDRAW, LAPSE -> 1;
      case BEGIN, CONCERN, OFFER, ACCEPT, DECLINE, THANK -> 0;
    };
  }

  private boolean isAbout(Resource resource, int activity) {
    Activity act = activities.get(activity);
    return act.kind().isReferral() && act.qualifier().equals(resource.key());
  }
}
