package org.peersupport.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.peersupport.protocol.Protocol;

/**
 * Counts what audits of sessions found out. Of sessions that are unreadable only that they are, and
 * what was corrected in them, is counted. Not safe to share between threads.
 */
public final class AuditSummary {
  private final Map<SessionVerdict, Long> verdicts = new EnumMap<>(SessionVerdict.class);
  private final Map<String, ProtocolSummary> protocols = new TreeMap<>();
  private long corrections;

  /** Nothing counted yet. */
  public AuditSummary() {}

  /** Counts a session. */
  public void add(SessionReport report) {
    verdicts.merge(report.verdict(), 1L, Long::sum);
    corrections += report.corrections().size();
    if (report.verdict() != SessionVerdict.UNREADABLE) {
      Protocol protocol = report.protocol().orElseThrow();
      protocols
          .computeIfAbsent(protocol.reference(), reference -> new ProtocolSummary(protocol))
          .add(report);
    }
  }

  /** How many sessions came out so. */
  public long sessions(SessionVerdict verdict) {
    return Objects.requireNonNull(verdicts.getOrDefault(verdict, 0L));
  }

  /** How many sessions there are. */
  public long sessions() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many events were corrected, in all sessions together; they count for nothing. */
  public long corrections() {
    return corrections;
  }

  /** What was found out by each protocol, in the order of their references. */
  public List<ProtocolSummary> protocols() {
    return List.copyOf(new ArrayList<>(protocols.values()));
  }
}
