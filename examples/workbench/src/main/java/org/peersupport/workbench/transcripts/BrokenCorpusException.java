package org.peersupport.workbench.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** A corpus that cannot be read any further; says why, and nothing of what is in it. */
public final class BrokenCorpusException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  BrokenCorpusException(int line, String what) {
    super(what);
    this.line = line;
  }

  /** A parser's message may quote the file, so only its place is kept. */
  static BrokenCorpusException of(JsonProcessingException e, int last, String expected) {
    int line = e.getLocation() == null ? last : e.getLocation().getLineNr();
    return new BrokenCorpusException(
        Math.max(line, 1),
        e instanceof StreamConstraintsException
            ? "something here is longer or nested deeper than any corpus needs"
            : expected);
  }

  /** Where it breaks off. */
  public int line() {
    return line;
  }
}
