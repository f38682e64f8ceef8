package org.peersupport.workbench.draw;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a picture as SVG that can stand alone or in a page: no scripts, no styles for anything
 * else, nothing from elsewhere, and ids that no other protocol's picture has.
 */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** The height up to which a picture is printed on one page, small but legible. */
  private static final int PAGE = 1_700;

  private final Picture picture;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private Svg(Picture picture) throws XMLStreamException {
    this.picture = picture;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  static String write(Picture picture) {
    try {
      return new Svg(picture).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  private String write() throws XMLStreamException {
    Sheet sheet = Sheet.of(picture);
    String width = String.valueOf(sheet.width());
    String height = String.valueOf(sheet.height());
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(NAMESPACE);
    attributes("width", width, "height", height, "viewBox", "0 0 " + width + " " + height);
    attributes(
        "id", id("whole"), "role", "img", "aria-labelledby", id("title") + " " + id("description"));
    attributes("font-family", "sans-serif", "style", "max-width:100%;height:auto");
    element("title", picture.title(), "id", id("title"));
    element("desc", Description.of(picture), "id", id("description"));
    if (sheet.height() <= PAGE) {
      element("style", "@media print{#" + id("whole") + "{max-height:100vh}}");
    }
    empty("rect", "class", "paper", "width", width, "height", height, "fill", Colours.PAPER);
    for (Shape shape : sheet.shapes()) {
      write(shape);
    }
    newLine();
    xml.writeEndElement();
    xml.flush();
    return text.toString();
  }

  private String id(String part) {
    return "picture-" + picture.id() + "-" + part;
  }

  private void write(Shape shape) throws XMLStreamException {
    if (shape instanceof Shape.Opening opening) {
      newLine();
      xml.writeStartElement("g");
      attributes("class", opening.kind());
      element("title", opening.name());
    } else if (shape instanceof Shape.Closing) {
      newLine();
      xml.writeEndElement();
    } else if (shape instanceof Shape.Box box) {
      empty("rect", "class", box.kind(), "x", text(box.x()), "y", text(box.y()));
      attributes("width", text(box.width()), "height", text(box.height()));
      attributes("rx", text(box.round()), "fill", box.fill());
      pen(box.pen());
    } else if (shape instanceof Shape.Line line) {
      empty("path", "class", line.kind(), "d", line.commands(), "fill", "none");
      pen(line.pen());
    } else if (shape instanceof Shape.Head head) {
      empty("path", "class", "head", "d", head.commands(), "fill", head.colour());
    } else if (shape instanceof Shape.Disc disc) {
      empty("circle", "cx", text(disc.x()), "cy", text(disc.y()), "r", text(disc.radius()));
      attributes("fill", disc.fill(), "stroke", Colours.INK, "stroke-width", "1.5");
    } else if (shape instanceof Shape.Words words) {
      write(words);
    }
  }

  private void write(Shape.Words words) throws XMLStreamException {
    newLine();
    xml.writeStartElement("text");
    attributes("x", text(words.x()), "y", text(words.y()), "font-size", text(words.size()));
    if (words.bold()) {
      attributes("font-weight", "bold");
    }
    if (words.centred()) {
      attributes("text-anchor", "middle");
    }
    attributes("fill", words.colour());
    xml.writeCharacters(words.text());
    xml.writeEndElement();
  }

  private void pen(Pen pen) throws XMLStreamException {
    attributes("stroke", pen.colour(), "stroke-width", pen.width());
    if (!pen.dashes().isEmpty()) {
      attributes("stroke-dasharray", pen.dashes());
    }
  }

  private void element(String name, String content, String... attributes)
      throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    attributes(attributes);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    newLine();
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  /** Names and values by turns. */
  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String text(int number) {
    return String.valueOf(number);
  }
}
