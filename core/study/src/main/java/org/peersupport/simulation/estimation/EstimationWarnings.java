package org.peersupport.simulation.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Finds what is to be taken with care. */
final class EstimationWarnings {
  private final List<EstimationWarning> found = new ArrayList<>();

  /** Pointers to the rows of which the most likely weights were not found. */
  private final Set<String> unsettled;

  private EstimationWarnings(Set<String> unsettled) {
    this.unsettled = unsettled;
  }

  static List<EstimationWarning> of(
      Observations kept,
      EstimatedRow start,
      SortedMap<String, EstimatedRow> after,
      SortedMap<String, EstimatedDuration> durations,
      Set<String> unsettled) {
    EstimationWarnings warnings = new EstimationWarnings(unsettled);
    if (kept.over == 0) {
      warnings.noEnding();
    }
    warnings.row("/start", start.observations());
    after.forEach((activity, row) -> warnings.row("/after/" + activity, row.observations()));
    warnings.row("/otherwise", kept.total());
    durations.forEach(
        (activity, time) -> {
          if (time.distribution().isPresent()) {
            warnings.few("/durations/" + activity, time.observations(), "duration");
          }
          warnings.unknown("/durations/" + activity, time.unknown());
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

  private void row(String pointer, long observations) {
    few(pointer, observations, "row");
    if (unsettled.contains(pointer)) {
      found.add(
          new EstimationWarning(
              EstimationWarningCode.UNSETTLED_WEIGHTS,
              pointer,
              observations,
              "The weights of this row still changed when "
                  + MmAlgorithm.MOST_LEAPS
                  + " leaps towards the most likely ones were made, so they foretell other counts than"
                  + " those that were observed. Take more sessions, or more smoothing."));
    }
  }

  private void unknown(String pointer, long times) {
    if (times > 0) {
      found.add(
          new EstimationWarning(
              EstimationWarningCode.UNKNOWN_TIMES,
              pointer,
              times,
              (times == 1 ? "Once" : times + " times")
                  + " an instant went back here, so how long it took is not known and left out."
                  + " Clocks differ, or it was written down later."));
    }
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
