package org.peersupport.protocol;

import java.util.Objects;
import java.util.Optional;

/**
 * A key of a protocol's vocabulary with what people call it: a level of concern, a facet of
 * appreciation, a reason. Immutable.
 *
 * @param key in kebab case; never null
 * @param title what people call it; empty where the document gives the key alone; never null
 */
public record TitledKey(String key, Optional<String> title) {
  /** Checks that nothing is null. */
  public TitledKey {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(title, "title");
  }

  /** A key without a title. */
  public static TitledKey of(String key) {
    return new TitledKey(key, Optional.empty());
  }

  /** A key with a title. */
  public static TitledKey of(String key, String title) {
    return new TitledKey(key, Optional.of(title));
  }

  /** What people call it: the title, or the key with spaces. */
  public String name() {
    return title.orElseGet(() -> key.replace('-', ' '));
  }
}
