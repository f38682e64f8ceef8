package org.peersupport.benchmarks;

/**
 * The limit of any state machine: the order of the elements as a {@code switch} by hand, that knows
 * where a conversation is and remembers nothing else.
 */
final class BySwitch {
  private BySwitch() {}

  /** Where the act leads; null when it is out of order. */
  static Place after(Place place, Act act) {
    return switch (act) {
      case OPEN -> place == Place.BEFORE || place == Place.OVER ? Place.OPENED : null;
      case REACH_OUT ->
          place == Place.OPENED || place == Place.REACHING_OUT ? Place.REACHING_OUT : null;
      case INVITE_AND_LISTEN ->
          isMiddle(place) || place == Place.REACHING_OUT ? Place.LISTENING : null;
      case REFLECT_AND_REFRAME -> isMiddle(place) ? Place.REFLECTING : null;
      case MAKE_SENSE_AND_COPE -> isMiddle(place) ? Place.MAKING_SENSE : null;
      case OFFER_RESOURCES -> isMiddle(place) ? Place.OFFERING : null;
      case CLOSE_WITH_THANK_YOU -> isMiddle(place) ? Place.CLOSING : null;
      case CONCERN -> isOpen(place) ? place : null;
      case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, LAPSE -> place == Place.BEFORE ? null : place;
      case THANK -> place == Place.CLOSING ? place : null;
      case CLOSE -> place == Place.CLOSING ? Place.OVER : null;
      case END -> isOpen(place) ? Place.OVER : null;
    };
  }

  private static boolean isOpen(Place place) {
    return place != Place.BEFORE && place != Place.OVER;
  }

  private static boolean isMiddle(Place place) {
    return switch (place) {
      case LISTENING, REFLECTING, MAKING_SENSE, OFFERING -> true;
      default -> false;
    };
  }
}
