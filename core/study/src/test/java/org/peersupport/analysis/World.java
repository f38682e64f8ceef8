package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Party;
import org.peersupport.protocol.Protocol;

/**
 * The life of referrals, as the contract tells it, and some laws beside it. A state lists the
 * states of the laws, then by resource what is pending (0 nothing, 1 offered, 2 accepted), then by
 * resource how many are connected: {@code many} of them stand for as many or more.
 */
final class World {
  final Protocol protocol;
  final List<Activity> activities;
  final List<Law> laws;

  /** By law and state, and in that by activity: the state after it. */
  private final int[][][] steps;

  private final int many;
  private final int resources;
  private final int[] resourceOf;
  private final boolean[] isMove;
  private final boolean[] notice;
  private final boolean[] counted;

  /**
   * @param many up to how many connected referrals are counted, where their outcome matters
   * @param counted by resource: whether it matters; otherwise it is only known whether there is one
   */
  World(Protocol protocol, List<Law> laws, int many, boolean[] counted) {
    this.protocol = protocol;
    this.activities = protocol.activities();
    this.laws = List.copyOf(laws);
    this.steps = laws.stream().map(Law::table).toArray(int[][][]::new);
    this.many = many;
    this.counted = counted.clone();
    this.resources = protocol.resources().size();
    this.notice = new boolean[resources];
    this.resourceOf = new int[activities.size()];
    this.isMove = new boolean[resourceOf.length];
    for (int a = 0; a < resourceOf.length; a++) {
      ActivityKind kind = activities.get(a).kind();
      isMove[a] =
          kind.party() == Party.SUPPORTER
              || kind == ActivityKind.ACCEPT
              || kind == ActivityKind.DECLINE;
      resourceOf[a] = -1;
      for (int x = 0; x < resources; x++) {
        notice[x] = protocol.resources().get(x).consent() == Consent.NOTICE;
        if (activities.get(a).kind().isReferral()
            && activities.get(a).qualifier().equals(protocol.resources().get(x).key())) {
          resourceOf[a] = x;
        }
      }
    }
  }

  /** The same with the resources counted of whose outcomes the laws speak. */
  static World of(Protocol protocol, List<Law> laws, int many) {
    boolean[] counted = new boolean[protocol.resources().size()];
    for (int a = 0; a < protocol.activities().size(); a++) {
      Activity activity = protocol.activities().get(a);
      for (Law law : laws) {
        boolean outcome = isOutcome(activity.kind());
        for (int x = 0; outcome && x < counted.length; x++) {
          counted[x] |=
              law.heeds(a) && protocol.resources().get(x).key().equals(activity.qualifier());
        }
      }
    }
    return new World(protocol, laws, many, counted);
  }

  /** Whether it may be what becomes of a connected referral. */
  static boolean isOutcome(ActivityKind kind) {
    return kind == ActivityKind.COMPLETE
        || kind == ActivityKind.WITHDRAW
        || kind == ActivityKind.LAPSE;
  }

  int[] start() {
    return new int[laws.size() + 2 * resources];
  }

  int pendingCell(int x) {
    return laws.size() + x;
  }

  int connectedCell(int x) {
    return laws.size() + resources + x;
  }

  /** The resource of a referral's act, or -1. */
  int resourceOf(int activity) {
    return resourceOf[activity];
  }

  ActivityKind kind(int activity) {
    return activities.get(activity).kind();
  }

  boolean isFact(int activity) {
    return kind(activity).party() != Party.SUPPORTER;
  }

  /** Whether a continuation may contain it: the supporter's acts and the peer's answers. */
  boolean isMove(int activity) {
    return isMove[activity];
  }

  /** A number for the state. */
  long key(int[] state) {
    long key = 0;
    for (int i = 0; i < state.length; i++) {
      int base = i < steps.length ? steps[i].length : i < steps.length + resources ? 3 : many + 1;
      key = Math.addExact(Math.multiplyExact(key, base), state[i]);
    }
    return key;
  }

  /** Where the activity may lead, laws and referrals: nowhere, to one state or to several. */
  List<int[]> after(int[] state, int activity) {
    int x = resourceOf[activity];
    if (x < 0) {
      int[] moved = state.clone();
      moveLaws(moved, activity);
      return List.of(moved);
    }
    List<int[]> after = new ArrayList<>(3);
    onPending(state, activity, x, after);
    onConnected(state, activity, x, after);
    for (int[] moved : after) {
      moveLaws(moved, activity);
    }
    return after;
  }

  void moveLaws(int[] state, int activity) {
    for (int l = 0; l < steps.length; l++) {
      state[l] = steps[l][state[l]][activity];
    }
  }

  /** The state of another world with as many laws, as this one knows it. */
  int[] reduced(int[] state) {
    int[] reduced = state.clone();
    for (int x = 0; x < resources; x++) {
      reduced[connectedCell(x)] = Math.min(most(x), state[connectedCell(x)]);
    }
    return reduced;
  }

  boolean isCounted(int x) {
    return counted[x];
  }

  /** The act, when it is one of the pending referral, or opens it. */
  void onPending(int[] state, int activity, int x, List<int[]> after) {
    int pending = state[pendingCell(x)];
    int connected = state[connectedCell(x)];
    switch (kind(activity)) {
      case OFFER -> {
        if (pending == 0) {
          after.add(with(state, x, 1, connected));
        }
      }
      case ACCEPT -> {
        if (pending == 1) {
          after.add(with(state, x, 2, connected));
        }
      }
      case DECLINE -> {
        if (pending == 1) {
          after.add(with(state, x, 0, connected));
        }
      }
      case COMPLETE, WITHDRAW -> {
        if (pending == 2) {
          after.add(with(state, x, 0, connected));
        }
      }
      case LAPSE -> {
        if (pending > 0) {
          after.add(with(state, x, 0, connected));
        }
      }
      case CONNECT -> {
        if (pending == 2 || (pending == 1 && notice[x])) {
          after.add(with(state, x, 0, Math.min(most(x), connected + 1)));
        }
      }
      default -> {
        // no act of a referral
      }
    }
  }

  /** The act, when it ends a connected referral. */
  void onConnected(int[] state, int activity, int x, List<int[]> after) {
    int connected = state[connectedCell(x)];
    if (isOutcome(kind(activity)) && connected > 0) {
      after.add(with(state, x, state[pendingCell(x)], connected - 1));
      if (connected == most(x)) {
        after.add(with(state, x, state[pendingCell(x)], connected));
      }
    }
  }

  private int most(int x) {
    return counted[x] ? many : 1;
  }

  private int[] with(int[] state, int x, int pending, int connected) {
    int[] changed = state.clone();
    changed[pendingCell(x)] = pending;
    changed[connectedCell(x)] = connected;
    return changed;
  }
}
