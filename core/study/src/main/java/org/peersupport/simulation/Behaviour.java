package org.peersupport.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How people act in conversations: after each activity the next is drawn by weight, a first-order
 * Markov choice, and takes a time that is drawn too.
 *
 * <pre>{@code
 * Behaviour behaviour =
 *     Behaviour.of("brief", Map.of("begin:reach-out", 1.0))
 *         .after("begin:reach-out", Map.of("begin:invite-and-listen", 0.9, "end:declined", 0.1))
 *         .otherwise(Map.of("close", 1.0))
 *         .lasting("begin:invite-and-listen", Lognormal.of(Duration.ofMinutes(8), 0.5));
 * }</pre>
 *
 * <p>Choices are activities, {@code close} and {@code end:<reason>}. Their order does not matter:
 * equal behaviours draw alike. Whether it makes sense for a protocol is found out when a {@link
 * ConversationChain} is made of both. Immutable.
 *
 * @param id what people call it, in kebab case
 * @param start the weights of what comes first
 * @param after by activity: the weights of what comes next
 * @param otherwise the weights of what comes after an activity that {@code after} does not name,
 *     and where everything that it names is refused; may be empty
 * @param durations by activity: how long it takes; what is not named takes no time
 */
public record Behaviour(
    String id,
    SortedMap<String, Double> start,
    SortedMap<String, SortedMap<String, Double>> after,
    SortedMap<String, Double> otherwise,
    SortedMap<String, Lognormal> durations) {
  /**
   * The least share of a weight in its row, unless it is 0. Draws tell no less from nothing, about
   * 2<sup>-53</sup>. It has to be that little: what is rare in the whole row may be all that is
   * left where the rest is refused.
   */
  public static final double LEAST_SHARE = 1e-15;

  /** Copies the maps and checks that nothing is null. */
  public Behaviour {
    Objects.requireNonNull(id, "id");
    start = sorted(start);
    SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();
    after.forEach((activity, weights) -> rows.put(activity, sorted(weights)));
    after = Collections.unmodifiableSortedMap(rows);
    otherwise = sorted(otherwise);
    durations = sorted(durations);
  }

  private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
    SortedMap<String, T> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key, Objects.requireNonNull(value, key)));
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** A behaviour of which only the first choice is known. */
  public static Behaviour of(String id, Map<String, Double> start) {
    SortedMap<String, Double> none = new TreeMap<>();
    return new Behaviour(id, sorted(start), new TreeMap<>(), none, new TreeMap<>());
  }

  /** The same with the weights of what comes after an activity. */
  public Behaviour after(String activity, Map<String, Double> weights) {
    SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>(after);
    rows.put(activity, sorted(weights));
    return new Behaviour(id, start, rows, otherwise, durations);
  }

  /** The same with the weights of what comes where nothing else is said. */
  public Behaviour otherwise(Map<String, Double> weights) {
    return new Behaviour(id, start, after, sorted(weights), durations);
  }

  /** The same with the time that an activity takes. */
  public Behaviour lasting(String activity, Lognormal duration) {
    SortedMap<String, Lognormal> all = new TreeMap<>(durations);
    all.put(activity, duration);
    return new Behaviour(id, start, after, otherwise, all);
  }

  /**
   * The same where some activities do not exist, such as those of another variant: what would have
   * been drawn instead is drawn more often. A row of {@code after} of which nothing is left goes.
   */
  public Behaviour without(Set<String> activities) {
    SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();
    left(after, activities)
        .forEach(
            (activity, weights) -> {
              SortedMap<String, Double> row = left(weights, activities);
              if (!row.isEmpty()) {
                rows.put(activity, row);
              }
            });
    return new Behaviour(
        id,
        left(start, activities),
        rows,
        left(otherwise, activities),
        left(durations, activities));
  }

  private static <T> SortedMap<String, T> left(SortedMap<String, T> map, Set<String> without) {
    SortedMap<String, T> left = new TreeMap<>(map);
    left.keySet().removeAll(without);
    return left;
  }
}
