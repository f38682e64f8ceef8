package org.peersupport.workbench.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.Quantity;

/**
 * Figures that answer one question.
 *
 * @param heading the question, in short
 * @param note what the figures are
 * @param rows those under which anything happened
 * @param leftOut how many more are 0 under all variants
 * @param isDrawn whether they are of one kind and fit into one chart
 */
record Chapter(String heading, String note, List<Row> rows, int leftOut, boolean isDrawn) {
  /**
   * A figure with its name.
   *
   * @param label what it is of
   */
  record Row(String label, ComparedFigure figure) {
    Quantity.Unit unit() {
      return figure.quantity().unit();
    }
  }

  /** All that there is to tell, in the order in which it is told. */
  static List<Chapter> of(List<ComparedFigure> figures) {
    return List.of(
            about(
                figures,
                "What share finishes",
                "Shares of conversations that are closed, or end early and for what reason.",
                Quantity.CLOSED,
                Quantity.ENDED,
                Quantity.ENDED_FOR),
            about(
                figures,
                "Where conversations end early",
                "Shares of conversations that end early while they are in an element.",
                Quantity.ENDED_IN),
            of(
                figures,
                "How long conversations are",
                "How many activities they have, how long they take, how many attempts are refused.",
                each ->
                    each.quantity() == Quantity.ACTIVITIES
                        || each.quantity() == Quantity.DURATION
                        || each.quantity() == Quantity.REFUSED,
                false),
            about(
                figures,
                "Refused attempts by rule",
                "How many attempts of a conversation a rule refuses, alone or with others.",
                Quantity.REFUSED_BY_RULE),
            about(
                figures,
                "Time in each element",
                "How long a conversation is in an element.",
                Quantity.TIME_IN_ELEMENT),
            with(figures, "Which elements are begun", "begun", "begin:.*"),
            with(
                figures,
                "What becomes of referrals",
                "offered, accepted, connected and completed, or declined and lapsed",
                "(offer|accept|connect|complete|decline|lapse):.*"),
            with(
                figures,
                "Concerns and thanks",
                "in which a concern is raised, or thanks are said",
                "(concern|thank):.*"))
        .stream()
        .filter(chapter -> !chapter.rows().isEmpty())
        .toList();
  }

  private static Chapter about(
      List<ComparedFigure> figures, String heading, String note, Quantity... quantities) {
    return of(figures, heading, note, each -> List.of(quantities).contains(each.quantity()), true);
  }

  private static Chapter with(
      List<ComparedFigure> figures, String heading, String what, String activities) {
    return of(
        figures,
        heading,
        "Shares of conversations in which it happens at all: " + what + ".",
        each -> each.quantity() == Quantity.SESSIONS_WITH && each.of().matches(activities),
        true);
  }

  private static Chapter of(
      List<ComparedFigure> figures,
      String heading,
      String note,
      Predicate<ComparedFigure> belongs,
      boolean isDrawn) {
    List<Row> rows = new ArrayList<>();
    int leftOut = 0;
    for (ComparedFigure figure : figures) {
      if (belongs.test(figure)) {
        if (figure.values().stream().anyMatch(value -> value.estimate() != 0)) {
          rows.add(new Row(label(figure), figure));
        } else {
          leftOut++;
        }
      }
    }
    List<String> elements =
        figures.stream()
            .filter(each -> each.quantity() == Quantity.ENDED_IN)
            .map(ComparedFigure::of)
            .toList();
    rows.sort(
        Comparator.comparing((Row row) -> stage(row.figure()))
            .thenComparing(row -> elements.indexOf(row.label())));
    return new Chapter(heading, note, List.copyOf(rows), leftOut, isDrawn);
  }

  /** A referral goes from the offer to its completion; elements stay in their order. */
  private static String stage(ComparedFigure figure) {
    List<String> stages = List.of("offer", "accept", "connect", "complete", "decline", "lapse");
    String kind = figure.of().replaceFirst(":.*", "");
    boolean isStage = figure.quantity() == Quantity.SESSIONS_WITH && stages.contains(kind);
    return isStage ? figure.of().substring(kind.length()) + stages.indexOf(kind) : "";
  }

  private static String label(ComparedFigure figure) {
    return switch (figure.quantity()) {
      case CLOSED -> "closed";
      case ENDED -> "ended early";
      case ENDED_FOR -> "ended early: " + figure.of();
      case ACTIVITIES -> "activities";
      case DURATION -> "time";
      case REFUSED -> "refused attempts";
      case ENDED_IN, REFUSED_BY_RULE, TIME_IN_ELEMENT -> figure.of();
      case HAPPENED, SESSIONS_WITH -> activity(figure.of());
    };
  }

  /** What an activity is about, and what happens to it. */
  private static String activity(String text) {
    String about = text.substring(text.indexOf(':') + 1);
    return switch (text.substring(0, text.indexOf(':'))) {
      case "begin" -> about;
      case "offer" -> about + ": offered";
      case "accept" -> about + ": accepted";
      case "decline" -> about + ": declined";
      case "connect" -> about + ": connected";
      case "complete" -> about + ": completed";
      case "lapse" -> about + ": lapsed";
      case "concern" -> "concern: " + about;
      case "thank" -> "thanks: " + about;
      default -> text;
    };
  }

  /** What is not shown, in words; empty when there is nothing. */
  String ofLeftOut() {
    return leftOut == 0
        ? ""
        : leftOut + (leftOut == 1 ? " more is" : " more are") + " 0 throughout.";
  }
}
