package org.peersupport.benchmarks;

/**
 * The limit of any state machine: the order of the elements as a {@code switch} by hand, that knows
 * where a conversation is and remembers nothing else.
 */
final class BySwitch {
  private BySwitch() {}

  /** Where the act leads; null when it is out of order. */
  static OrderState after(OrderState state, Act act) {
    return switch (act) {
      case OPEN ->
          state == OrderState.BEFORE || state == OrderState.OVER ? OrderState.OPENED : null;
      case REACH_OUT ->
          state == OrderState.OPENED || state == OrderState.REACHING_OUT
              ? OrderState.REACHING_OUT
              : null;
      case INVITE_AND_LISTEN ->
          isAfterListening(state) || state == OrderState.REACHING_OUT ? OrderState.LISTENING : null;
      case REFLECT_AND_REFRAME -> isAfterListening(state) ? OrderState.REFLECTING : null;
      case MAKE_SENSE_AND_COPE -> isAfterListening(state) ? OrderState.MAKING_SENSE : null;
      case OFFER_RESOURCES -> isAfterListening(state) ? OrderState.OFFERING : null;
      case CLOSE_WITH_THANK_YOU -> isAfterListening(state) ? OrderState.CLOSING : null;
      case CONCERN, OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE ->
          state == OrderState.BEFORE ? null : state;
      case THANK -> isOpen(state) ? state : null;
      case CLOSE -> isAfterListening(state) ? OrderState.OVER : null;
      case END -> isOpen(state) ? OrderState.OVER : null;
    };
  }

  private static boolean isOpen(OrderState state) {
    return state != OrderState.BEFORE && state != OrderState.OVER;
  }

  private static boolean isAfterListening(OrderState state) {
    return switch (state) {
      case LISTENING, REFLECTING, MAKING_SENSE, OFFERING, CLOSING -> true;
      default -> false;
    };
  }
}
