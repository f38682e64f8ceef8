package org.peersupport.internal.engine;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.peersupport.protocol.ActivitySet;

/** An {@link ActivitySet} as a bit for each name. Immutable. */
final class ActivityBits extends AbstractSet<String> implements ActivitySet {
  private final KeyIndex universe;
  private final long[] members;

  /** The universe is in code-point order; bit <i>i</i> says whether its <i>i</i>-th is a member. */
  ActivityBits(KeyIndex universe, long[] members) {
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
    return (other instanceof ActivityBits that && that.universe == universe)
        ? Arrays.equals(members, that.members)
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
