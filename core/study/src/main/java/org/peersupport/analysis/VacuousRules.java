package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.search.Monitors;
import org.peersupport.internal.search.RefusalSearch;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.ExpandedRule;

/**
 * Rules of the document that no conversation that closes activates, because everything that would
 * is dead. The witness is a shortest conversation whose last act would activate the rule, or lead
 * to what does, and is refused.
 */
final class VacuousRules {
  private final Model model;
  private final BitSet dead;
  private final BitSet vacuous = new BitSet();
  private final List<Finding> findings = new ArrayList<>();

  private VacuousRules(Model model, BitSet dead) {
    this.model = model;
    this.dead = dead;
  }

  /**
   * @param dead the activities that come in no conversation that closes
   */
  static VacuousRules of(Model model, BitSet dead) {
    VacuousRules rules = new VacuousRules(model, dead);
    for (int r = 0; r < model.rules.rules(); r++) {
      BitSet activating = model.isOfDocument(r) ? rules.activating(r) : null;
      if (activating != null && rules.isSubset(activating)) {
        rules.add(r, activating);
      }
    }
    return rules;
  }

  /** The numbers of the rules found. */
  BitSet all() {
    return vacuous;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The activities that activate the rule; null when every conversation does. */
  private @Nullable BitSet activating(int r) {
    ExpandedRule rule = model.rule(r);
    if (rule.template().isEmpty() || rule.template().get().isAlwaysActivated()) {
      return null;
    }
    BitSet activating = new BitSet();
    for (int a = 0; a < model.rules.activities(); a++) {
      Activity activity = model.activity(a);
      activating.set(
          a,
          rule.template()
              .get()
              .isActivatedBy(activity.matchesAny(rule.a()), activity.matchesAny(rule.b())));
    }
    return activating;
  }

  private boolean isSubset(BitSet activating) {
    BitSet alive = (BitSet) activating.clone();
    alive.andNot(dead);
    return alive.isEmpty();
  }

  private void add(int r, BitSet activating) {
    vacuous.set(r);
    ExpandedRule rule = model.rule(r);
    BitSet causes =
        model.smallestAgainst(model.mandatory, Monitors.occurs(model.rules, activating));
    List<String> rules = new ArrayList<>();
    rules.add(rule.id());
    if (causes != null) {
      causes.clear(r); // it stands first already
      rules.addAll(model.ids(causes));
    }
    int[] attempt =
        RefusalSearch.shortest(model.rules, model.mandatory, attempts(activating), Model.LIMIT);
    findings.add(
        new Finding(
            FindingKind.VACUOUS_RULE,
            rule.id(),
            rules,
            model.phrases.say("finding.vacuous-rule", Map.of("rule", model.told(r))),
            attempt == null ? List.of() : model.texts(attempt)));
  }

  /** The acts of the supporter that would activate the rule, or come before what does. */
  private BitSet attempts(BitSet activating) {
    BitSet attempts = new BitSet();
    for (int a = activating.nextSetBit(0); a >= 0; a = activating.nextSetBit(a + 1)) {
      attempts.set(a);
      if (model.activity(a).kind().isReferral()) {
        String key = model.activity(a).qualifier();
        attempts.set(model.find(ActivityKind.OFFER, key));
        attempts.set(model.find(ActivityKind.CONNECT, key));
      }
    }
    attempts.and(dead);
    return attempts;
  }
}
