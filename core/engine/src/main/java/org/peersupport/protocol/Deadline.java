package org.peersupport.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A time limit: each {@code from} activity opens an obligation, and the next {@code to} activity
 * discharges it. A late one is accepted, and the delay recorded.
 *
 * <p>An obligation that a referral's activity opens is discharged by an activity of the same
 * referral, or by one that is no referral's. Immutable.
 *
 * @param id unique among rules and deadlines; never null
 * @param from patterns, as of a {@link Rule}; {@code open}, {@code close} and {@code end} are
 *     patterns here too
 * @param to patterns, likewise
 * @param within how long it may take; more than zero
 * @param because the reason, for people; empty when none is given
 * @param provenance where it comes from; never null
 * @param source the text it comes from; empty when none is given
 */
public record Deadline(
    String id,
    List<String> from,
    List<String> to,
    Duration within,
    String because,
    Provenance provenance,
    Optional<String> source) {
  /** Copies the lists and checks that nothing is null. */
  public Deadline {
    Objects.requireNonNull(id, "id");
    from = List.copyOf(from);
    to = List.copyOf(to);
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(because, "because");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(source, "source");
  }

  /**
   * Whether nothing can meet it once the conversation is over: of all activities only elements and
   * thanks do. Close and end discharge such a deadline too, and none opens with them or later.
   *
   * @param activities those of the protocol that it is of
   */
  public boolean isOverAtTheEnd(List<Activity> activities) {
    for (Activity activity : activities) {
      boolean over = activity.kind() == ActivityKind.BEGIN || activity.kind() == ActivityKind.THANK;
      if (!over && activity.matchesAny(to)) {
        return false;
      }
    }
    return true;
  }

  /** A deadline of our own reading. */
  public static Deadline of(String id, List<String> from, List<String> to, Duration within) {
    return new Deadline(id, from, to, within, "", Provenance.OUR_READING, Optional.empty());
  }

  /** The same between other patterns. */
  public Deadline between(List<String> first, List<String> second) {
    return new Deadline(id, first, second, within, because, provenance, source);
  }

  /** The same with its reason. */
  public Deadline because(String reason) {
    return new Deadline(id, from, to, within, reason, provenance, source);
  }

  /** The same with where it comes from. */
  public Deadline from(Provenance origin, String text) {
    return new Deadline(id, from, to, within, because, origin, Optional.of(text));
  }
}
