package org.peersupport.json.data;

/** How a document is laid out. Either way equal values give equal bytes. */
public enum Layout {
  /** One line without any blank that could be left out. */
  LINE,
  /** A member per line, two spaces for each level; lines end in a line feed on every machine. */
  INDENTED
}
