package org.peersupport.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.peersupport.protocol.Protocol;

/**
 * Counts what audits of sessions found out. Sessions that are unreadable count as such and for
 * nothing else. Not safe to share between threads.
 */
public final class AuditSummary {
  private final Map<SessionVerdict, Long> verdicts = new EnumMap<>(SessionVerdict.class);
  private final Map<String, ProtocolSummary> protocols = new TreeMap<>();

  /** Nothing counted yet. */
  public AuditSummary() {}

  /** Counts a session. */
  public void add(SessionReport report) {
    verdicts.merge(report.verdict(), 1L, Long::sum);
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

  /** What was found out by each protocol, in the order of their references. */
  public List<ProtocolSummary> protocols() {
    return List.copyOf(new ArrayList<>(protocols.values()));
  }
}
