package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.search.Monitors;

/**
 * Activities that every conversation that closes contains, although no single mandatory rule says
 * so: only together do they leave no other way. The witness is a shortest conversation that closes.
 */
final class ForcedActs {
  private ForcedActs() {}

  static List<Finding> find(Model model) {
    List<Finding> findings = new ArrayList<>();
    BitSet nothing = new BitSet();
    int[] some = model.whole().pathToClose(model.rules.start());
    if (some == null) {
      return findings;
    }
    for (int act = 0; act < model.rules.activities(); act++) {
      CompiledRule avoided = Monitors.avoided(model.rules, Model.only(act));
      if (contains(some, act)
          && !isAskedFor(model, act)
          && !model.exists(model.mandatory, nothing, avoided)) {
        BitSet rules = model.smallestAgainst(model.mandatory, avoided);
        String text = model.text(act);
        findings.add(
            new Finding(
                FindingKind.FORCED,
                text,
                model.ids(rules),
                model.phrases.say(
                    model.rules.fact(act) ? "finding.forced.fact" : "finding.forced",
                    Map.of("a", model.phrases.act(text), "rules", model.told(rules))),
                shortest(model)));
      }
    }
    return findings;
  }

  private static List<String> shortest(Model model) {
    BitSet nothing = new BitSet();
    int[] shortest =
        model.shortest(model.mandatory, nothing, Monitors.avoided(model.rules, nothing));
    return shortest == null ? List.of() : model.closing(shortest);
  }

  private static boolean contains(int[] activities, int act) {
    for (int activity : activities) {
      if (activity == act) {
        return true;
      }
    }
    return false;
  }

  /** Whether one mandatory rule alone leaves no way without the act. */
  private static boolean isAskedFor(Model model, int act) {
    BitSet without = new BitSet();
    without.set(0, model.rules.activities());
    without.clear(act);
    for (int r = model.mandatory.nextSetBit(0); r >= 0; r = model.mandatory.nextSetBit(r + 1)) {
      if (!model.rules.rule(r).isSatisfiableBy(without)) {
        return true;
      }
    }
    return false;
  }
}
