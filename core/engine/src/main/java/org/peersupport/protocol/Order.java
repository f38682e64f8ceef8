package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the elements follow one another.
 *
 * <p>In strict order a supporter may begin a later element once every required element before it
 * has begun, an earlier one where a return is declared, and the same one where it is repeatable.
 * Guided order has the same rules as advice; modular order has none. Immutable.
 *
 * @param mode how strict the order is; never null
 * @param returns the ways back, in the order of the document; never null
 * @param overridable whether a supporter may depart from the order with a reason
 */
public record Order(OrderMode mode, List<Return> returns, boolean overridable) {
  /** A way back from an element to an earlier, repeatable one; both given by their keys. */
  public record Return(String from, String to) {
    /** Checks that nothing is null. */
    public Return {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** Copies the list and checks that nothing is null. */
  public Order {
    Objects.requireNonNull(mode, "mode");
    returns = List.copyOf(returns);
  }

  /** A strict order without returns. */
  public static Order strict() {
    return new Order(OrderMode.STRICT, List.of(), false);
  }

  /** A guided order without returns. */
  public static Order guided() {
    return new Order(OrderMode.GUIDED, List.of(), false);
  }

  /** Any order. */
  public static Order modular() {
    return new Order(OrderMode.MODULAR, List.of(), false);
  }

  /** The same with one more way back. */
  public Order returning(String from, String to) {
    List<Return> more = new ArrayList<>(returns);
    more.add(new Return(from, to));
    return new Order(mode, more, overridable);
  }

  /** The same, but a supporter may depart from it with a reason. */
  public Order allowingOverride() {
    return new Order(mode, returns, true);
  }
}
