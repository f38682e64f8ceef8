package org.peersupport.session;

/** A command was refused, for callers who ask for the event anyway. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.code().wireName() + ": " + refusal.explanation());
    this.refusal = refusal;
  }

  /** Why the command was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
