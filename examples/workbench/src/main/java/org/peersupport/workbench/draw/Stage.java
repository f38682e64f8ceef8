package org.peersupport.workbench.draw;

import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.Provenance;

/**
 * An element in a picture.
 *
 * @param place counted from 1 among the elements of its kind
 * @param title on one line, as long as it is
 * @param required whether every conversation contains it
 * @param repeatable whether it may begin more than once
 * @param provenance where it comes from
 * @param offers what may be offered in it; empty when the protocol has no resources, or no such
 *     thing can be said of this element
 * @param returns the places of the stages to which a way leads back, rising
 */
record Stage(
    int place,
    String title,
    boolean required,
    boolean repeatable,
    Provenance provenance,
    Optional<Offers> offers,
    List<Integer> returns) {
  Stage {
    returns = List.copyOf(returns);
  }

  /** The need, whether it may be repeated, and where it comes from. */
  String nature() {
    return needWords() + " · " + provenanceWords();
  }

  /** The need, and whether it may be repeated. */
  String needWords() {
    return (required ? "required" : "optional") + (repeatable ? ", may repeat" : "");
  }

  /** Where it comes from, in words. */
  String provenanceWords() {
    return provenance.wireName().replace('-', ' ');
  }

  /** Where ways lead back to, in words; empty when there is none. */
  Optional<String> returnWords() {
    return returns.isEmpty() ? Optional.empty() : Optional.of("may return to " + ranges());
  }

  /** Such as 1–3, 5. */
  private String ranges() {
    StringBuilder said = new StringBuilder();
    for (int first = 0, last; first < returns.size(); first = last + 1) {
      last = first;
      while (last + 1 < returns.size() && returns.get(last + 1) == returns.get(last) + 1) {
        last++;
      }
      said.append(said.isEmpty() ? "" : ", ").append(returns.get(first));
      if (last > first) {
        said.append(last > first + 1 ? "–" : ", ").append(returns.get(last));
      }
    }
    return said.toString();
  }
}
