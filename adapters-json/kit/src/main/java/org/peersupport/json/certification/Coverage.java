package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.peersupport.json.certification.VectorResult.Verdict;

/**
 * What the results say of rules, or of clauses: failed when a vector that covers it failed, skipped
 * when every such vector was skipped, passed otherwise.
 */
final class Coverage {
  private final SortedMap<String, Verdict> verdicts = new TreeMap<>();

  /**
   * @param covered what a vector covers
   */
  Coverage(
      List<TestVector> vectors,
      List<VectorResult> results,
      Function<TestVector, List<String>> covered) {
    for (int i = 0; i < vectors.size(); i++) {
      for (String each : covered.apply(vectors.get(i))) {
        verdicts.merge(each, results.get(i).verdict(), Coverage::together);
      }
    }
  }

  private static Verdict together(Verdict one, Verdict other) {
    if (one == Verdict.FAILED || other == Verdict.FAILED) {
      return Verdict.FAILED;
    }
    return one == Verdict.SKIPPED ? other : one;
  }

  /** All that was covered, in order, and what became of it. */
  SortedMap<String, Verdict> verdicts() {
    return verdicts;
  }

  /** The same by verdict; every verdict is there. */
  Map<Verdict, List<String>> byVerdict() {
    Map<Verdict, List<String>> all = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      all.put(verdict, new ArrayList<>());
    }
    verdicts.forEach((each, verdict) -> all.getOrDefault(verdict, List.of()).add(each));
    return all;
  }
}
