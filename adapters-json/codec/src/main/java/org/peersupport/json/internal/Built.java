package org.peersupport.json.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;

/**
 * What comes of building what a document says.
 *
 * @param protocol null if there are problems
 * @param problems at their places in the document
 */
record Built(@Nullable Protocol protocol, List<Problem> problems) {
  static Built of(Draft draft, BaseResolver bases) {
    if (draft.base == null) {
      return built(draft);
    }
    ResolvedBase found = bases.find(draft);
    Protocol base = found.base();
    if (base == null) {
      return new Built(null, List.of(found.problem()));
    }
    Overlay overlay = new Overlay(draft, base);
    Built whole = built(overlay.resolved());
    List<Problem> problems = new ArrayList<>(overlay.problems());
    whole.problems().forEach(problem -> problems.add(overlay.inVariant(problem)));
    return problems.isEmpty() ? whole : new Built(null, problems);
  }

  private static Built built(Draft whole) {
    try {
      return new Built(whole.parts().build(), List.of());
    } catch (InvalidProtocolException e) {
      return new Built(null, e.problems());
    }
  }
}
