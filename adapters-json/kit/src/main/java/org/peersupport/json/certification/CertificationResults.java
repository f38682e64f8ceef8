package org.peersupport.json.certification;

import java.time.Instant;
import java.util.List;
import org.peersupport.json.certification.VectorResult.Verdict;

/**
 * The results of a certification: who was tested, with what, and what came of it. Immutable.
 *
 * @param vectors the vectors that were played
 * @param claimed what the subject claims to be capable of
 * @param results what came of every vector, in their order
 * @param subject what the subject calls itself
 * @param at when
 */
record CertificationResults(
    TestVectors vectors,
    Capabilities claimed,
    List<VectorResult> results,
    String subject,
    Instant at) {
  CertificationResults {
    results = List.copyOf(results);
  }

  /** Whether no vector failed. */
  boolean isPassed() {
    return count(Verdict.FAILED) == 0;
  }

  int count(Verdict verdict) {
    return (int) results.stream().filter(each -> each.verdict() == verdict).count();
  }

  /** How many of those that count as failed were never played. */
  int notPlayed() {
    return (int) results.stream().filter(CertificationResults::isNotPlayed).count();
  }

  static boolean isNotPlayed(VectorResult result) {
    return result.verdict() == Verdict.FAILED && !result.isPlayed();
  }

  Coverage clauses() {
    return new Coverage(vectors.vectors(), results, TestVector::clauses);
  }

  Coverage rules() {
    return new Coverage(vectors.vectors(), results, TestVector::rules);
  }

  boolean claims(String capability) {
    return claimed.claims(capability);
  }
}
