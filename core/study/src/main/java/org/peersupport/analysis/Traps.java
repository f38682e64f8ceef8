package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.MinimalSubset;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.search.Detours;

/**
 * Activities after which the shortest way to a close, in acts of the supporter and answers of the
 * peer, is longer by {@value Model#LONGER} or more than just before. The witness is a shortest
 * conversation that ends with such an activity; the rules are a smallest set under which the way
 * after it is that long.
 */
final class Traps {
  private Traps() {}

  static List<Finding> find(Model model, Detours detours) {
    List<Finding> findings = new ArrayList<>();
    detours.found().forEach((act, detour) -> findings.add(finding(model, act, detour)));
    return findings;
  }

  private static Finding finding(Model model, int act, Detours.Detour detour) {
    char[] after = detour.after();
    StateSpace space = new StateSpace(model.rules, model.mandatory, -1);
    int left = space.distance(detour.before());
    int[] way = space.pathToClose(after);
    int length = way == null ? left : way.length;
    BitSet rules = smallest(model, after, left + Model.LONGER);
    String text = model.text(act);
    return new Finding(
        FindingKind.TRAP,
        text,
        model.ids(rules),
        model.phrases.say(
            "finding.trap",
            Map.of(
                "a", model.phrases.act(text),
                "count", Integer.toString(length),
                "steps", way == null ? "" : model.phrases.steps(model.texts(way)),
                "left", Integer.toString(left),
                "rules", model.told(rules))),
        model.texts(detour.trace()));
  }

  private static @Nullable BitSet smallest(Model model, char[] position, int length) {
    return new MinimalSubset() {
      @Override
      protected boolean holds(BitSet set, int largest) {
        StateSpace space = new StateSpace(model.rules, set, -1);
        space.limitTo(Math.min(largest, Model.LIMIT));
        try {
          return space.distance(position) >= length;
        } catch (TooLargeException e) {
          return false;
        } finally {
          spend(space.size());
        }
      }
    }.among(model.mandatory);
  }
}
