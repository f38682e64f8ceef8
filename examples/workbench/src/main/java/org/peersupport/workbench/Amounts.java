package org.peersupport.workbench;

/** Numbers that options have. */
final class Amounts {
  private Amounts() {}

  /**
   * @throws BadInputException if it is less or more
   */
  static void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new BadInputException(
          option + ": a whole number from " + least + " to " + most + " is expected, not " + value);
    }
  }

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
