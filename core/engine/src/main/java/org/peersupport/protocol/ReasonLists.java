package org.peersupport.protocol;

import java.util.List;

/**
 * The reasons that a protocol lets people choose from, as data and not as free text. Each has a
 * title. Immutable.
 *
 * @param end why a conversation ended early, beside those of {@link EndReason#builtIn()}
 * @param decline why an offer was declined
 * @param lapse why a referral lapsed
 * @param override why a rule was departed from
 */
public record ReasonLists(
    List<TitledKey> end, List<TitledKey> decline, List<TitledKey> lapse, List<TitledKey> override) {
  /** No reasons of its own. */
  public static final ReasonLists NONE =
      new ReasonLists(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ReasonLists {
    end = List.copyOf(end);
    decline = List.copyOf(decline);
    lapse = List.copyOf(lapse);
    override = List.copyOf(override);
  }

  /** The reasons for an act of the type; none for an act that takes no reason of the protocol. */
  public List<TitledKey> of(ActType act) {
    return switch (act) {
      case END -> end;
      case DECLINE -> decline;
      case LAPSE -> lapse;
      case OPEN,
          BEGIN,
          CONCERN,
          OFFER,
          ACCEPT,
          CONNECT,
          COMPLETE,
          WITHDRAW,
          THANK,
          PAUSE,
          RESUME,
          TRANSFER,
          CLOSE,
          CORRECT,
          VOID ->
          List.of();
    };
  }

  /** Whether nothing is listed. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
