package org.peersupport.internal;

import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of the engine: four messages, each constant, with its values by name. None of them is
 * about a person: no id of a session or a participant, and no text.
 *
 * <p>Logged is what lies beside the functions of a session; a decision itself logs nothing. The
 * clock is read here alone, and only for a message.
 */
public final class EngineLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.peersupport.core");

  private static final int NAMED = 10;
  private static final double NANOS_PER_MILLI = 1e6;

  private EngineLog() {}

  /** The start of what {@link #protocolBuilt} will tell the duration of; 0 when nobody listens. */
  public static long now() {
    return LOG.isDebugEnabled() ? System.nanoTime() : 0;
  }

  /**
   * A protocol passed its checks.
   *
   * @param started what {@link #now} gave before
   * @param states counts the joint states that the checks met; asked only when somebody listens
   */
  public static void protocolBuilt(long started, String reference, IntSupplier states) {
    LOG.atDebug()
        .addKeyValue("protocol", reference)
        .addKeyValue("states", () -> states.getAsInt())
        .addKeyValue("milliseconds", () -> Math.round((now() - started) / NANOS_PER_MILLI))
        .log("A protocol was built");
  }

  /**
   * A language file leaves sentences out.
   *
   * @param locale the language, and the country if the file has one
   * @param missing the keys of the sentences that are not there
   */
  public static void wordingIncomplete(String locale, List<String> missing) {
    LOG.atWarn()
        .addKeyValue("locale", locale)
        .addKeyValue("missing", missing.size())
        .addKeyValue("keys", () -> missing.subList(0, Math.min(NAMED, missing.size())))
        .log("A language file is incomplete; English stands in");
  }

  /**
   * A stated bound is reached. Answers stay the same and take longer.
   *
   * @param bound the name of the bound
   * @param protocol {@code id@release}, where it is known
   */
  public static void boundReached(String bound, int limit, String protocol) {
    LOG.atWarn()
        .addKeyValue("bound", bound)
        .addKeyValue("limit", limit)
        .addKeyValue("protocol", protocol)
        .log("A bound is reached; answers take longer from now on");
  }

  /**
   * A history cannot be replayed.
   *
   * @param code the kind of flaw
   * @param seq the place in the history, from 1
   */
  public static void historyRefused(String code, int seq) {
    LOG.atWarn().addKeyValue("code", code).addKeyValue("seq", seq).log("A history was refused");
  }
}
