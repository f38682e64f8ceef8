package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;

/** What the order of the elements leaves free. What it binds is among the rules. */
final class OrderVectors {
  private OrderVectors() {}

  static void add(VectorNumbering numbering) {
    Protocol protocol = numbering.protocol();
    protocol.elements().stream()
        .filter(Element::isContinuous)
        .forEach(element -> continuous(numbering, element));
    if (protocol.order().mode() == OrderMode.MODULAR) {
      backwards(numbering);
    }
  }

  /** It begins between any two others, and these do not notice. */
  private static void continuous(VectorNumbering numbering, Element element) {
    String begin = "begin:" + element.key();
    VectorBuilder builder =
        numbering.opened("order/continuous-" + element.key()).covers("order.continuous");
    builder.check(begin);
    for (Element other : numbering.protocol().elements()) {
      if (!other.isContinuous()) {
        builder.check("begin:" + other.key()).check(begin);
      }
    }
    numbering.keep(builder.closes());
  }

  private static void backwards(VectorNumbering numbering) {
    VectorBuilder builder = numbering.opened("order/backwards").covers("order.modular");
    List<Element> elements = new ArrayList<>(numbering.protocol().elements());
    Collections.reverse(elements);
    elements.forEach(element -> builder.check("begin:" + element.key()));
    numbering.keep(builder.closes());
  }
}
