package org.peersupport.benchmarks;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order of the six elements as a plain table of transitions: what every peer enforces.
 *
 * <p>It is all that a state machine of this size says: which element may follow which, that thanks
 * and a close come in the last element, and that a conversation is open while anything happens in
 * it. That offers are answered, that a referral has its own life, who may record what and when:
 * none of it is here, and no event is made. The peers are asked for less than {@code
 * ama-six-elements} asks of a session, never for more.
 *
 * <p>One machine goes through all conversations: {@link Act#OPEN} leads from the end of one into
 * the next, so that no peer pays for building a machine.
 */
final class ElementOrder {
  private static final Map<Place, Map<Act, Place>> TABLE = table();

  private ElementOrder() {}

  /** Where the act leads; empty when it is out of order. */
  static Optional<Place> after(Place place, Act act) {
    return Optional.ofNullable(TABLE.get(place).get(act));
  }

  private static Map<Place, Map<Act, Place>> table() {
    Map<Place, Map<Act, Place>> table = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      table.put(place, new EnumMap<>(Act.class));
    }
    put(table, EnumSet.of(Place.BEFORE, Place.OVER), Act.OPEN, Place.OPENED);
    Set<Place> open = EnumSet.range(Place.OPENED, Place.CLOSING);
    Set<Place> middle = EnumSet.range(Place.LISTENING, Place.OFFERING);
    put(table, EnumSet.of(Place.OPENED, Place.REACHING_OUT), Act.REACH_OUT, Place.REACHING_OUT);
    put(table, middle, Act.INVITE_AND_LISTEN, Place.LISTENING);
    put(table, EnumSet.of(Place.REACHING_OUT), Act.INVITE_AND_LISTEN, Place.LISTENING);
    put(table, middle, Act.REFLECT_AND_REFRAME, Place.REFLECTING);
    put(table, middle, Act.MAKE_SENSE_AND_COPE, Place.MAKING_SENSE);
    put(table, middle, Act.OFFER_RESOURCES, Place.OFFERING);
    // Back among the middle elements the resources have been offered before; a table of single
    // places cannot say so, and lets the closing follow any of them.
    put(table, middle, Act.CLOSE_WITH_THANK_YOU, Place.CLOSING);
    put(table, open, Act.END, Place.OVER);
    put(table, EnumSet.of(Place.CLOSING), Act.CLOSE, Place.OVER);
    stay(table, EnumSet.of(Place.CLOSING), Act.THANK);
    stay(table, open, Act.CONCERN);
    Set<Place> begun = EnumSet.copyOf(open);
    begun.add(Place.OVER);
    for (Act act : EnumSet.range(Act.OFFER, Act.LAPSE)) {
      stay(table, begun, act);
    }
    return table;
  }

  private static void put(Map<Place, Map<Act, Place>> table, Set<Place> from, Act act, Place to) {
    for (Place place : from) {
      table.get(place).put(act, to);
    }
  }

  private static void stay(Map<Place, Map<Act, Place>> table, Set<Place> in, Act act) {
    for (Place place : in) {
      table.get(place).put(act, place);
    }
  }
}
