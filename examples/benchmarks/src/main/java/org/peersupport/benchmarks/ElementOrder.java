package org.peersupport.benchmarks;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order of the six elements as a plain table of transitions: what every peer enforces.
 *
 * <p>It is all that a state machine of this size says: which element may follow which, that a close
 * comes in the last element, and that thanks belong to an open conversation. That offers are
 * answered, that a referral has its own life, who may record what and when: none of it is here, and
 * no event is made. The peers are asked for less than {@code ama-six-elements} asks of a session,
 * never for more.
 *
 * <p>One machine goes through all conversations: {@link Act#OPEN} leads from the end of one into
 * the next, so that no peer pays for building a machine.
 */
final class ElementOrder {
  private static final Map<OrderState, Map<Act, OrderState>> TABLE = table();

  private ElementOrder() {}

  /** Where the act leads; empty when it is out of order. */
  static Optional<OrderState> after(OrderState state, Act act) {
    return Optional.ofNullable(TABLE.get(state).get(act));
  }

  private static Map<OrderState, Map<Act, OrderState>> table() {
    Map<OrderState, Map<Act, OrderState>> table = new EnumMap<>(OrderState.class);
    for (OrderState state : OrderState.values()) {
      table.put(state, new EnumMap<>(Act.class));
    }
    put(table, EnumSet.of(OrderState.BEFORE, OrderState.OVER), Act.OPEN, OrderState.OPENED);
    Set<OrderState> open = EnumSet.range(OrderState.OPENED, OrderState.CLOSING);
    Set<OrderState> heard = EnumSet.range(OrderState.LISTENING, OrderState.CLOSING);
    put(
        table,
        EnumSet.of(OrderState.OPENED, OrderState.REACHING_OUT),
        Act.REACH_OUT,
        OrderState.REACHING_OUT);
    put(table, heard, Act.INVITE_AND_LISTEN, OrderState.LISTENING);
    put(table, EnumSet.of(OrderState.REACHING_OUT), Act.INVITE_AND_LISTEN, OrderState.LISTENING);
    put(table, heard, Act.REFLECT_AND_REFRAME, OrderState.REFLECTING);
    put(table, heard, Act.MAKE_SENSE_AND_COPE, OrderState.MAKING_SENSE);
    put(table, heard, Act.OFFER_RESOURCES, OrderState.OFFERING);
    // The goodbye may follow any of them once resources were offered, and a close comes from any of
    // them after a goodbye. A table of single places cannot remember that, and asks for neither.
    put(table, heard, Act.CLOSE_WITH_THANK_YOU, OrderState.CLOSING);
    put(table, open, Act.END, OrderState.OVER);
    put(table, heard, Act.CLOSE, OrderState.OVER);
    stay(table, open, Act.THANK);
    Set<OrderState> begun = EnumSet.copyOf(open);
    begun.add(OrderState.OVER);
    for (Act act : EnumSet.range(Act.CONCERN, Act.LAPSE)) {
      stay(table, begun, act);
    }
    return table;
  }

  private static void put(
      Map<OrderState, Map<Act, OrderState>> table, Set<OrderState> from, Act act, OrderState to) {
    for (OrderState state : from) {
      table.get(state).put(act, to);
    }
  }

  private static void stay(
      Map<OrderState, Map<Act, OrderState>> table, Set<OrderState> in, Act act) {
    for (OrderState state : in) {
      table.get(state).put(act, state);
    }
  }
}
