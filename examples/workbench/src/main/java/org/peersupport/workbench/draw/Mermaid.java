package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peersupport.protocol.Provenance;

/** Writes a picture as a flowchart of Mermaid. */
final class Mermaid {
  /** The most code points of a title; Mermaid refuses texts of more than 50,000 characters. */
  private static final int TITLE = 100;

  /** Invisible; keeps two dollars from being taken for a formula, and a backslash for an escape. */
  private static final String WORD_JOINER = "#8288;";

  private static final Pattern LISTED = Pattern.compile("\\d+[.)]");
  private static final int LINE = 400;
  private static final int LINES = 40;

  private final Picture picture;
  private final NodeLabels labels;
  private final StringBuilder text = new StringBuilder("flowchart TB\n");

  private Mermaid(Picture picture) {
    this.picture = picture;
    this.labels = new NodeLabels(picture, TITLE);
  }

  static String write(Picture picture) {
    return new Mermaid(picture).write();
  }

  private String write() {
    line("accTitle: " + aside(picture.title()));
    line("accDescr: " + aside(Texts.shortened(Description.of(picture), 6_000)));
    line("start([" + label(labels.start()) + "])");
    if (picture.isOrdered()) {
      picture.stages().forEach(stage -> node("s", stage));
    } else {
      group("order", "In any order", "s", picture.stages());
    }
    line("gate[" + label(gate()) + "]");
    line("done([\"Close\"])");
    arrows();
    if (!picture.beside().isEmpty()) {
      group("beside", "At any time, outside the order", "c", picture.beside());
    }
    offers();
    styles();
    return text.toString().stripTrailing();
  }

  private void node(String prefix, Stage stage) {
    String label = label(labels.stage(stage));
    line(prefix + stage.place() + "[" + label + "]:::" + style(stage.provenance()));
  }

  private static String label(List<String> lines) {
    return '"' + String.join("<br/>", lines.stream().map(Mermaid::escaped).toList()) + '"';
  }

  /** Two columns, held together by links that are not drawn, so that no order is seen. */
  private void group(String id, String title, String prefix, List<Stage> stages) {
    line("subgraph " + id + " [\"" + title + "\"]");
    line("direction TB");
    stages.forEach(stage -> node(prefix, stage));
    for (int place = 3; place <= stages.size(); place++) {
      line(prefix + (place - 2) + " ~~~ " + prefix + place);
    }
    line("end");
  }

  private List<String> gate() {
    List<String> lines = labels.gate().stream().map(line -> Texts.shortened(line, LINE)).toList();
    if (lines.size() <= LINES) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, LINES));
    kept.add("and " + (lines.size() - LINES) + " more");
    return kept;
  }

  private void arrows() {
    if (!picture.isOrdered()) {
      line("start --> order");
      line("order --> gate");
    } else {
      Way.of(picture).forEach(this::arrow);
    }
    line("gate --> done");
  }

  private void arrow(Way way) {
    String arrow =
        switch (way.kind()) {
          case FORWARD -> picture.isStrict() ? "-->" : "-- advised -->";
          case PAST -> "-. past .->";
          case BACK -> "-. back .->";
        };
    line(labels.node(way.from()) + " " + arrow + " " + labels.node(way.to()));
  }

  private void offers() {
    if (picture.offers().isEmpty()) {
      return;
    }
    line("subgraph offers [\"What may be offered\"]");
    for (Offers offers : picture.offers()) {
      String said = Texts.shortened(NodeLabels.offers(offers), LINE);
      line("o" + offers.name() + "[" + label(List.of(said)) + "]");
    }
    line("end");
  }

  private void styles() {
    for (Provenance provenance : Provenance.values()) {
      if (picture.everyStage().stream().anyMatch(stage -> stage.provenance() == provenance)) {
        line("classDef " + style(provenance) + " " + border(provenance));
      }
    }
  }

  private static String style(Provenance provenance) {
    return provenance == Provenance.OUR_READING ? "reading" : provenance.wireName();
  }

  private static String border(Provenance provenance) {
    return switch (provenance) {
      case STATED -> "stroke-width:3px";
      case SECONDARY -> "stroke-width:1px";
      case PLACEHOLDER -> "stroke-width:2px,stroke-dasharray:8 5";
      case OUR_READING -> "stroke-width:2px,stroke-dasharray:2 4";
    };
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  /** Text within a label: what could mean something to Mermaid becomes a code. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > 127 || Character.isLetter(c) || isPlain(text, i);
      escaped.append(plain ? String.valueOf(c) : "#" + (int) c + ";");
      escaped.append(c == '$' || c == '\\' ? WORD_JOINER : "");
    }
    return escaped.toString();
  }

  /** What means nothing, unless it stands at the beginning, where it could start a list. */
  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isDigit(c)) {
      return i > 0 || !LISTED.matcher(text).lookingAt();
    }
    return i > 0
        && (" ,.-()/'?!+".indexOf(c) >= 0
            || (c == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')));
  }

  /**
   * Text outside labels, where there are no codes: wide look-alikes stand for what would end it.
   */
  private static String aside(String text) {
    return text.codePoints()
        .map(c -> "#;{}<>%&\"`\\".indexOf(c) >= 0 ? c + 0xFEE0 : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
