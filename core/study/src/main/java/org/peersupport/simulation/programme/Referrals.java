package org.peersupport.simulation.programme;

import java.util.List;

/**
 * How many people are referred to the programme. They come independently of each other, at any hour
 * of any day: a Poisson process. Immutable.
 *
 * @param perMonth how many are expected in a month: one number for all months, or one for each
 */
public record Referrals(List<Double> perMonth) {
  /** Copies the list. */
  public Referrals {
    perMonth = List.copyOf(perMonth);
  }

  /** The same number in every month. */
  public static Referrals perMonth(double people) {
    return new Referrals(List.of(people));
  }

  /** How many are expected in a month, counted from 0. */
  public double expected(int month) {
    return perMonth.get(perMonth.size() == 1 ? 0 : month);
  }
}
