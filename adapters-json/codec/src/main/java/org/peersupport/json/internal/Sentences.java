package org.peersupport.json.internal;

/** What is expected, in words. Never what came. */
public final class Sentences {
  public static final String STRING = "A string is expected here.";
  static final String TEXT =
      "A text must not contain the character NUL or half of a surrogate pair.";
  static final String FINGERPRINT =
      "A fingerprint is sha-256: and 64 hexadecimal digits in small letters.";
  static final String ID =
      "An id is 1 to 64 letters, digits, dots, underscores and hyphens, starting with a letter or"
          + " digit.";
  static final String KEY = "A key has at most 63 characters.";
  static final String INSTANT =
      "An instant is a date and a time with its offset, as in RFC 3339, such as 2026-03-02T09:00:00Z"
          + " or 2026-03-02T10:00:00.250+01:00.";
  static final String DURATION =
      "A duration is written the ISO-8601 way, such as PT30M, PT12H, P3D or P1W.";
  static final String INTEGER = "A whole number is expected here.";
  static final String SEQ = "A seq is a whole number from 1 to 2147483647.";
  static final String SEQ_OR_NONE = "A seq is a whole number from 0 to 2147483647.";
  public static final String RANGE = "The number is too large or too small.";
  static final String BOOLEAN = "true or false is expected here.";
  public static final String OBJECT = "An object is expected here.";
  static final String ARRAY = "An array is expected here.";
  static final String FOLLOWS_ITSELF =
      "A session does not follow up itself. Name the earlier session, or leave the member out.";
  static final String BLANK = "Say here what was wrong; a blank says nothing.";
  static final String EMPTY = "Say at least one here.";
  public static final String REPEATED = "The member stands here twice. Keep one of them.";
  static final String REPEATED_UNKNOWN =
      "A member in here stands twice in its object. Keep one of them.";

  private Sentences() {}
}
