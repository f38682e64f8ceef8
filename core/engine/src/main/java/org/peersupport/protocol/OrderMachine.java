package org.peersupport.protocol;

import java.util.List;
import org.peersupport.internal.automaton.Machine;

/**
 * The two rules of an order that no template expresses. Letter 0 is any other activity, letter
 * <i>j</i> + 1 the beginning of the <i>j</i>-th element that is not continuous.
 */
abstract class OrderMachine implements Machine {
  private static final int LOST = -1;

  /** The elements that have a place in the order. */
  final List<Element> elements;

  OrderMachine(List<Element> elements) {
    this.elements = elements;
  }

  @Override
  public final int step(int state, int letter) {
    return state == LOST || letter == 0 ? state : begin(state, letter - 1);
  }

  @Override
  public final boolean accepts(int state) {
    return state != LOST;
  }

  abstract int begin(int state, int element);

  /**
   * {@code order.skip}: no element begins while an earlier required one was never begun. The
   * required elements that were begun are therefore always the first few, and their number is the
   * state.
   */
  static Machine skip(List<Element> elements) {
    return new OrderMachine(elements) {
      @Override
      int begin(int begun, int element) {
        int before = 0;
        for (Element earlier : elements.subList(0, element)) {
          before += earlier.need() == Need.REQUIRED ? 1 : 0;
        }
        if (begun < before) {
          return LOST;
        }
        boolean next = begun == before && elements.get(element).need() == Need.REQUIRED;
        return next ? begun + 1 : begun;
      }
    };
  }

  /**
   * {@code order.return}: from the last begun element no way back to an earlier one without a
   * declared return. The state is the place of the last begun element, counted from 1.
   */
  static Machine backward(List<Element> elements, List<Order.Return> returns) {
    return new OrderMachine(elements) {
      @Override
      int begin(int last, int element) {
        if (last > 0 && element < last - 1) {
          if (!declared(elements.get(last - 1).key(), elements.get(element).key())) {
            return LOST;
          }
        }
        return element + 1;
      }

      private boolean declared(String from, String to) {
        for (Order.Return pair : returns) {
          if (pair.from().equals(from) && pair.to().equals(to)) {
            return true;
          }
        }
        return false;
      }
    };
  }
}
