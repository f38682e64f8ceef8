package org.peersupport.workbench;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peersupport.simulation.programme.Estimate;
import org.peersupport.simulation.programme.Metric;
import org.peersupport.simulation.programme.MetricUnit;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.workbench.text.PageLines;

/** Several simulated programmes beside each other, laid out for printing. */
final class ProgrammeTable {
  private final List<ProgrammeSummary> summaries;
  private final PageLines page = new PageLines();

  private ProgrammeTable(List<ProgrammeSummary> summaries) {
    this.summaries = summaries;
  }

  /** The lines, none of which ends with a space. */
  static List<String> lines(List<ProgrammeSummary> summaries) {
    ProgrammeTable table = new ProgrammeTable(summaries);
    table.head();
    table.means();
    for (int n = 1; n < summaries.size(); n++) {
      table.differences(n);
    }
    return table.page.lines();
  }

  private void head() {
    page.title("Programmes side by side");
    page.empty();
    page.wrap(
        "",
        String.format(
            Locale.ROOT,
            "%s of each with seed %d. Nobody is in them at the start.",
            ProgrammePage.runs(summaries.get(0)),
            summaries.get(0).seed()));
    page.empty();
    for (int n = 0; n < summaries.size(); n++) {
      ProgrammeSummary summary = summaries.get(n);
      page.wrap(
          String.format(Locale.ROOT, "%2d  ", n + 1),
          summary.scenario().title()
              + " ("
              + summary.scenario().id()
              + "): "
              + ProgrammePage.terms(summary)
              + ".");
    }
  }

  private void means() {
    page.heading("Simulated, means over the runs");
    page.add("%-42s%s", "", cells(number -> Integer.toString(number)));
    for (Metric metric : Metric.values()) {
      page.add(
          "%-42s%s",
          metric.words(),
          cells(
              number ->
                  ProgrammePage.number(
                      summaries.get(number - 1).estimate(metric).mean(), metric.unit())));
    }
    page.empty();
    page.wrap("", ProgrammePage.CENSORED);
    page.empty();
    page.wrap(
        "",
        "Differences are taken from run to run: a person of a number has the same delays, answers and"
            + " conversations in each programme, as far as they are described alike, and comes at the"
            + " same time when the referrals are alike. Those of shares are in percentage points.");
  }

  private String cells(IntFunction<String> cell) {
    return IntStream.rangeClosed(1, summaries.size())
        .mapToObj(number -> String.format(Locale.ROOT, " %11s", cell.apply(number)))
        .collect(Collectors.joining());
  }

  private void differences(int place) {
    page.heading(String.format(Locale.ROOT, "How %d differs from 1", place + 1));
    page.add("%-42s %11s  %s", "", "difference", "95 % interval of it");
    for (Metric metric : Metric.values()) {
      Estimate estimate = summaries.get(place).difference(metric, summaries.get(0));
      page.add(
          "%-42s %11s  %s",
          metric.words(),
          signed(estimate.mean(), metric.unit()),
          Double.isNaN(estimate.low())
              ? "-"
              : signed(estimate.low(), metric.unit())
                  + " to "
                  + signed(estimate.high(), metric.unit()));
    }
  }

  private static String signed(double number, MetricUnit unit) {
    if (Double.isNaN(number)) {
      return "-";
    }
    return switch (unit) {
      case SHARE -> nonZero("%+.1f", 100 * number);
      case HOURS -> nonZero("%+.1f", number) + " h";
      case COUNT -> nonZero("%+.2f", number);
    };
  }

  /** What rounds to nothing has no sign. */
  private static String nonZero(String format, double number) {
    String text = String.format(Locale.ROOT, format, number);
    return text.matches("[+-]0[.]0+") ? text.substring(1) : text;
  }
}
