package org.peersupport.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Status;

/**
 * The course of a session beside its rules: how it came out, and what became of its referrals.
 * Immutable.
 *
 * @param status where the session stands
 * @param urgent the ids of the rules that someone in need still waits for, in expanded order:
 *     mandatory ones that hold always, were satisfied at the opening and are not now
 * @param referrals how often each act of referrals happened, by its text such as {@code
 *     withdraw:chaplaincy}
 * @param reasons how often each reason was given, as {@code end:<reason>}, {@code
 *     decline:<reason>}, {@code lapse:<reason>} and {@code override:<code>}
 * @param stepsBack how many events happened, as they say, before the event that is recorded before
 *     them; what lasts from one to the other is not known then
 */
public record SessionCourse(
    Status status,
    List<String> urgent,
    SortedMap<String, Integer> referrals,
    SortedMap<String, Integer> reasons,
    int stepsBack) {
  /** Copies the collections and checks that nothing is null. */
  public SessionCourse {
    Objects.requireNonNull(status, "status");
    urgent = List.copyOf(urgent);
    referrals = copy(referrals);
    reasons = copy(reasons);
  }

  private static SortedMap<String, Integer> copy(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
