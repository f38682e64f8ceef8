package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.search.Monitors;
import org.peersupport.protocol.ExpandedRule;

/**
 * Rules of the document that the mandatory ones imply without them, in every conversation that
 * closes; the rules of the order may be among those that imply, but are not reported themselves,
 * because nobody wrote them. One that nobody may override must be implied by others that nobody may
 * override. One that holds always must be implied by others that hold always, whatever happens. The
 * witness is a shortest conversation that breaks the rule: without it, the others refuse it.
 */
final class RedundantRules {
  private RedundantRules() {}

  /**
   * @param ignored rules that are not looked at
   */
  static List<Finding> find(Model model, BitSet ignored) {
    List<Finding> findings = new ArrayList<>();
    for (int r = 0; r < model.rules.rules(); r++) {
      if (model.isOfDocument(r) && !ignored.get(r)) {
        CompiledRule broken = Monitors.broken(model.rules, model.rules.rule(r));
        BitSet implying = implying(model, r, broken);
        if (implying != null) {
          findings.add(finding(model, r, implying, broken));
        }
      }
    }
    return findings;
  }

  private static @Nullable BitSet implying(Model model, int r, CompiledRule broken) {
    BitSet others = candidates(model, r);
    if (!model.rules.rule(r).always()) {
      return model.exists(others, new BitSet(), broken)
          ? null
          : model.smallestAgainst(others, broken);
    }
    BitSet always = candidates(model, r);
    always.and(model.rules.bound(Model.only(r), true));
    return model.exists(new BitSet(), always, broken)
        ? null
        : model.smallestImplying(always, broken);
  }

  /** A rule that nobody may override is not implied by one that somebody may. */
  private static BitSet candidates(Model model, int r) {
    BitSet candidates = model.without(r);
    for (int other = 0; other < model.rules.rules(); other++) {
      if (!model.rule(r).overridable() && model.rule(other).overridable()) {
        candidates.clear(other);
      }
    }
    return candidates;
  }

  private static Finding finding(Model model, int r, BitSet implying, CompiledRule broken) {
    ExpandedRule rule = model.rule(r);
    List<String> rules = new ArrayList<>();
    rules.add(rule.id());
    rules.addAll(model.ids(implying));
    int[] breach = model.shortest(new BitSet(), new BitSet(), broken);
    return new Finding(
        FindingKind.REDUNDANT_RULE,
        rule.id(),
        rules,
        model.phrases.say(
            "finding.redundant-rule", Map.of("rule", model.told(r), "rules", model.told(implying))),
        breach == null ? List.of() : model.closing(breach));
  }
}
