package org.peersupport.session;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.peersupport.protocol.Activity;

/**
 * A set of what may be recorded: activities as text, such as {@code begin:reach-out}, and {@code
 * close}, {@code end}, {@code pause}, {@code resume}, {@code transfer}. Iterates in code-point
 * order.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Acts extends AbstractSet<String> {
  private final KeyIndex universe;
  private final long[] members;

  /** The universe is in code-point order; bit <i>i</i> says whether its <i>i</i>-th is a member. */
  Acts(KeyIndex universe, long[] members) {
    this.universe = universe;
    this.members = members;
  }

  boolean has(int number) {
    return (members[number >> 6] & (1L << number)) != 0;
  }

  @Override
  public boolean contains(Object act) {
    int number = act instanceof String text ? universe.find(text) : -1;
    return number >= 0 && has(number);
  }

  /** Whether the activity is a member. */
  public boolean contains(Activity activity) {
    return contains((Object) activity.text());
  }

  @Override
  public int size() {
    int size = 0;
    for (long word : members) {
      size += Long.bitCount(word);
    }
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return (other instanceof Acts acts && acts.universe == universe)
        ? Arrays.equals(members, acts.members)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public Iterator<String> iterator() {
    return new Iterator<>() {
      private int next = from(0);

      private int from(int number) {
        int found = number;
        while (found < universe.size() && !has(found)) {
          found++;
        }
        return found;
      }

      @Override
      public boolean hasNext() {
        return next < universe.size();
      }

      @Override
      public String next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        String act = universe.key(next);
        next = from(next + 1);
        return act;
      }
    };
  }
}
