package org.peersupport.json.data;

import org.peersupport.json.PeerSupportJson;

/**
 * How large a text may be. Far above what any programme writes; their purpose is that a hostile or
 * broken text gets an answer instead of eating memory. The number of tokens is bounded by the size.
 *
 * <p>They hold for {@link PeerSupportJson}. An application's own {@code ObjectMapper} keeps to its
 * own limits of size and depth, and to those of entries and issues.
 */
public final class JsonLimits {
  /** The bytes, in UTF-8, of a command or a query. */
  public static final int LINE_BYTES = 1_000_000;

  /** The bytes, in UTF-8, of an event: more, because an override's reason is told for each rule. */
  public static final int EVENT_BYTES = 16_000_000;

  /**
   * The bytes, in UTF-8, of a line of a ledger: more, because each confidential text has a
   * commitment and a salt.
   */
  public static final int LEDGER_BYTES = 48_000_000;

  /** The bytes, in UTF-8, of a protocol document or a behaviour document. */
  public static final int DOCUMENT_BYTES = 10_000_000;

  /** How deep objects and arrays may be nested, the outermost counted as one. */
  public static final int DEPTH = 64;

  /** The characters of a string. */
  public static final int STRING_CHARACTERS = 100_000;

  /** The characters of the name of a member. */
  public static final int NAME_CHARACTERS = 1_000;

  /** The digits of a number. */
  public static final int NUMBER_DIGITS = 1_000;

  /**
   * The entries of an array that is read, where {@link org.peersupport.protocol.Limits} has no
   * less.
   */
  public static final int ENTRIES = 1_000;

  /** The entries of all arrays of one text that are read. */
  public static final int ENTRIES_IN_ALL = 100_000;

  /** The issues that are reported of one text; the last of them says that there are more. */
  public static final int ISSUES = 1_000;

  private JsonLimits() {}
}
