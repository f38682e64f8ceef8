package org.peersupport.session;

import java.util.List;
import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;

/**
 * The thanks for one or more facets, such as {@code work} and {@code sharing}. Said in one breath,
 * it counts as one act: all of it or nothing.
 *
 * <p>Immutable and compared by value; nothing is ever null.
 */
@Value.Immutable
@DomainStyle
public abstract sealed class Appreciation permits ImmutableAppreciation {
  Appreciation() {}

  /** What the thanks are for, in the order said; at least one. */
  public abstract List<String> facets();

  /**
   * Thanks for these facets, in the order said.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Appreciation of(String... facets) {
    return of(List.of(facets));
  }

  /**
   * Thanks for these facets, in the order said.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Appreciation of(List<String> facets) {
    return ImmutableAppreciation.of(facets);
  }

  @Value.Check
  void check() {
    if (facets().isEmpty()) {
      throw new IllegalArgumentException("appreciation is for at least one facet");
    }
  }
}
