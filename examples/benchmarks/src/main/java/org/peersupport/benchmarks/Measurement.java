package org.peersupport.benchmarks;

import java.util.Locale;

/**
 * A measurement beside what it should be and what it must be.
 *
 * @param what is measured
 * @param measured what came out
 * @param aim what it should be
 * @param floor what it must be
 * @param met which of the two is met
 */
record Measurement(String what, String measured, String aim, String floor, String met) {
  private static final double NONE = Double.NaN;

  /** A measurement with an aim and a floor, in a unit such as {@code ns}; at most so much. */
  static Measurement atMost(String what, double measured, String unit, double aim, double floor) {
    String met = measured <= aim ? "aim" : measured <= floor ? "floor" : "no";
    return new Measurement(
        what, text(measured, unit), bound("≤", aim, unit), bound("≤", floor, unit), met);
  }

  /** A measurement with nothing but an aim. */
  static Measurement atMost(String what, double measured, String unit, double aim) {
    return atMost(what, measured, unit, aim, NONE);
  }

  /** A measurement that should be larger. */
  static Measurement moreThan(String what, double measured, String unit, double aim) {
    String met = measured > aim ? "aim" : "no";
    return new Measurement(what, text(measured, unit), bound(">", aim, unit), "", met);
  }

  /** Something that is so, or is not. */
  static Measurement isSo(String what, boolean so) {
    return new Measurement(what, so ? "yes" : "no", "yes", "", so ? "aim" : "no");
  }

  /** Something to know, for which nothing was promised. */
  static Measurement toKnow(String what, double measured, String unit) {
    return new Measurement(what, text(measured, unit), "", "", "");
  }

  private static String bound(String sign, double value, String unit) {
    return Double.isNaN(value) ? "" : sign + " " + text(value, unit);
  }

  private static String text(double value, String unit) {
    String pattern = value == Math.rint(value) || value >= 100 ? "%,.0f %s" : "%.2f %s";
    return String.format(Locale.ROOT, pattern, value, unit);
  }

  /** A row of a Markdown table. */
  String row() {
    return "| " + String.join(" | ", what, measured, aim, floor, met) + " |";
  }
}
