package org.peersupport.json;

import java.io.IOException;

/**
 * The refusal to read on after a header of another format or version: what follows may mean
 * something else than it seems to. The message repeats nothing of the header but a version.
 */
public final class LogHeaderException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  LogHeaderException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line of the header, from 1. */
  public int line() {
    return line;
  }
}
