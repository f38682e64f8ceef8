package org.peersupport.json.deidentification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.session.Peer;

/**
 * What each department is called afterwards: by its own name when at least k people are of it, and
 * {@value #OTHER} otherwise, so that no name is written that leads to fewer than k people. Where
 * all others together are fewer than k, they are called nothing, like those of whom none is known.
 */
final class Departments {
  static final String OTHER = "other";

  private final int k;
  private final Map<String, Set<String>> people = new HashMap<>();

  Departments(int k) {
    this.k = k;
  }

  /** Counts someone; the same person once for each department. */
  void add(Peer peer) {
    named(peer)
        .ifPresent(name -> people.computeIfAbsent(name, any -> new HashSet<>()).add(peer.id()));
  }

  private static Optional<String> named(Peer peer) {
    return peer.department().filter(name -> !name.isBlank());
  }

  /** How departments are called, now that everyone is counted. */
  DepartmentNames names() {
    Set<String> kept = new HashSet<>();
    Set<String> others = new HashSet<>();
    people.forEach(
        (name, counted) -> {
          if (isOwn(name, counted)) {
            kept.add(name);
          } else {
            others.addAll(counted);
          }
        });
    boolean enough = others.size() >= k;
    return new DepartmentNames(kept, enough, people.size() - kept.size(), others.size());
  }

  /** A department that is really called so is one of the others. */
  private boolean isOwn(String name, Set<String> counted) {
    return counted.size() >= k && !name.equals(OTHER);
  }

  /**
   * What departments are called.
   *
   * @param kept the names that stay
   * @param hasOther whether the rest is called {@value #OTHER}, or nothing
   * @param rare how many names do not stay
   * @param people how many people are of those
   */
  record DepartmentNames(Set<String> kept, boolean hasOther, int rare, int people) {
    DepartmentNames {
      kept = Set.copyOf(kept);
    }

    /** The department of a colleague, as it is written. */
    Optional<String> of(Peer peer) {
      return named(peer)
          .flatMap(
              name ->
                  kept.contains(name)
                      ? Optional.of(name)
                      : Optional.of(OTHER).filter(other -> hasOther));
    }
  }
}
