package org.peersupport.json.deidentification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peersupport.protocol.ActType;
import org.peersupport.session.Event;

/**
 * The events with which a session ended or was voided, and the corrections: what is needed to tell
 * how it stands in the end. A correction that was corrected takes nothing back.
 */
final class EndingScan {
  /** One of these events; {@code corrects} is 0 where it is no correction. */
  private record Mark(int seq, ActType type, String ending, int corrects) {}

  private static final Mark OPEN = new Mark(0, ActType.OPEN, "open", 0);

  private List<Mark> marks = List.of();
  private boolean corrected;

  void add(Event event) {
    switch (event.type()) {
      case CLOSE, VOID -> mark(event, event.type().eventName(), 0);
      case END -> mark(event, "end:" + ((Event.SessionEnded) event).reason().wireName(), 0);
      case CORRECT -> {
        corrected = true;
        mark(event, "", ((Event.EventCorrected) event).corrects());
      }
      case OPEN,
          BEGIN,
          CONCERN,
          OFFER,
          ACCEPT,
          DECLINE,
          CONNECT,
          COMPLETE,
          WITHDRAW,
          LAPSE,
          THANK,
          PAUSE,
          RESUME,
          TRANSFER -> {}
    }
  }

  private void mark(Event event, String ending, int corrects) {
    marks = marks.isEmpty() ? new ArrayList<>(1) : marks;
    marks.add(new Mark(event.seq(), event.type(), ending, corrects));
  }

  /** The last of these events that stands, corrections aside. */
  private Mark standing() {
    Set<Integer> takenBack = new HashSet<>();
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      if (!takenBack.contains(mark.seq) && mark.type != ActType.CORRECT) {
        return mark;
      } else if (!takenBack.contains(mark.seq)) {
        takenBack.add(mark.corrects);
      }
    }
    return OPEN;
  }

  /** How the session stands, a word for each way; those for early ends hold their reason. */
  String ending() {
    return standing().ending;
  }

  /** Whether the whole session was entered in error. */
  boolean isVoided() {
    return standing().type == ActType.VOID;
  }

  /** Whether anything in it was corrected, be it that the correction was taken back. */
  boolean isCorrected() {
    return corrected;
  }
}
