package org.peersupport.analysis;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of the sentences that findings say. */
final class Sentences {
  private Sentences() {}

  /** The rules that bring something about. */
  static String rules(Model model, @Nullable BitSet rules) {
    return rules == null || rules.isEmpty() ? "the life of referrals" : rules(model.ids(rules));
  }

  /** The rules by name. */
  static String rules(List<String> ids) {
    return (ids.size() == 1 ? "the rule " : "the rules ") + String.join(", ", ids);
  }
}
