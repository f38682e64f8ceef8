package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.search.UnmetObligationSearch;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.EndReason;

/**
 * Deadlines whose obligation can arise where what discharges it can no longer come. The witness is
 * a shortest conversation whose last moment opens such an obligation; empty when the opening does.
 * One that only elements and thanks can meet is discharged by the end of the conversation, which
 * can always come; it is unmeetable where nothing but the end ever discharges it.
 */
final class UnmeetableDeadlines {
  private UnmeetableDeadlines() {}

  static List<Finding> find(Model model) {
    List<Finding> findings = new ArrayList<>();
    for (Deadline deadline : model.protocol.expandedDeadlines()) {
      int[] stranded = stranded(model, deadline);
      if (stranded != null) {
        findings.add(finding(model, deadline, stranded));
      }
    }
    return findings;
  }

  private static int @Nullable [] stranded(Model model, Deadline deadline) {
    BitSet calling = moments(model, deadline.from());
    BitSet wanted = moments(model, deadline.to());
    return deadline.isOverAtTheEnd(model.protocol.activities())
        ? UnmetObligationSearch.neverMet(model.rules, model.mandatory, calling, wanted, Model.LIMIT)
        : UnmetObligationSearch.stranded(
            model.rules, model.mandatory, calling, wanted, Model.LIMIT);
  }

  private static BitSet moments(Model model, List<String> patterns) {
    BitSet moments = new BitSet();
    for (int a = 0; a < model.rules.activities(); a++) {
      moments.set(a, model.activity(a).matchesAny(patterns));
    }
    moments.set(UnmetObligationSearch.open(model.rules), patterns.contains("open"));
    moments.set(UnmetObligationSearch.close(model.rules), patterns.contains("close"));
    moments.set(UnmetObligationSearch.end(model.rules), patterns.contains("end"));
    return moments;
  }

  private static Finding finding(Model model, Deadline deadline, int[] moments) {
    List<String> witness = new ArrayList<>();
    for (int moment : moments) {
      if (moment == UnmetObligationSearch.close(model.rules)) {
        witness.add("close");
      } else if (moment == UnmetObligationSearch.end(model.rules)) {
        witness.add("end:" + EndReason.STOPPED.wireName());
      } else {
        witness.add(model.text(moment));
      }
    }
    String when =
        witness.isEmpty() ? ".opening" : isOfReferrals(model, deadline, moments) ? ".referral" : "";
    return new Finding(
        FindingKind.UNMEETABLE_DEADLINE,
        deadline.id(),
        List.of(),
        model.phrases.say(
            "finding.unmeetable-deadline" + when,
            Map.of(
                "deadline", model.phrases.nouns.quoted(deadline.id()),
                "b", model.phrases.nouns.anyOf(deadline.to()),
                "steps", model.phrases.steps(witness))),
        witness);
  }

  /** Whether the act of a referral calls for nothing but acts of the same referral. */
  private static boolean isOfReferrals(Model model, Deadline deadline, int[] moments) {
    BitSet wanted = moments(model, deadline.to());
    for (int moment = wanted.nextSetBit(0); moment >= 0; moment = wanted.nextSetBit(moment + 1)) {
      if (!model.isOfReferral(moment)) {
        return false;
      }
    }
    return moments.length > 0 && model.isOfReferral(moments[moments.length - 1]);
  }
}
