package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of stages that stand together because the same may be offered in all of them.
 *
 * @param start whether the start of the conversation comes first
 * @param offers what may be offered; empty when there are no resources
 * @param rows the stages, from left to right and from top to bottom
 */
record Block(boolean start, Optional<Offers> offers, List<List<Stage>> rows) {
  Block {
    rows = List.copyOf(rows);
  }

  /** The blocks of a picture; without an order, stages move to their like. */
  static List<Block> of(Picture picture, int columns) {
    return picture.isOrdered() ? ordered(picture) : unordered(picture, columns);
  }

  private static List<Block> ordered(Picture picture) {
    List<Block> blocks = new ArrayList<>();
    Block last = new Block(true, picture.first(), List.of());
    for (Stage stage : picture.stages()) {
      if (stage.offers().equals(last.offers)) {
        List<List<Stage>> rows = new ArrayList<>(last.rows);
        rows.add(List.of(stage));
        last = new Block(last.start, last.offers, rows);
      } else {
        blocks.add(last);
        last = new Block(false, stage.offers(), List.of(List.of(stage)));
      }
    }
    blocks.add(last);
    return blocks;
  }

  private static List<Block> unordered(Picture picture, int columns) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(true, picture.first(), List.of()));
    Map<Optional<Offers>, List<Stage>> alike = new LinkedHashMap<>();
    for (Stage stage : picture.stages()) {
      alike.computeIfAbsent(stage.offers(), none -> new ArrayList<>()).add(stage);
    }
    alike.forEach((offers, stages) -> blocks.add(new Block(false, offers, rows(stages, columns))));
    return blocks;
  }

  /** The stages in rows of so many. */
  static List<List<Stage>> rows(List<Stage> stages, int columns) {
    List<List<Stage>> rows = new ArrayList<>();
    for (int i = 0; i < stages.size(); i += columns) {
      rows.add(stages.subList(i, Math.min(i + columns, stages.size())));
    }
    return rows;
  }
}
