package org.peersupport.workbench.draw;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a picture can be written as. */
public enum PictureFormat {
  /** A flowchart of Mermaid, as Markdown viewers show it. */
  MERMAID,
  /** A graph for Graphviz. */
  DOT,
  /** A picture that browsers show and print. */
  SVG;

  /** The format of this name. */
  public static Optional<PictureFormat> find(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** The picture in this format, without a last line end. */
  public String write(Picture picture) {
    return switch (this) {
      case MERMAID -> Mermaid.write(picture);
      case DOT -> Dot.write(picture);
      case SVG -> Svg.write(picture);
    };
  }
}
