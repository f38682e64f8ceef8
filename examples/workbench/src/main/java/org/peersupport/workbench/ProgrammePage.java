package org.peersupport.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peersupport.simulation.programme.Comparison;
import org.peersupport.simulation.programme.Estimate;
import org.peersupport.simulation.programme.Figure;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.SupporterLoad;
import org.peersupport.simulation.programme.Unit;
import org.peersupport.workbench.text.PageLines;

/** What came of a simulated programme, laid out for printing. */
final class ProgrammePage {
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
            "%,d %s of %d %s from %s on, seed %d; conversations under %s as in %s; first contact"
                + " within %s.",
            summary.runs(),
            summary.runs() == 1 ? "run" : "runs",
            scenario.months(),
            scenario.months() == 1 ? "month" : "months",
            scenario.start(),
            summary.seed(),
            summary.chain().protocol().reference(),
            summary.chain().behaviour().id(),
            hours(scenario)));
  }

  private static String hours(Scenario scenario) {
    return number(scenario.contact().limit().toMillis() / 3.6e6, Unit.HOURS);
  }

  private void figures() {
    page.heading("Simulated");
    page.add("%-42s %10s  %-21s %s", "", "mean", "95 % interval of it", "95 % of runs");
    for (Map.Entry<Figure, Estimate> each : summary.figures().entrySet()) {
      Unit unit = each.getKey().unit();
      Estimate estimate = each.getValue();
      page.add(
          "%-42s %10s  %-21s %s",
          each.getKey().words(),
          number(estimate.mean(), unit),
          range(estimate.low(), estimate.high(), unit),
          range(estimate.from(), estimate.to(), unit));
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
          number(load.cases().mean(), Unit.COUNT),
          number(load.hours().mean(), Unit.HOURS),
          number(load.busyShare().mean(), Unit.SHARE),
          range(load.busyShare().from(), load.busyShare().to(), Unit.SHARE));
    }
  }

  private void published() {
    page.heading("Beside what is published");
    page.wrap("", summary.scenario().source());
    page.empty();
    page.add(
        "%-42s %10s %10s  %-18s %s", "", "published", "simulated", "95 % of runs", "this figure");
    for (Comparison each : summary.published()) {
      Unit unit = each.published().figure().unit();
      page.add(
          "%-42s %10s %10s  %-18s %s",
          each.published().figure().words(),
          number(each.published().value(), unit),
          number(each.simulated().mean(), unit),
          range(each.simulated().from(), each.simulated().to(), unit),
          switch (each.published().role()) {
            case INPUT -> "went in";
            case OUTCOME -> each.isUsual() ? "came out" : "came out, differently";
          });
    }
    page.empty();
    for (Comparison each : summary.published()) {
      if (!each.published().note().isEmpty()) {
        page.wrap("- ", each.published().figure().words() + ": " + each.published().note());
      }
    }
  }

  private static String range(double from, double to, Unit unit) {
    return Double.isNaN(from) ? "-" : number(from, unit) + " to " + number(to, unit);
  }

  private static String number(double number, Unit unit) {
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
