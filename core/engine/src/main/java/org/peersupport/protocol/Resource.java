package org.peersupport.protocol;

import java.util.Objects;

/**
 * Something that can be offered to the peer: a person, a service, a sheet of paper. Immutable.
 *
 * @param key in kebab case, unique among the resources; never null
 * @param title what people call it; never null
 * @param consent what a hand-off takes; never null
 */
public record Resource(String key, String title, Consent consent) {
  /** Checks that nothing is null. */
  public Resource {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(consent, "consent");
  }

  /** A resource to which the peer is connected only after accepting it. */
  public static Resource of(String key, String title) {
    return new Resource(key, title, Consent.REQUIRED);
  }

  /** The same, but the peer is told instead of asked: for emergencies. */
  public Resource byNotice() {
    return new Resource(key, title, Consent.NOTICE);
  }
}
