package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Finds what is to be taken with care. */
final class EstimationWarnings {
  private final List<EstimationWarning> found = new ArrayList<>();

  private EstimationWarnings() {}

  static List<EstimationWarning> of(
      Observations kept,
      EstimatedRow start,
      SortedMap<String, EstimatedRow> after,
      SortedMap<String, EstimatedDuration> durations) {
    EstimationWarnings warnings = new EstimationWarnings();
    if (kept.over == 0) {
      warnings.noEnding();
    }
    warnings.few("/start", start.observations(), "row");
    after.forEach((activity, row) -> warnings.few("/after/" + activity, row.observations(), "row"));
    warnings.few("/otherwise", kept.total(), "row");
    durations.forEach(
        (activity, time) -> {
          if (time.distribution().isPresent()) {
            warnings.few("/durations/" + activity, time.observations(), "duration");
          }
        });
    return warnings.found;
  }

  private void noEnding() {
    found.add(
        new EstimationWarning(
            EstimationWarningCode.NO_ENDING,
            "",
            0,
            "No conversation has ended, so nothing says how they end, and simulated ones do not"
                + " either. Take logs of sessions that are closed or ended; where a corpus was"
                + " imported, its mapping may say how."));
  }

  private void few(String pointer, long observations, String what) {
    if (observations < EstimatedBehaviour.FEW) {
      String stand =
          observations == 1 ? "1 observation stands" : observations + " observations stand";
      found.add(
          new EstimationWarning(
              EstimationWarningCode.FEW_OBSERVATIONS,
              pointer,
              observations,
              stand
                  + " behind this "
                  + what
                  + ", fewer than "
                  + EstimatedBehaviour.FEW
                  + ". Take more sessions, or take it with care."));
    }
  }
}
