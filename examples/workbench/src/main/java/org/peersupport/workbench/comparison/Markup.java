package org.peersupport.workbench.comparison;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes HTML and SVG element by element; every text is escaped. Not safe to share. */
final class Markup {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Markup() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("writing to memory failed", e);
  }

  /** Begins an element; attributes are names and values by turns. */
  Markup open(String name, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  Markup text(String content) {
    try {
      xml.writeCharacters(content);
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Ends the element that was begun last. */
  Markup close() {
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** An element with a text in it. */
  Markup element(String name, String content, String... attributes) {
    return open(name, attributes).text(content).close();
  }

  /** An element that never has anything in it. */
  Markup empty(String name, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeEmptyElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  @Override
  public String toString() {
    try {
      xml.flush();
      return text.toString();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }
}
