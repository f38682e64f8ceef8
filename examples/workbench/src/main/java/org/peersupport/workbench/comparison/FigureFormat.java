package org.peersupport.workbench.comparison;

import java.util.Locale;
import org.peersupport.simulation.Quantity.Unit;

/** Figures as people read them: shares in percent, times in minutes. */
final class FigureFormat {
  private static final double MINUTE = 60_000;

  /** What is more is told no further. */
  private static final double MANY = 999.5;

  private FigureFormat() {}

  /** A figure with its unit. */
  static String value(Unit unit, double figure) {
    return Double.isNaN(figure) ? "-" : number(unit, figure) + suffix(unit);
  }

  /** A difference with its sign; of shares in points. */
  static String difference(Unit unit, double figure) {
    return Double.isNaN(figure) ? "-" : signed(unit, figure);
  }

  static String interval(Unit unit, double low, double high) {
    return Double.isNaN(low) ? "-" : signed(unit, low) + " to " + signed(unit, high);
  }

  static String effect(double effect) {
    return !Double.isFinite(effect) ? "-" : withSign(String.format(Locale.ROOT, "%.2f", effect));
  }

  /** How many times; all when nothing of the variance is left. */
  static String reduction(double reduction) {
    if (Double.isNaN(reduction)) {
      return "-";
    }
    if (Double.isInfinite(reduction)) {
      return "all";
    }
    return reduction >= MANY ? ">999" : String.format(Locale.ROOT, "%.1f", reduction);
  }

  private static String suffix(Unit unit) {
    return switch (unit) {
      case SHARE -> " %";
      case COUNT -> "";
      case MILLIS -> " min";
    };
  }

  private static String number(Unit unit, double figure) {
    return switch (unit) {
      case SHARE -> String.format(Locale.ROOT, "%.2f", 100 * figure);
      case COUNT -> String.format(Locale.ROOT, "%.3f", figure);
      case MILLIS -> String.format(Locale.ROOT, "%.2f", figure / MINUTE);
    };
  }

  private static String signed(Unit unit, double figure) {
    return withSign(number(unit, figure));
  }

  /** A plus where there is no minus, and neither for what is rounded to nothing. */
  private static String withSign(String number) {
    if (number.matches("-?0\\.0*")) {
      return number.replace("-", "");
    }
    return number.startsWith("-") ? number : "+" + number;
  }
}
