package org.peersupport.audit;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A line of a log that could not be taken into account. Immutable.
 *
 * @param log the log, as its reader calls it
 * @param line the line, from 1
 * @param seq the place of the event in its session, if that much can be told
 * @param code {@code log.…} for what does not fit into its session, {@code json.…} for what cannot
 *     be read, or the code of a refusal for what the protocol has no word for
 * @param explanation what was expected and what came; repeats nothing that was read but its seq
 */
public record Flaw(String log, int line, OptionalInt seq, String code, String explanation) {
  /** The session was opened before. */
  public static final String OPENED_AGAIN = "log.opened-again";

  /** The log has no opening of the session. */
  public static final String NOT_OPENED = "log.not-opened";

  /** An event with this place was there before. */
  public static final String SEQ_REPEATED = "log.seq-repeated";

  /** Events before this one are missing. */
  public static final String SEQ_MISSING = "log.seq-missing";

  /** The event departs from a rule that its protocol does not have. */
  public static final String RULE_UNKNOWN = "log.rule-unknown";

  /** The event records a departure from a rule that it keeps. */
  public static final String NOT_DEPARTED = "log.not-departed";

  /** The protocol demands something else today than when the session was opened. */
  public static final String PROTOCOL_DIFFERS = "log.protocol-differs";

  /** The audit did not know of a correction when it came to the event that it corrects. */
  public static final String CORRECTED_LATE = "log.corrected-late";

  /** Checks that nothing is null. */
  public Flaw {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(seq, "seq");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(explanation, "explanation");
  }
}
