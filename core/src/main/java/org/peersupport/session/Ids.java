package org.peersupport.session;

import org.peersupport.protocol.Keys;

/** Checks ids without ever repeating what was given. */
final class Ids {
  static final String EXPECTED =
      "an id is 1 to 64 letters, digits, dots, underscores and hyphens, starting with a letter or digit";

  private Ids() {}

  static void check(String id) {
    if (!Keys.isId(id)) {
      throw new IllegalArgumentException(EXPECTED);
    }
  }
}
