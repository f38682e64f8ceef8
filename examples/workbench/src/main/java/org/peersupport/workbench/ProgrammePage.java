package org.peersupport.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peersupport.simulation.programme.Estimate;
import org.peersupport.simulation.programme.GroupLoad;
import org.peersupport.simulation.programme.Metric;
import org.peersupport.simulation.programme.MetricUnit;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.simulation.programme.PublishedComparison;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.SupporterLoad;
import org.peersupport.workbench.text.PageLines;

/** What came of a simulated programme, laid out for printing. */
final class ProgrammePage {
  /** How waits are counted. */
  static final String CENSORED =
      "Waits are those of everybody who was referred: who still waits at the end counts as waiting"
          + " for longer than so far. Conversations are those that began before the end.";

  /** With fewer runs, 2.5 % of them are less than one. */
  private static final int FEW_RUNS = 40;

  /** So many still wait that waits are no steady state. */
  private static final double MANY_UNMET = 0.05;

  private final ProgrammeSummary summary;
  private final PageLines page = new PageLines();

  private ProgrammePage(ProgrammeSummary summary) {
    this.summary = summary;
  }

  /** The lines, none of which ends with a space. */
  static List<String> lines(ProgrammeSummary summary) {
    ProgrammePage page = new ProgrammePage(summary);
    page.head();
    page.figures();
    page.groups();
    page.supporters();
    if (!summary.published().isEmpty()) {
      page.published();
    }
    if (!summary.scenario().assumptions().isEmpty()) {
      page.page.heading("Assumed");
      summary.scenario().assumptions().forEach(each -> page.page.wrap("- ", each));
    }
    return page.page.lines();
  }

  private void head() {
    Scenario scenario = summary.scenario();
    page.title(scenario.title());
    page.empty();
    page.wrap(
        "",
        String.format(
            Locale.ROOT,
            "%s with seed %d of %s. Nobody is in it at the start.",
            runs(summary),
            summary.seed(),
            terms(summary)));
    if (summary.runs() < FEW_RUNS) {
      page.wrap(
          "",
          "With fewer than "
              + FEW_RUNS
              + " runs the range of 95 % of them is that of all; --runs makes more.");
    }
  }

  static String runs(ProgrammeSummary summary) {
    return String.format(
        Locale.ROOT, "%,d %s", summary.runs(), summary.runs() == 1 ? "run" : "runs");
  }

  /** How long it goes on, and how. */
  static String terms(ProgrammeSummary summary) {
    Scenario scenario = summary.scenario();
    return String.format(
        Locale.ROOT,
        "%d %s from %s on; conversations under %s as in %s; first contact within %s",
        scenario.months(),
        scenario.months() == 1 ? "month" : "months",
        scenario.start(),
        summary.chain().protocol().reference(),
        summary.chain().behaviour().id(),
        number(scenario.contact().limit().toMillis() / 3.6e6, MetricUnit.HOURS));
  }

  private void figures() {
    page.heading("Simulated");
    page.add("%-42s %10s  %-21s %s", "", "mean", "95 % interval of it", "95 % of runs");
    for (Map.Entry<Metric, Estimate> each : summary.estimates().entrySet()) {
      MetricUnit unit = each.getKey().unit();
      Estimate estimate = each.getValue();
      page.add(
          "%-42s %10s  %-21s %s",
          each.getKey().words(),
          number(estimate.mean(), unit),
          range(estimate.low(), estimate.high(), unit),
          range(estimate.from(), estimate.to(), unit));
    }
    page.empty();
    page.wrap("", CENSORED);
    double unmet = unmet(summary);
    if (unmet > MANY_UNMET) {
      page.wrap(
          "",
          "At the end "
              + number(unmet, MetricUnit.SHARE)
              + " of those referred had not been contacted. Where supporters cannot keep up, waits"
              + " grow from month to month: they are at least what stands here, and go on growing in"
              + " a longer programme.");
    }
  }

  /** Of those referred, the share whom nobody has contacted at the end. */
  private static double unmet(ProgrammeSummary summary) {
    return summary.estimate(Metric.WAITING).mean() / summary.estimate(Metric.REFERRED).mean();
  }

  private void groups() {
    page.heading("Places of each group");
    page.wrap(
        "",
        "A place is for one person at a time, from the match until that person declines or the last"
            + " conversation is over. Who finds none free waits for one.");
    page.empty();
    page.add(
        "%-20s %-16s %10s %12s %8s %8s   %s",
        "", "department", "supporters", "places each", "people", "taken", "95 % of runs");
    for (GroupLoad load : summary.groups()) {
      page.add(
          "%-20s %-16s %10d %12d %8s %8s   %s",
          load.group().id(),
          load.group().department(),
          load.group().count(),
          load.group().mostCases(),
          number(load.cases().mean(), MetricUnit.COUNT),
          number(load.placesShare().mean(), MetricUnit.SHARE),
          range(load.placesShare().from(), load.placesShare().to(), MetricUnit.SHARE));
    }
  }

  private void supporters() {
    page.heading("Supporters' load");
    page.add(
        "%-20s %-16s %8s %10s %8s   %s",
        "", "department", "people", "hours", "busy", "95 % of runs");
    for (SupporterLoad load : summary.supporters()) {
      page.add(
          "%-20s %-16s %8s %10s %8s   %s",
          load.id(),
          load.department(),
          number(load.cases().mean(), MetricUnit.COUNT),
          number(load.hours().mean(), MetricUnit.HOURS),
          number(load.busyShare().mean(), MetricUnit.SHARE),
          range(load.busyShare().from(), load.busyShare().to(), MetricUnit.SHARE));
    }
  }

  private void published() {
    page.heading("Beside what is published");
    page.wrap("", summary.scenario().source());
    page.empty();
    page.wrap(
        "",
        "What went in was put in, or something was chosen so that it comes out. Only what came out"
            + " says how close the simulation is; the notes below tell what it follows from.");
    page.empty();
    page.add(
        "%-42s %10s %10s  %-18s %s", "", "published", "simulated", "95 % of runs", "this figure");
    for (PublishedComparison each : summary.published()) {
      MetricUnit unit = each.published().metric().unit();
      page.add(
          "%-42s %10s %10s  %-18s %s",
          each.published().metric().words(),
          number(each.published().value(), unit),
          number(each.simulated().mean(), unit),
          range(each.simulated().from(), each.simulated().to(), unit),
          switch (each.published().role()) {
            case INPUT -> "went in";
            case OUTCOME -> each.isUsual() ? "came out" : "came out, differently";
          });
    }
    page.empty();
    for (PublishedComparison each : summary.published()) {
      if (!each.published().note().isEmpty()) {
        page.wrap("- ", each.published().metric().words() + ": " + each.published().note());
      }
    }
  }

  static String range(double from, double to, MetricUnit unit) {
    return Double.isNaN(from) ? "-" : number(from, unit) + " to " + number(to, unit);
  }

  static String number(double number, MetricUnit unit) {
    if (Double.isNaN(number)) {
      return "-";
    }
    return switch (unit) {
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * number);
      case HOURS -> String.format(Locale.ROOT, "%.1f h", number);
      case COUNT ->
          number == Math.rint(number)
              ? String.format(Locale.ROOT, "%,.0f", number)
              : String.format(Locale.ROOT, "%,.2f", number);
    };
  }

  /** A scenario that ships, as a JSON line. */
  static String listed(Scenario scenario) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", scenario.id());
      json.writeStringField("title", scenario.title());
      json.writeStringField("source", scenario.source());
      json.writeStringField("protocol", scenario.talks().protocol());
      json.writeNumberField("months", scenario.months());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }
}
