package org.peersupport.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What rules speak about: a kind and a qualifier, such as {@code begin:reach-out}. The qualifier is
 * the key of an element or a resource, a level of concern, or a facet of appreciation.
 *
 * <p>Immutable, compared by value, ordered by the code points of its text.
 *
 * @param kind what is done; never null
 * @param qualifier to or with what; never null
 */
public record Activity(ActivityKind kind, String qualifier) implements Comparable<Activity> {
  /** Checks that nothing is null. */
  public Activity {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(qualifier, "qualifier");
  }

  /**
   * The activity that a text such as {@code begin:reach-out} names. Empty for any other text: a
   * word such as {@code close}, a pattern such as {@code begin:*}, or a qualifier that is no key.
   */
  public static Optional<Activity> parse(String text) {
    int colon = text.indexOf(':');
    String qualifier = text.substring(colon + 1);
    if (colon < 0 || !Keys.isKey(qualifier)) {
      return Optional.empty();
    }
    String name = text.substring(0, colon);
    return Arrays.stream(ActivityKind.values())
        .filter(kind -> kind.wireName().equals(name))
        .findFirst()
        .map(kind -> new Activity(kind, qualifier));
  }

  /** The wire form, {@code kind:qualifier}. */
  public String text() {
    return kind.text(qualifier);
  }

  /** Whether one of the patterns, {@code kind:qualifier} or {@code kind:*}, matches. */
  public boolean matchesAny(List<String> patterns) {
    for (String pattern : patterns) {
      if (matches(pattern)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String pattern) {
    String name = kind.wireName();
    int from = name.length() + 1;
    return pattern.startsWith(name)
        && pattern.startsWith(":", name.length())
        && (pattern.startsWith("*", from)
            ? pattern.length() == from + 1
            : pattern.length() == from + qualifier.length() && pattern.startsWith(qualifier, from));
  }

  /** The wire form: keys of a protocol are no secret. */
  @Override
  public String toString() {
    return text();
  }

  /** By the code points of the text; no kind's name is the beginning of another's. */
  @Override
  public int compareTo(Activity other) {
    return kind == other.kind
        ? qualifier.compareTo(other.qualifier)
        : kind.wireName().compareTo(other.kind.wireName());
  }
}
