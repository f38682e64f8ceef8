package org.peersupport.json;

/** JSON that is easier to read in a test. */
final class Json {
  private Json() {}

  /** The text with its apostrophes as quotation marks. */
  static String of(String apostrophes) {
    return apostrophes.replace('\'', '"');
  }
}
