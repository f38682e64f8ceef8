package org.peersupport.json.internal;

import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.Protocol;

/**
 * The outcome of looking for what a document extends.
 *
 * @param base null if there is a problem
 */
record ResolvedBase(@Nullable Protocol base, Problem problem) {
  private static final Problem NONE = Draft.problem(ProblemCode.UNKNOWN, "", "");

  /** One that was found. */
  static ResolvedBase of(Protocol base) {
    return new ResolvedBase(base, NONE);
  }

  /** One that was not found, and why. */
  static ResolvedBase missing(ProblemCode code, String explanation) {
    return new ResolvedBase(null, Draft.problem(code, "/extends", explanation));
  }
}
