package org.peersupport.session;

import org.peersupport.protocol.Keys;

/** Checks ids without ever repeating what was given. */
final class Ids {
  static final String EXPECTED =
      "an id is 1 to 64 letters, digits, dots, underscores and hyphens, starting with a letter or digit";

  private Ids() {}

  /** As {@code equals}, and quicker where an application hands on the very string it was given. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(String one, String other) {
    return one == other || one.equals(other);
  }

  static void check(String id) {
    if (!Keys.isId(id)) {
      throw new IllegalArgumentException(EXPECTED);
    }
  }
}
