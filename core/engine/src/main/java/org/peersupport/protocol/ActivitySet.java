package org.peersupport.protocol;

import java.util.Set;

/**
 * A set of activities and words that may be recorded: activities as text, such as {@code
 * begin:reach-out}, and {@code close}, {@code end}, {@code pause}, {@code resume}, {@code
 * transfer}. Iterates in code-point order.
 *
 * <p>Immutable and safe to share between threads.
 */
public interface ActivitySet extends Set<String> {
  /** Whether the activity is a member. */
  default boolean contains(Activity activity) {
    return contains((Object) activity.text());
  }
}
