package org.peersupport.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;

/**
 * Counts what audits of sessions found out. Of sessions that are unreadable or were entered in
 * error only that they are so, and what was corrected in them, is counted. Not safe to share
 * between threads.
 */
public final class AuditSummary {
  /** How many sessions of a kind are named. */
  public static final int NAMED = 1_000;

  private final Map<SessionVerdict, Long> verdicts = new EnumMap<>(SessionVerdict.class);
  private final Map<String, ProtocolSummary> protocols = new TreeMap<>();
  private final List<UrgentSession> urgent = new ArrayList<>();
  private final List<String> voided = new ArrayList<>();
  private long urgentSessions;
  private long corrections;

  /** Nothing counted yet. */
  public AuditSummary() {}

  /** Counts a session. */
  public void add(SessionReport report) {
    verdicts.merge(report.verdict(), 1L, Long::sum);
    corrections += report.corrections().size();
    if (report.verdict() == SessionVerdict.VOIDED) {
      name(voided, report.session());
    }
    report.course().ifPresent(course -> add(report.session(), course));
    if (report.verdict() != SessionVerdict.UNREADABLE
        && report.verdict() != SessionVerdict.VOIDED) {
      Protocol protocol = report.protocol().orElseThrow();
      protocols
          .computeIfAbsent(protocol.reference(), reference -> new ProtocolSummary(protocol))
          .add(report);
    }
  }

  private void add(String session, SessionCourse course) {
    if (!course.urgent().isEmpty()) {
      urgentSessions++;
      name(urgent, new UrgentSession(session, course.status(), course.urgent()));
    }
  }

  private static <T> void name(List<T> named, T more) {
    if (named.size() < NAMED) {
      named.add(more);
    }
  }

  /**
   * How many sessions there are in which someone in need still waits, unreadable ones among them:
   * see {@link SessionCourse#urgent}. To be told first, and alone.
   */
  public long urgent() {
    return urgentSessions;
  }

  /** The first {@value #NAMED} of them, in the order of their reports. */
  public List<UrgentSession> urgentSessions() {
    return List.copyOf(urgent);
  }

  /** The first {@value #NAMED} sessions that were entered in error, in the order of reports. */
  public List<String> voidedSessions() {
    return List.copyOf(voided);
  }

  /** How many sessions came out so. */
  public long sessions(SessionVerdict verdict) {
    return Objects.requireNonNull(verdicts.getOrDefault(verdict, 0L));
  }

  /** How many sessions stand so, of those that were judged. */
  public long sessions(Status status) {
    return protocols.values().stream().mapToLong(each -> each.sessions(status)).sum();
  }

  /** How many of the sessions that were judged stand so and came out so. */
  public long sessions(Status status, SessionVerdict verdict) {
    return protocols.values().stream().mapToLong(each -> each.sessions(status, verdict)).sum();
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
