package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several thanks in one breath: all of it or nothing. */
final class ThanksVectors {
  private ThanksVectors() {}

  static void add(VectorNumbering numbering) {
    List<String> facets = numbering.protocol().appreciation();
    if (facets.isEmpty()) {
      return;
    }
    String all = "thank:" + String.join("+", facets);
    List<String> turned = new ArrayList<>(facets);
    Collections.reverse(turned);

    VectorBuilder early = numbering.opened("thanks/at-once").covers("thanks.one-act").check(all);
    if (early.reaches("thank:" + facets.get(0))) {
      early.check("thank:" + String.join("+", turned));
      numbering.keep(early.check(all).closes());
    }

    // A facet that nobody knows takes the others with it, wherever it stands.
    VectorBuilder unknown =
        numbering.opened("thanks/all-or-nothing").covers("thanks.all-or-nothing");
    if (unknown.reaches("thank:" + facets.get(0))) {
      unknown.check(all + "+no-such-facet").check("thank:no-such-facet+" + facets.get(0));
      unknown.check("close").check("thank:" + facets.get(0) + "+" + facets.get(0));
      numbering.keep(unknown.check("thank:no-such-facet").closes());
    }
  }
}
