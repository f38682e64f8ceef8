package org.peersupport.protocol;

import java.time.Duration;

/**
 * How large a protocol may be. Far above any published programme; their purpose is that a hostile
 * or broken document gets an answer instead of eating memory.
 */
public final class Limits {
  /** Elements of a protocol. */
  public static final int ELEMENTS = 64;

  /** Resources of a protocol. */
  public static final int RESOURCES = 32;

  /** Levels of concern, and facets of appreciation, of a protocol. */
  public static final int LEVELS = 32;

  /** Rules of a protocol after expansion. */
  public static final int RULES = 256;

  /** Deadlines of a protocol. */
  public static final int DEADLINES = 64;

  /** Examples of a protocol, and activities of an example. */
  public static final int EXAMPLES = 1_000;

  /** The largest count of a rule. */
  public static final int COUNT = 99;

  /** The characters of a title, a purpose, a reason, a source or a prompt. */
  public static final int TEXT = 4_000;

  /** The problems that are reported of one protocol; after them it stops looking. */
  public static final int PROBLEMS = 1_000;

  /** The longest deadline. */
  public static final Duration WITHIN = Duration.ofDays(36_525);

  private Limits() {}
}
