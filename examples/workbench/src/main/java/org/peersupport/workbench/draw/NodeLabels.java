package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;

/** What stands in the nodes of a graph, and what the nodes are called; Mermaid and DOT share it. */
final class NodeLabels {
  private final Picture picture;
  private final int longest;

  /**
   * The labels of a picture.
   *
   * @param longest the most code points of a title
   */
  NodeLabels(Picture picture, int longest) {
    this.picture = picture;
    this.longest = longest;
  }

  /** The node at a place of the order. */
  String node(int place) {
    return place == 0 ? "start" : place > picture.stages().size() ? "gate" : "s" + place;
  }

  /** The start of the conversation. */
  List<String> start() {
    List<String> lines = new ArrayList<>(List.of("Start"));
    picture.first().ifPresent(offers -> lines.add("offers " + offers.name()));
    return lines;
  }

  /** A stage, with its place if it has one in an order. */
  List<String> stage(Stage stage) {
    List<String> lines = new ArrayList<>();
    boolean numbered = picture.isOrdered() && !picture.beside().contains(stage);
    String title = Texts.shortened(stage.title(), longest);
    lines.add(numbered ? stage.place() + " " + title : title);
    lines.add(stage.nature());
    stage.returnWords().ifPresent(lines::add);
    stage.offers().ifPresent(offers -> lines.add("offers " + offers.name()));
    return lines;
  }

  /** A set of resources. */
  static String offers(Offers offers) {
    return "offers " + offers.name() + ": " + offers.words();
  }

  /** What must come before the close. */
  List<String> gate() {
    List<String> lines = new ArrayList<>(List.of("Before the close"));
    for (Demand.Kind kind : Demand.Kind.values()) {
      List<Demand> demands = picture.demands(kind);
      if (!demands.isEmpty()) {
        lines.add(kind.heading());
        demands.forEach(demand -> lines.add("· " + demand.line()));
      }
    }
    if (picture.demands().isEmpty()) {
      lines.add("Nothing is asked for");
    }
    return lines;
  }
}
