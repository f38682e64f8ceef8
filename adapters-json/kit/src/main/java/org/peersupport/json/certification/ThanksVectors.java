package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several thanks in one breath: all of it or nothing. */
final class ThanksVectors {
  private ThanksVectors() {}

  static void add(Casting casting) {
    List<String> facets = casting.protocol().appreciation();
    if (facets.isEmpty()) {
      return;
    }
    String all = "thank:" + String.join("+", facets);
    List<String> turned = new ArrayList<>(facets);
    Collections.reverse(turned);

    Scene early = casting.opened("thanks/at-once").covers("thanks.one-act").check(all);
    if (early.reaches("thank:" + facets.get(0))) {
      early.check("thank:" + String.join("+", turned));
      casting.keep(early.check(all).closes());
    }

    // A facet that nobody knows takes the others with it, wherever it stands.
    Scene unknown = casting.opened("thanks/all-or-nothing").covers("thanks.all-or-nothing");
    if (unknown.reaches("thank:" + facets.get(0))) {
      unknown.check(all + "+no-such-facet").check("thank:no-such-facet+" + facets.get(0));
      unknown.check("close").check("thank:" + facets.get(0) + "+" + facets.get(0));
      casting.keep(unknown.check("thank:no-such-facet").closes());
    }
  }
}
