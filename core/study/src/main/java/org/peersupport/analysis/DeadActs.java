package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.search.Monitors;
import org.peersupport.internal.search.RefusalSearch;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;

/**
 * Activities that come in no conversation that closes.
 *
 * <p>Only acts of the supporter can be dead of themselves: a concern may come at any time, an
 * answer once there is an offer, an outcome or a withdrawal once there is a yes. What is dead
 * because its resource is, is not reported again. The witness is a shortest conversation whose last
 * act is the dead one, and is refused.
 */
final class DeadActs {
  private final Model model;
  private final BitSet dead = new BitSet();
  private final List<Finding> findings = new ArrayList<>();

  private DeadActs(Model model) {
    this.model = model;
  }

  static DeadActs of(Model model) {
    DeadActs acts = new DeadActs(model);
    for (int i = 0; i < model.rules.moves(); i++) {
      acts.look(model.rules.move(i));
    }
    return acts;
  }

  /** Every activity that is dead, of itself or because of another. */
  BitSet all() {
    return dead;
  }

  List<Finding> findings() {
    return findings;
  }

  private void look(int act) {
    Activity activity = model.activity(act);
    boolean offered =
        !activity.kind().isReferral()
            || activity.kind() == ActivityKind.OFFER
            || !dead.get(model.find(ActivityKind.OFFER, activity.qualifier()));
    boolean peers =
        activity.kind() == ActivityKind.ACCEPT || activity.kind() == ActivityKind.DECLINE;
    if (!offered || peers) {
      return;
    }
    var occurs = Monitors.occurs(model.rules, Model.only(act));
    if (model.exists(model.mandatory, new BitSet(), occurs)) {
      return;
    }
    bury(activity);
    BitSet rules = model.smallestAgainst(model.mandatory, occurs);
    int[] attempt =
        RefusalSearch.shortest(model.rules, model.mandatory, Model.only(act), Model.LIMIT);
    findings.add(
        new Finding(
            kind(activity.kind()),
            activity.text(),
            model.ids(rules),
            model.phrases.say(
                "finding.dead",
                Map.of("a", model.phrases.act(activity.text()), "rules", model.told(rules))),
            attempt == null ? List.of() : model.texts(attempt)));
  }

  private static FindingKind kind(ActivityKind kind) {
    return switch (kind) {
      case BEGIN -> FindingKind.DEAD_ELEMENT;
      case OFFER -> FindingKind.DEAD_RESOURCE;
      case CONCERN, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE, THANK ->
          FindingKind.DEAD_ACTIVITY;
    };
  }

  /** Marks the activity; with an offer, those of its referral. */
  private void bury(Activity activity) {
    if (activity.kind() == ActivityKind.OFFER) {
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.isReferral()) {
          dead.set(model.find(kind, activity.qualifier()));
        }
      }
    } else {
      dead.set(model.find(activity.kind(), activity.qualifier()));
    }
  }
}
