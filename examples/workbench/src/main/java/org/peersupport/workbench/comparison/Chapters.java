package org.peersupport.workbench.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.peersupport.protocol.ActType;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.Quantity;

/** All that there is to tell of a comparison, in the order in which it is told. */
final class Chapters {
  private final List<ComparedFigure> figures;
  private final RowLabels labels;
  private final List<Chapter> chapters = new ArrayList<>();

  private Chapters(List<ComparedFigure> figures, Titles titles) {
    this.figures = figures;
    this.labels =
        new RowLabels(
            titles,
            figures.stream()
                .filter(each -> each.quantity() == Quantity.ENDED_IN)
                .map(ComparedFigure::of)
                .toList());
  }

  /**
   * The chapters that have anything to tell, be it that nothing of theirs happened.
   *
   * @param titles what the things are called that were counted
   */
  static List<Chapter> of(List<ComparedFigure> figures, Titles titles) {
    return new Chapters(figures, titles).all();
  }

  private List<Chapter> all() {
    about(
        "What share finishes",
        "Shares of conversations that are closed, or end early and for what reason.",
        Quantity.CLOSED,
        Quantity.ENDED,
        Quantity.ENDED_FOR);
    about(
        "Where conversations end early",
        "Shares of conversations that end early while they are in an element.",
        Quantity.ENDED_IN);
    add(
        "How long conversations are",
        "How many activities they have, and how long they take.",
        each -> List.of(Quantity.ACTIVITIES, Quantity.DURATION).contains(each.quantity()),
        false);
    add(
        "How often the protocol intervenes",
        "How many attempts of a conversation are refused, and in what share of conversations at"
            + " all. Where nothing that the behaviour says is permitted, an even draw among all that"
            + " is decides.",
        each ->
            List.of(Quantity.REFUSED, Quantity.WITH_REFUSAL, Quantity.WITH_EVEN_DRAW)
                .contains(each.quantity()),
        false);
    about(
        "Refused attempts by rule",
        "How many attempts of a conversation a rule refuses, alone or with others.",
        Quantity.REFUSED_BY_RULE);
    about(
        "Time in each element",
        "How long a conversation is in an element.",
        Quantity.TIME_IN_ELEMENT);
    with("Which elements are begun", "an element is begun", Theme.ELEMENTS);
    with(
        "What becomes of referrals",
        "a resource is offered, accepted, connected and completed, or declined and lapsed",
        Theme.REFERRALS);
    with("Concerns and thanks", "a concern is raised, or thanks are said", Theme.WORDS);
    return chapters.stream()
        .filter(chapter -> chapter.leftOut() > 0 || !chapter.rows().isEmpty())
        .toList();
  }

  private void about(String heading, String note, Quantity... quantities) {
    add(heading, note, each -> List.of(quantities).contains(each.quantity()), true);
  }

  /** What a chapter on activities is about. */
  private enum Theme {
    ELEMENTS,
    REFERRALS,
    WORDS,
    NONE;

    static Theme of(ComparedFigure figure) {
      String word = figure.of().replaceFirst(":.*", "");
      return switch (ActType.ofCommand(word).orElseThrow()) {
        case BEGIN -> ELEMENTS;
        case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> REFERRALS;
        case CONCERN, THANK -> WORDS;
        case OPEN, PAUSE, RESUME, TRANSFER, CLOSE, END, CORRECT, VOID -> NONE;
      };
    }
  }

  private void with(String heading, String what, Theme theme) {
    add(
        heading,
        "Shares of conversations in which " + what + " at all.",
        each -> each.quantity() == Quantity.SESSIONS_WITH && Theme.of(each) == theme,
        true);
  }

  private void add(
      String heading, String note, Predicate<ComparedFigure> belongs, boolean isDrawn) {
    List<ComparedFigure> all = figures.stream().filter(belongs).toList();
    List<Chapter.Row> rows =
        all.stream()
            .filter(each -> each.values().stream().anyMatch(value -> value.estimate() != 0))
            .map(each -> new Chapter.Row(labels.of(each), each))
            .sorted(labels.order())
            .toList();
    chapters.add(new Chapter(heading, note, rows, all.size() - rows.size(), isDrawn));
  }
}
