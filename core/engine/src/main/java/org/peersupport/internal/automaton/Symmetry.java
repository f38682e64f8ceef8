package org.peersupport.internal.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which resources are interchangeable, so that positions which differ only in who plays which part
 * count as one.
 *
 * <p>Two resources are interchangeable when swapping them maps the set of bound rules onto itself,
 * and that of the watched rules too. The method is symmetry reduction with a sorted representative:
 * E. A. Emerson, A. P. Sistla, Symmetry and model checking, Formal Methods in System Design 9,
 * 1996.
 */
final class Symmetry {
  /** Interchangeable resources; what belongs to each of them is listed in matching order. */
  private static final class Orbit {
    final int[] resources;
    final int[][] ownedRules;

    Orbit(int[] resources, int[][] ownedRules) {
      this.resources = resources;
      this.ownedRules = ownedRules;
    }
  }

  private final RuleSystem rules;
  private final int[] kept;
  private final BitSet bound = new BitSet();

  /** By resource: the activity of each step. */
  private final List<Map<ReferralStep, Integer>> activityOf = new ArrayList<>();

  private Symmetry(RuleSystem rules, int[] kept, int bound) {
    this.rules = rules;
    this.kept = kept;
    for (int i = 0; i < bound; i++) {
      this.bound.set(kept[i]);
    }
    for (int x = 0; x < rules.resources(); x++) {
      activityOf.add(new EnumMap<>(ReferralStep.class));
    }
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) >= 0) {
        activityOf.get(rules.resource(a)).put(rules.step(a), a);
      }
    }
  }

  /**
   * The orbits with at least two members among the candidates, as lists of fields: by member, its
   * own fields in matching order, that of the resource last.
   */
  static int[][][] orbits(
      RuleSystem rules,
      int[] kept,
      int bound,
      int[] candidates,
      int[] fieldOfRule,
      int[] fieldOfResource) {
    Symmetry symmetry = new Symmetry(rules, kept, bound);
    return fields(symmetry.find(candidates), fieldOfRule, fieldOfResource);
  }

  private List<Orbit> find(int[] candidates) {
    List<IntList> groups = new ArrayList<>();
    for (int x : candidates) {
      place(x, groups);
    }
    List<Orbit> orbits = new ArrayList<>();
    for (IntList group : groups) {
      Orbit orbit = group.size() < 2 ? null : orbit(group.toArray());
      if (orbit != null) {
        orbits.add(orbit);
      }
    }
    return orbits;
  }

  private void place(int x, List<IntList> groups) {
    for (IntList group : groups) {
      if (interchangeable(group.get(0), x)) {
        group.add(x);
        return;
      }
    }
    IntList alone = new IntList();
    alone.add(x);
    groups.add(alone);
  }

  private boolean interchangeable(int x, int y) {
    if (rules.notice(x) != rules.notice(y)) {
      return false;
    }
    for (int r : kept) {
      if (image(r, x, y) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The rule of its kind, bound or watched, that this one becomes when x and y change places. */
  private int image(int r, int x, int y) {
    if (sameProfile(r, x, r, y)) {
      return r;
    }
    for (int other : kept) {
      if (bound.get(r) == bound.get(other)
          && rules.rule(r).dfa().sameAs(rules.rule(other).dfa())
          && sameProfile(r, x, other, y)
          && sameProfile(r, y, other, x)
          && sameElsewhere(r, other, x, y)) {
        return other;
      }
    }
    return -1;
  }

  /** Whether x is to one rule what y is to the other. */
  private boolean sameProfile(int r, int x, int other, int y) {
    return compareProfiles(r, x, other, y) == 0;
  }

  private int compareProfiles(int r, int x, int other, int y) {
    Map<ReferralStep, Integer> ofX = activityOf.get(x);
    Map<ReferralStep, Integer> ofY = activityOf.get(y);
    for (ReferralStep step : ofX.keySet()) {
      int difference =
          rules.rule(r).letter(ofX.get(step))
              - rules.rule(other).letter(Objects.requireNonNull(ofY.get(step)));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private boolean sameElsewhere(int r, int other, int x, int y) {
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) != x
          && rules.resource(a) != y
          && rules.rule(r).letter(a) != rules.rule(other).letter(a)) {
        return false;
      }
    }
    return true;
  }

  /** Gives each rule that tells the members apart to one member; null when that can't be done. */
  private @Nullable Orbit orbit(int[] members) {
    IntList mine = new IntList();
    int divided = 0;
    for (int r : kept) {
      if (uniform(r, members, -1)) {
        continue;
      }
      divided++;
      if (owner(r, members) == members[0]) {
        mine.add(r);
      }
    }
    int[][] owned = new int[members.length][];
    for (int m = 0; m < members.length; m++) {
      owned[m] = mine.toArray();
      for (int i = 0; m > 0 && i < mine.size(); i++) {
        owned[m][i] = image(mine.get(i), members[0], members[m]);
      }
    }
    return distinct(owned) == divided ? new Orbit(members, owned) : null;
  }

  private static int distinct(int[][] owned) {
    IntList seen = new IntList();
    for (int[] list : owned) {
      for (int r : list) {
        if (seen.indexOf(r) < 0) {
          seen.add(r);
        }
      }
    }
    return seen.size() == owned.length * owned[0].length ? seen.size() : -1;
  }

  /** Whether all members but the one left out are the same to the rule. */
  private boolean uniform(int r, int[] members, int leftOut) {
    int first = -1;
    for (int x : members) {
      if (x == leftOut) {
        continue;
      }
      if (first < 0) {
        first = x;
      } else if (!sameProfile(r, first, r, x)) {
        return false;
      }
    }
    return true;
  }

  private int owner(int r, int[] members) {
    if (members.length == 2) {
      return compareProfiles(r, members[0], r, members[1]) > 0 ? members[0] : members[1];
    }
    for (int x : members) {
      if (uniform(r, members, x)) {
        return x;
      }
    }
    return -1;
  }

  private static int[][][] fields(List<Orbit> orbits, int[] fieldOfRule, int[] fieldOfResource) {
    int[][][] fields = new int[orbits.size()][][];
    for (int o = 0; o < fields.length; o++) {
      Orbit orbit = orbits.get(o);
      fields[o] = new int[orbit.resources.length][];
      for (int m = 0; m < fields[o].length; m++) {
        int[] own = Arrays.copyOf(orbit.ownedRules[m], orbit.ownedRules[m].length + 1);
        for (int i = 0; i < own.length - 1; i++) {
          own[i] = fieldOfRule[own[i]];
        }
        own[own.length - 1] = fieldOfResource[orbit.resources[m]];
        fields[o][m] = own;
      }
    }
    return fields;
  }
}
