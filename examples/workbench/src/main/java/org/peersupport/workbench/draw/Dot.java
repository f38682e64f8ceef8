package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Provenance;

/** Writes a picture as a graph for Graphviz. */
final class Dot {
  /** The width of a label, in code points. */
  private static final int WIDTH = 48;

  private static final int TITLE = 4 * WIDTH;

  private final Picture picture;
  private final NodeLabels labels;
  private final StringBuilder text = new StringBuilder();

  private Dot(Picture picture) {
    this.picture = picture;
    this.labels = new NodeLabels(picture, TITLE);
  }

  static String write(Picture picture) {
    return new Dot(picture).write();
  }

  private String write() {
    text.append("digraph ").append(quoted(picture.id())).append(" {\n");
    line("graph [compound=true, fontname=\"sans-serif\", labelloc=t, rankdir=TB,");
    line(
        "  label="
            + label(List.of(picture.title(), picture.reference() + ". " + picture.orderWords())));
    line("  tooltip=" + quoted(Description.of(picture)) + "]");
    line("node [fontname=\"sans-serif\", shape=box]");
    line("edge [fontname=\"sans-serif\"]");
    line("start [shape=oval, label=" + label(labels.start()) + "]");
    if (picture.isOrdered()) {
      picture.stages().forEach(stage -> node("s", stage));
    } else {
      group("order", "In any order", "s", picture.stages());
    }
    line("gate [shape=note, label=" + left(labels.gate()) + "]");
    line("close [shape=oval, label=\"Close\"]");
    arrows();
    if (!picture.beside().isEmpty()) {
      group("beside", "At any time, outside the order", "c", picture.beside());
    }
    offers();
    return text.append('}').toString();
  }

  private void node(String prefix, Stage stage) {
    line(
        prefix
            + stage.place()
            + (" [" + border(stage.provenance()))
            + (", label=" + label(labels.stage(stage)))
            + (", tooltip=" + quoted(stage.title()) + "]"));
  }

  private static String border(Provenance provenance) {
    return switch (provenance) {
      case STATED -> "penwidth=2.5";
      case SECONDARY -> "penwidth=1";
      case PLACEHOLDER -> "penwidth=1.5, style=dashed";
      case OUR_READING -> "penwidth=1.5, style=dotted";
    };
  }

  /** Two columns, held together by edges that are not drawn, so that no order is seen. */
  private void group(String id, String title, String prefix, List<Stage> stages) {
    line("subgraph cluster_" + id + " {");
    line("  label=" + quoted(title));
    stages.forEach(stage -> node(prefix, stage));
    for (int place = 3; place <= stages.size(); place++) {
      line(prefix + (place - 2) + " -> " + prefix + place + " [style=invis]");
    }
    line("}");
  }

  private void arrows() {
    if (picture.isOrdered()) {
      Way.of(picture).forEach(this::arrow);
    } else {
      line("start -> s1 [lhead=cluster_order]");
      line("s" + picture.stages().size() + " -> gate [ltail=cluster_order]");
    }
    line("gate -> close");
  }

  private void arrow(Way way) {
    String style =
        switch (way.kind()) {
          case FORWARD -> picture.isStrict() ? "" : " [style=dashed, label=\"advised\"]";
          case PAST -> " [style=dashed, constraint=false, label=\"past\"]";
          case BACK -> " [style=dotted, constraint=false, label=\"back\"]";
        };
    line(labels.node(way.from()) + " -> " + labels.node(way.to()) + style);
  }

  private void offers() {
    for (Offers offers : picture.offers()) {
      String said = left(List.of(NodeLabels.offers(offers)));
      line("o" + offers.name() + " [shape=note, label=" + said + "]");
    }
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  /** Lines in the middle. */
  private static String label(List<String> lines) {
    return '"' + lines(lines, "\\n") + '"';
  }

  /** Lines that start at the left. */
  private static String left(List<String> lines) {
    return '"' + lines(lines, "\\l") + "\\l\"";
  }

  private static String lines(List<String> lines, String end) {
    List<String> wrapped = new ArrayList<>();
    lines.forEach(line -> wrapped.addAll(Wrapping.byCount(line, WIDTH)));
    return String.join(end, wrapped.stream().map(Dot::escaped).toList());
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** Graphviz takes backslashes for escapes and ampersands for entities of HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
