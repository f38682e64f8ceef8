package org.peersupport.json.certification;

import java.util.List;
import org.peersupport.protocol.ExpandedRule;

/** What an override does besides letting an act pass. */
final class OverrideVectors {
  private OverrideVectors() {}

  /** Where no rule is departed from, an override says nothing, whatever its reason. */
  static void add(Casting casting) {
    Scene scene = casting.opened("override/ignored").covers("override.ignored");
    scene.check("pause", Scene.overriding(Scene.REASON)).check("resume", Scene.overriding(" "));
    scene.check("resume", Scene.overriding(Scene.REASON));
    for (var element : casting.protocol().elements()) {
      String begin = "begin:" + element.key();
      if (scene.permits(begin)) {
        scene.check(begin, Scene.overriding(Scene.REASON));
      }
    }
    casting.keep(scene.check("end:stopped", Scene.overriding(" ")));
  }

  /** A referral that an override offered is answered: the answer is a fact, whatever it breaks. */
  static void addAnswers(Casting casting, ExpandedRule rule, Scene offered, String act) {
    if (!act.startsWith("offer:")) {
      return;
    }
    offered.check(act, Scene.overriding(Scene.REASON));
    if (offered.wasAccepted()) {
      String resource = act.substring("offer:".length());
      offered.about(rule.id()).checkBy(Scene.PEER, "accept:" + resource);
      List.of("connect:", "complete:").forEach(next -> offered.check(next + resource));
      casting.keep(offered.closes());
    }
  }

  /** Who takes back the departure is bound by the rule again. */
  static void addCorrected(Casting casting, Scene before, String act) {
    before.check(act, Scene.overriding(Scene.REASON));
    if (before.wasAccepted()) {
      before.needs("correct").covers("correction.rule-binds-again");
      casting.keep(before.check("correct:" + before.seq()).check(act));
    }
  }
}
