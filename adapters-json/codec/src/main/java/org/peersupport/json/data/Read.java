package org.peersupport.json.data;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What came of reading a text: a {@link Value}, or every issue of a {@link Malformed} one.
 * Immutable.
 *
 * <pre>{@code
 * Read<Event> read = PeerSupportJson.readEvent(line, number);
 * if (read instanceof Read.Value<Event> event) {
 *   history.add(event.value());
 * } else {
 *   report(read.issues());
 * }
 * }</pre>
 *
 * @param <T> what is read
 */
public sealed interface Read<T> {
  /**
   * The text is in order.
   *
   * @param value what it says; never null
   */
  record Value<T>(T value) implements Read<T> {
    /** Checks that nothing is null. */
    public Value {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public List<Issue> issues() {
      return List.of();
    }
  }

  /**
   * The text is not in order.
   *
   * @param issues everything that is wrong with it; never empty
   */
  record Malformed<T>(List<Issue> issues) implements Read<T> {
    /** Copies the list and checks that there is something in it. */
    public Malformed {
      issues = List.copyOf(issues);
      if (issues.isEmpty()) {
        throw new IllegalArgumentException("a malformed text has at least one issue");
      }
    }
  }

  /** Everything that is wrong with the text; empty when it is in order. */
  List<Issue> issues();

  /** Whether the text is not in order. */
  default boolean isMalformed() {
    return this instanceof Malformed;
  }

  /**
   * What the text says.
   *
   * @throws MalformedException if it is not in order; with the issues, and nothing of the text
   */
  default T orElseThrow() {
    if (this instanceof Value<T> read) {
      return read.value();
    }
    throw new MalformedException(issues());
  }

  /**
   * Goes on with what the text says, or with what is wrong with it.
   *
   * @param value what to do with the value
   * @param malformed what to do with the issues
   * @return what the one or the other gives
   */
  default <R> R fold(
      Function<? super T, ? extends R> value,
      Function<? super List<Issue>, ? extends R> malformed) {
    return this instanceof Value<T> read ? value.apply(read.value()) : malformed.apply(issues());
  }
}
