package org.peersupport.json.certification;

import java.util.List;
import org.peersupport.protocol.ExpandedRule;

/** What an override does besides letting an act pass. */
final class OverrideVectors {
  private OverrideVectors() {}

  /** Where no rule is departed from, an override says nothing, whatever its reason. */
  static void add(VectorNumbering numbering) {
    VectorBuilder builder = numbering.opened("override/ignored").covers("override.ignored");
    builder
        .check("pause", VectorBuilder.overriding(VectorBuilder.REASON))
        .check("resume", VectorBuilder.overriding(" "));
    builder.check("resume", VectorBuilder.overriding(VectorBuilder.REASON));
    for (var element : numbering.protocol().elements()) {
      String begin = "begin:" + element.key();
      if (builder.permits(begin)) {
        builder.check(begin, VectorBuilder.overriding(VectorBuilder.REASON));
      }
    }
    numbering.keep(builder.check("end:stopped", VectorBuilder.overriding(" ")));
  }

  /** A referral that an override offered is answered: the answer is a fact, whatever it breaks. */
  static void addAnswers(
      VectorNumbering numbering, ExpandedRule rule, VectorBuilder offered, String act) {
    if (!act.startsWith("offer:")) {
      return;
    }
    offered.check(act, VectorBuilder.overriding(VectorBuilder.REASON));
    if (offered.wasAccepted()) {
      String resource = act.substring("offer:".length());
      offered.about(rule.id()).checkBy(VectorBuilder.PEER, "accept:" + resource);
      List.of("connect:", "complete:").forEach(next -> offered.check(next + resource));
      numbering.keep(offered.closes());
    }
  }

  /** Who takes back the departure is bound by the rule again. */
  static void addCorrected(VectorNumbering numbering, VectorBuilder before, String act) {
    before.check(act, VectorBuilder.overriding(VectorBuilder.REASON));
    if (before.wasAccepted()) {
      before.needs("correct").covers("correction.rule-binds-again");
      numbering.keep(before.check("correct:" + before.seq()).check(act));
    }
  }
}
