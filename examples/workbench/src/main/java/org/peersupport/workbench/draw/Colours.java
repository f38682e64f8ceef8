package org.peersupport.workbench.draw;

/**
 * The few colours of a picture; each is dark on light, and black-and-white print keeps them apart.
 */
final class Colours {
  /** Behind everything. */
  static final String PAPER = "#ffffff";

  /** Texts and most lines. */
  static final String INK = "#16202c";

  /** Within the stages. */
  static final String STAGE = "#eaf2fb";

  /** Within the box of what comes before the close. */
  static final String DEMANDS = "#fbf6e9";

  /** Ways back. */
  static final String BACK = "#96350f";

  /** Frames, and texts that come second. */
  static final String QUIET = "#4a5664";

  private Colours() {}
}
