package org.peersupport.simulation.programme;

/** The time-weighted mean of a number of people that changes. Not safe to share between threads. */
final class TimeWeightedMean {
  private int people;
  private int most;
  private long since;

  /** People times milliseconds, until the last change. */
  private long area;

  int people() {
    return people;
  }

  /** The most there were at once. */
  int most() {
    return most;
  }

  /** So many more from an instant on, which is not before that of the last change. */
  void add(int more, long now) {
    area = area(now);
    since = now;
    people += more;
    most = Math.max(most, people);
  }

  /** People times milliseconds, until an instant that is not before the last change. */
  long area(long now) {
    return area + people * (now - since);
  }
}
