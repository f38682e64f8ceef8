package org.peersupport.json.deidentification;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.peersupport.protocol.Protocol;

/**
 * How logs are de-identified.
 *
 * <pre>{@code
 * DeidentifiedLogs logs =
 *     Deidentification.with(PseudonymKey.read(keyFile), Variants::find)
 *         .scan(List.of(RepeatableLog.of(file)), problem -> show(problem));
 * show(logs.report());                   // before anything is given away
 * try (LogWriter out = LogWriter.create(target, Reasons.LEFT_OUT)) {
 *   logs.writeTo(out);
 * }
 * }</pre>
 *
 * <ul>
 *   <li><b>Ids</b> of sessions, participants and referrals become keyed pseudonyms: the same key
 *       gives the same ones in every log; without the key nothing leads back, and logs of different
 *       keys have none in common.
 *   <li><b>Instants</b> are cut to a unit and moved back by 1 to 364 days in whole units, a
 *       distance drawn from the key and the session. Within a session, and between it and those
 *       that follow it up, what is earlier is never later, what is at once stays at once, and
 *       durations are off by less than a unit. Time of day, weekday and season do not stay, nor
 *       does the order of sessions; the year does roughly.
 *   <li><b>Free text</b>, the reasons of overrides and corrections, is dropped, and what
 *       participants work as with it; so are the ids of commands and the times at which they were
 *       told.
 *   <li><b>Departments</b> of which fewer than k participants are, counted over all logs, become
 *       {@code other}; where all of these together are fewer than k, they are dropped. So a session
 *       of a protocol that pairs by department may no longer show that its pair was allowed; the
 *       report counts these.
 *   <li><b>Words of the protocol</b> stay, its keys of reasons and its fingerprint among them, and
 *       with them what the rules say of a session. Verdicts on deadlines are those of the coarse
 *       instants.
 * </ul>
 *
 * <p>A session with anything that cannot be read, does not follow, or is no word of its protocol is
 * left out whole, because a history with a gap is none. So is one that was entered in error,
 * because it counts nowhere and may be about the wrong person. The others are written.
 *
 * <p>Immutable, and safe to share between threads. Nothing is logged.
 */
public final class Deidentification {
  /** A quarter of an hour: what rotas and diaries are kept in, and a third of a conversation. */
  public static final Duration UNIT = Duration.ofMinutes(15);

  /** What departments are counted against unless another number is given. */
  public static final int K = 5;

  private final PseudonymKey key;
  private final Function<String, Optional<Protocol>> protocols;
  private final Duration unit;
  private final int k;

  private Deidentification(
      PseudonymKey key, Function<String, Optional<Protocol>> protocols, Duration unit, int k) {
    this.key = key;
    this.protocols = protocols;
    this.unit = unit;
    this.k = k;
  }

  /**
   * With a unit of {@link #UNIT} and a k of {@value #K}.
   *
   * @param key of whoever answers for the logs
   * @param protocols finds the protocol that a session names as {@code id@release}
   */
  public static Deidentification with(
      PseudonymKey key, Function<String, Optional<Protocol>> protocols) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(protocols, "protocols");
    return new Deidentification(key, protocols, UNIT, K);
  }

  /**
   * The same with another unit. The larger it is, the less a session can be found by its times, and
   * the less they say.
   *
   * @throws IllegalArgumentException unless it is of whole seconds, from one second to seven days
   */
  public Deidentification unit(Duration length) {
    if (length.compareTo(CoarseTime.FINEST_UNIT) < 0
        || length.compareTo(CoarseTime.COARSEST_UNIT) > 0
        || !length.equals(length.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "a unit of time is of whole seconds, from PT1S to P7D, for example PT15M");
    }
    return new Deidentification(key, protocols, length, k);
  }

  /**
   * The same with another k: the participants that a department has at least where it is named, and
   * the number that the report counts against.
   *
   * @throws IllegalArgumentException if it is less than 2, which would keep every name
   */
  public Deidentification k(int number) {
    if (number < 2) {
      throw new IllegalArgumentException("k is 2 or more: with 1 every department would be named");
    }
    return new Deidentification(key, protocols, unit, number);
  }

  /**
   * Reads the logs a first time, in the order given; a session may go on from one to the next.
   * Keeps some hundred bytes for each session.
   *
   * @param problems told of everything for which a session is left out, and of a last line that
   *     breaks off, as it is met
   * @throws IOException if a log cannot be read
   */
  public DeidentifiedLogs scan(List<RepeatableLog> logs, Consumer<LogProblem> problems)
      throws IOException {
    LogScan logScan = new LogScan(protocols, problems);
    for (RepeatableLog log : logs) {
      logScan.read(log);
    }
    return new DeidentifiedLogs(List.copyOf(logs), logScan, key, new CoarseTime(unit), unit, k);
  }

  /** Prints nothing of the key. */
  @Override
  public String toString() {
    return "Deidentification by " + unit + ", k " + k;
  }
}
