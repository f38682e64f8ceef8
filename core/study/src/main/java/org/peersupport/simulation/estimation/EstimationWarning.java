package org.peersupport.simulation.estimation;

import java.util.Objects;

/**
 * Why a part of an estimate is to be taken with care. Immutable.
 *
 * @param code what kind of thing
 * @param pointer its place in the behaviour, a JSON pointer such as {@code /after/begin:reach-out}
 * @param observations how many stand behind it
 * @param explanation what it means and what to do
 */
public record EstimationWarning(
    EstimationWarningCode code, String pointer, long observations, String explanation) {
  /** Checks that nothing is null. */
  public EstimationWarning {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(explanation, "explanation");
  }
}
