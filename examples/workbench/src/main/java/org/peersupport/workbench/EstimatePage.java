package org.peersupport.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.simulation.estimation.EstimatedBehaviour;
import org.peersupport.simulation.estimation.EstimatedDuration;
import org.peersupport.simulation.estimation.EstimatedRow;
import org.peersupport.simulation.estimation.HeldOut;

/** Tells in words what stands behind an estimated behaviour. */
final class EstimatePage {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final Console console;
  private final EstimatedBehaviour estimated;

  private EstimatePage(Console console, EstimatedBehaviour estimated) {
    this.console = console;
    this.estimated = estimated;
  }

  /** Tells it on standard error. */
  static void tell(Console console, EstimatedBehaviour estimated) {
    EstimatePage page = new EstimatePage(console, estimated);
    page.head();
    page.rows();
    estimated.warnings().forEach(each -> page.warning(each.pointer(), each.explanation()));
    estimated.heldOut().ifPresent(page::heldOut);
  }

  private void head() {
    console.tell(
        sessions(estimated.sessions())
            + " of "
            + estimated.protocol().reference()
            + ", "
            + came("close")
            + " closed, "
            + came("end:")
            + " ended early, "
            + estimated.unfinished()
            + " without an ending; smoothing "
            + number(estimated.smoothing()));
  }

  /** How often choices that begin so came, after whatever. */
  private long came(String prefix) {
    List<EstimatedRow> rows = new ArrayList<>(estimated.after().values());
    rows.add(estimated.start());
    long sum = 0;
    for (EstimatedRow row : rows) {
      for (Map.Entry<String, Long> each : row.counts().entrySet()) {
        sum += each.getKey().startsWith(prefix) ? each.getValue() : 0;
      }
    }
    return sum;
  }

  private void rows() {
    console.tell("");
    console.tell("Observations behind each row, and behind each duration:");
    row("start", estimated.start(), Optional.empty());
    estimated
        .after()
        .forEach(
            (activity, row) ->
                row(
                    "after " + activity,
                    row,
                    Optional.ofNullable(estimated.durations().get(activity))));
    console.tell("");
  }

  private void row(String name, EstimatedRow row, Optional<EstimatedDuration> duration) {
    String line =
        String.format(
            Locale.ROOT,
            "  %-44s %9d%s",
            name,
            row.observations(),
            duration.map(EstimatePage::times).orElse(""));
    console.tell(line);
  }

  private static String times(EstimatedDuration duration) {
    String left =
        duration.withoutTime() == 0 ? "" : ", " + duration.withoutTime() + " without time left out";
    return duration.observations() == 0
        ? "  takes no time"
        : String.format(Locale.ROOT, " %9d%s", duration.observations(), left);
  }

  private void warning(String pointer, String explanation) {
    console.tell("warning: " + (pointer.isEmpty() ? "" : pointer + ": ") + explanation);
  }

  private void heldOut(HeldOut heldOut) {
    console.tell(
        "Held out: "
            + sessions(heldOut.sessions())
            + " with "
            + heldOut.activities()
            + " activities, endings among them, each foretold given what was permitted");
    if (heldOut.impossible() > 0) {
      console.tell(
          "  "
              + heldOut.impossible()
              + " of them never came in the other sessions, so together they are impossible;"
              + " --smoothing of more than 0 makes them likely");
    } else {
      console.tell(likelihood("  ", heldOut.perActivity(), heldOut.perplexity()));
    }
    console.tell(
        likelihood(
            "  were all that was permitted of " + heldOut.choices() + " choices as likely: ",
            heldOut.evenlyPerActivity(),
            heldOut.evenlyPerplexity()));
  }

  private static String likelihood(String before, double perActivity, double perplexity) {
    return before
        + "log-likelihood per activity "
        + number(perActivity)
        + " (natural logarithm), perplexity "
        + number(perplexity);
  }

  private static String sessions(long count) {
    return count == 1 ? "1 session" : count + " sessions";
  }

  private static String number(double number) {
    BigDecimal rounded = new BigDecimal(number).round(FOUR_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
