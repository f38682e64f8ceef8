package org.peersupport.workbench;

/** Numbers that options have. */
final class Amounts {
  private Amounts() {}

  /**
   * @throws BadInputException if it is less
   */
  static void atLeast(String option, long value, long least) {
    if (value < least) {
      throw new BadInputException(
          option + ": a whole number from " + least + " on is expected, not " + value);
    }
  }
}
