package org.peersupport.workbench.comparison;

import java.util.List;
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

  /** What the figures are, and how many are not shown. */
  String introduction() {
    if (leftOut == 0) {
      return note;
    }
    return rows.isEmpty()
        ? note + " All of these are 0 under all variants."
        : note + " " + leftOut + (leftOut == 1 ? " more is" : " more are") + " 0 throughout.";
  }
}
