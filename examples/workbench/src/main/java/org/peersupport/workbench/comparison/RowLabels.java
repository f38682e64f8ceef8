package org.peersupport.workbench.comparison;

import java.util.Comparator;
import java.util.List;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.Quantity;

/** What rows are called, and in which order they stand. */
final class RowLabels {
  /** What a referral goes through, and then what else may become of it. */
  private static final List<String> STAGES =
      List.of("offer", "accept", "connect", "complete", "decline", "lapse");

  private final Titles titles;
  private final List<String> elements;

  /**
   * @param titles what the things are called that were counted
   * @param elements the keys of elements, in their order
   */
  RowLabels(Titles titles, List<String> elements) {
    this.titles = titles;
    this.elements = elements;
  }

  /** What the figure is of. */
  String of(ComparedFigure figure) {
    return switch (figure.quantity()) {
      case CLOSED -> "Closed";
      case ENDED -> "Ended early";
      case ENDED_FOR -> "Ended early: " + titles.ofEnd(figure.of());
      case ACTIVITIES -> "Activities";
      case DURATION -> "Time";
      case REFUSED -> "Refused attempts";
      case WITH_REFUSAL -> "With a refused attempt";
      case WITH_EVEN_DRAW -> "In which an even draw decided";
      case ENDED_IN, TIME_IN_ELEMENT -> titles.of(ActivityKind.BEGIN, figure.of());
      case REFUSED_BY_RULE -> titles.ofRule(figure.of());
      case HAPPENED, SESSIONS_WITH -> activity(kind(figure), about(figure));
    };
  }

  private String resource(String key) {
    return key.equals("*") ? "Any resource" : titles.of(ActivityKind.OFFER, key);
  }

  private String activity(String kind, String about) {
    return switch (ActType.ofCommand(kind).orElseThrow()) {
      case BEGIN -> titles.of(ActivityKind.BEGIN, about);
      case OFFER -> resource(about) + ": offered";
      case ACCEPT -> resource(about) + ": accepted";
      case DECLINE -> resource(about) + ": declined";
      case CONNECT -> resource(about) + ": connected";
      case COMPLETE -> resource(about) + ": completed";
      case WITHDRAW -> resource(about) + ": withdrawn";
      case LAPSE -> resource(about) + ": lapsed";
      case CONCERN -> "Concern: " + titles.of(ActivityKind.CONCERN, about);
      case THANK -> "Thanks: " + titles.of(ActivityKind.THANK, about);
      case OPEN, PAUSE, RESUME, TRANSFER, CLOSE, END, CORRECT, VOID -> kind;
    };
  }

  private static String kind(ComparedFigure figure) {
    return figure.of().replaceFirst(":.*", "");
  }

  private static String about(ComparedFigure figure) {
    return figure.of().substring(figure.of().indexOf(':') + 1);
  }

  /** A referral goes from the offer to its completion; elements stay in their order. */
  Comparator<Chapter.Row> order() {
    return Comparator.comparing((Chapter.Row row) -> referral(row.figure()))
        .thenComparing(row -> STAGES.indexOf(kind(row.figure())))
        .thenComparing(row -> elements.indexOf(about(row.figure())));
  }

  /** The resource of a referral; empty for all else. */
  private static String referral(ComparedFigure figure) {
    boolean isReferral =
        figure.quantity() == Quantity.SESSIONS_WITH && STAGES.contains(kind(figure));
    return isReferral ? about(figure) : "";
  }
}
