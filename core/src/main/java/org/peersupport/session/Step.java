package org.peersupport.session;

import java.util.List;

/** An accepted act, as the situation it comes in knows it: where it leads, what it departs from. */
final class Step {
  final Situation next;
  final List<Deviation> deviations;

  Step(Situation next, List<Deviation> deviations) {
    this.next = next;
    this.deviations = deviations;
  }
}
