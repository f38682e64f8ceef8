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

  static void add(Casting casting) {
    Protocol protocol = casting.protocol();
    protocol.elements().stream()
        .filter(Element::isContinuous)
        .forEach(element -> continuous(casting, element));
    if (protocol.order().mode() == OrderMode.MODULAR) {
      backwards(casting);
    }
  }

  /** It begins between any two others, and these do not notice. */
  private static void continuous(Casting casting, Element element) {
    String begin = "begin:" + element.key();
    Scene scene = casting.opened("order/continuous-" + element.key()).covers("order.continuous");
    scene.check(begin);
    for (Element other : casting.protocol().elements()) {
      if (!other.isContinuous()) {
        scene.check("begin:" + other.key()).check(begin);
      }
    }
    casting.keep(scene.closes());
  }

  private static void backwards(Casting casting) {
    Scene scene = casting.opened("order/backwards").covers("order.modular");
    List<Element> elements = new ArrayList<>(casting.protocol().elements());
    Collections.reverse(elements);
    elements.forEach(element -> scene.check("begin:" + element.key()));
    casting.keep(scene.closes());
  }
}
