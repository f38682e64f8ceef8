package org.peersupport.protocol;

/** How keys and ids are written. */
public final class Keys {
  private Keys() {}

  /** Whether the text is a key: kebab case, {@code [a-z0-9][a-z0-9-]{0,62}}. */
  public static boolean isKey(String text) {
    if (text.isEmpty() || text.length() > 63 || text.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is an opaque id: {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}. */
  public static boolean isId(String text) {
    if (text.isEmpty() || text.length() > 64) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
      if (!plain && (i == 0 || (c != '.' && c != '_' && c != '-'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
