package org.peersupport.simulation;

/**
 * How often each item occurs in sessions: the sum, the sum of squares, and in how many sessions at
 * all. It counts how often an item was the first of its kind in a session, how often the second,
 * and so on; the three sums follow from that, with one addition for each occurrence and no branch
 * that could be mispredicted. Not safe to share between threads.
 */
final class Occurrences {
  /** Occurrences from this one on are summed up; they are rare. */
  private static final int MANY = 8;

  /** More than occurrences of an item in a session. */
  private static final long NEXT_SESSION = 2L * Walk.LONGEST;

  /** By item and then by how often it occurred before in the session. */
  private final long[] ranks;

  /** By item: those that are no longer told apart, and for each how far it raises the square. */
  private final long[] more;

  private final long[] moreSquares;

  /**
   * By item: the next occurrence, if it is at least that of the session; what is less is of old.
   */
  private final long[] next;

  private long first;

  /** The items of the session, each once. */
  private final int[] touched;

  private int touchedCount;

  Occurrences(int items) {
    ranks = new long[items * MANY];
    more = new long[items];
    moreSquares = new long[items];
    next = new long[items];
    touched = new int[items + 1];
  }

  /** Another session begins. */
  void begin() {
    first += NEXT_SESSION;
    touchedCount = 0;
  }

  /** An item occurred. */
  void count(int item) {
    long number = Math.max(next[item], first);
    next[item] = number + 1;
    long before = number - first;
    touched[touchedCount] = item;
    touchedCount += before == 0 ? 1 : 0;
    if (before < MANY) {
      ranks[item * MANY + (int) before]++;
    } else {
      more[item]++;
      moreSquares[item] += raise(before);
    }
  }

  /** How often an item occurred in the session that was begun last. */
  int here(int item) {
    return (int) (Math.max(next[item], first) - first);
  }

  /** How many items occurred in it at all. */
  int touched() {
    return touchedCount;
  }

  /** One of them. */
  int touched(int place) {
    return touched[place];
  }

  /** How far the square of a number rises when it is followed by the next. */
  private static long raise(long number) {
    return 2 * number + 1;
  }

  /** How often an item occurred. */
  long sum(int item) {
    long sum = more[item];
    for (int before = 0; before < MANY; before++) {
      sum += ranks[item * MANY + before];
    }
    return sum;
  }

  /** How often an item occurred in a session, squared and summed over sessions. */
  long squares(int item) {
    long sum = moreSquares[item];
    for (int before = 0; before < MANY; before++) {
      sum += ranks[item * MANY + before] * raise(before);
    }
    return sum;
  }

  /** In how many sessions an item occurred. */
  long sessions(int item) {
    return ranks[item * MANY];
  }

  /** Adds what occurred in other sessions. */
  void add(Occurrences other) {
    add(ranks, other.ranks);
    add(more, other.more);
    add(moreSquares, other.moreSquares);
  }

  /** Adds numbers to numbers, each to its like. */
  static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }
}
