package org.peersupport.workbench;

/** What a command tells the shell. */
final class ExitStatus {
  /** Done, and nothing found. */
  static final int DONE = 0;

  /** Done, and something found. */
  static final int FOUND = 1;

  /** Bad input or usage; standard error says what. */
  static final int BAD = 2;

  private ExitStatus() {}
}
