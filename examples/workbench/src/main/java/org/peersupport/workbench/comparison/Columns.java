package org.peersupport.workbench.comparison;

import java.util.List;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.Quantity.Unit;

/** The columns of a table that holds a variant against the first one. */
final class Columns {
  /** With that of the labels. */
  static final int COUNT = 8;

  private Columns() {}

  /** The headings, the empty one of the labels first. */
  static List<String> headings(int variant) {
    String letter = Variants.letter(variant);
    return List.of("", "A", letter, letter + " - A", "95 % interval", "exact", "effect", "fewer");
  }

  /** What stands in a row beside its label. */
  static List<String> cells(Chapter.Row row, int variant) {
    Unit unit = row.unit();
    ComparedFigure.PairedDifference difference = row.figure().differences().get(variant - 1);
    return List.of(
        FigureFormat.value(unit, row.figure().values().get(0).estimate()),
        FigureFormat.value(unit, row.figure().values().get(variant).estimate()),
        FigureFormat.difference(unit, difference.estimate()),
        FigureFormat.interval(unit, difference.low(), difference.high()),
        FigureFormat.difference(unit, difference.exact()),
        FigureFormat.effect(difference.effect()),
        FigureFormat.reduction(difference.reduction()));
  }
}
