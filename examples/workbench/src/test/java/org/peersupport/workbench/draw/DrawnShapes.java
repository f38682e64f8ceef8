package org.peersupport.workbench.draw;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What an SVG document shows and where, read from its own elements alone. */
final class DrawnShapes {
  private static final Pattern STEP = Pattern.compile("([MHVQlhvz])([^A-Za-z]*)");

  private final Document document;

  DrawnShapes(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("this is no XML", e);
    }
  }

  /** A rectangle or a text. */
  record Item(Element element, Rectangle2D area) {
    /** Such as a stage; empty for a text. */
    String kind() {
      return element.getAttribute("class");
    }

    @Override
    public String toString() {
      return element.getTagName() + " " + kind() + element.getTextContent() + " " + area;
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  Rectangle2D sheet() {
    String[] box = root().getAttribute("viewBox").split(" ", -1);
    return new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
  }

  List<Element> all(String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The rectangles of these kinds. */
  List<Item> boxes(String... kinds) {
    return all("rect").stream()
        .filter(rect -> List.of(kinds).contains(rect.getAttribute("class")))
        .map(rect -> new Item(rect, box(rect)))
        .toList();
  }

  List<Item> texts() {
    return all("text").stream().map(text -> new Item(text, area(text))).toList();
  }

  /** The straight pieces of the lines of these kinds, curves replaced by their chords. */
  List<Item> pieces(String... kinds) {
    List<Item> pieces = new ArrayList<>();
    for (Element path : all("path")) {
      if (List.of(kinds).contains(path.getAttribute("class"))) {
        pieces(path).forEach(piece -> pieces.add(new Item(path, piece)));
      }
    }
    return pieces;
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Rectangle2D box(Element rect) {
    return rect.getAttribute("class").equals("paper")
        ? new Rectangle2D.Double(0, 0, number(rect, "width"), number(rect, "height"))
        : new Rectangle2D.Double(
            number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
  }

  private static Rectangle2D area(Element text) {
    double size = number(text, "font-size");
    boolean bold = text.getAttribute("font-weight").equals("bold");
    double width = TextWidth.of(text.getTextContent(), (int) size, bold);
    double left = number(text, "x") - (text.hasAttribute("text-anchor") ? width / 2 : 0);
    return new Rectangle2D.Double(left, number(text, "y") - size * 0.95, width, size * 1.2);
  }

  private static List<Rectangle2D> pieces(Element path) {
    Path2D drawn = new Path2D.Double();
    Matcher steps = STEP.matcher(path.getAttribute("d"));
    while (steps.find()) {
      step(drawn, steps.group(1), steps.group(2));
    }
    List<Rectangle2D> pieces = new ArrayList<>();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator it = drawn.getPathIterator(null); !it.isDone(); it.next()) {
      int kind = it.currentSegment(at);
      int end = kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind == PathIterator.SEG_LINETO || kind == PathIterator.SEG_QUADTO) {
        Rectangle2D piece = new Rectangle2D.Double(x, y, 0, 0);
        piece.add(at[end], at[end + 1]);
        pieces.add(piece);
      }
      x = kind == PathIterator.SEG_CLOSE ? x : at[end];
      y = kind == PathIterator.SEG_CLOSE ? y : at[end + 1];
    }
    return pieces;
  }

  private static void step(Path2D drawn, String command, String rest) {
    double[] to =
        Pattern.compile("-?\\d+")
            .matcher(rest)
            .results()
            .mapToDouble(n -> Double.parseDouble(n.group()))
            .toArray();
    double x = drawn.getCurrentPoint() == null ? 0 : drawn.getCurrentPoint().getX();
    double y = drawn.getCurrentPoint() == null ? 0 : drawn.getCurrentPoint().getY();
    switch (command) {
      case "M" -> drawn.moveTo(to[0], to[1]);
      case "H" -> drawn.lineTo(to[0], y);
      case "V" -> drawn.lineTo(x, to[0]);
      case "h" -> drawn.lineTo(x + to[0], y);
      case "v" -> drawn.lineTo(x, y + to[0]);
      case "l" -> drawn.lineTo(x + to[0], y + to[1]);
      case "Q" -> drawn.quadTo(to[0], to[1], to[2], to[3]);
      default -> drawn.closePath();
    }
  }
}
