package org.peersupport.json.deidentification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.protocol.Pairing;
import org.peersupport.session.Peer;

/**
 * Counts what is changed and how many stand out in what is written. Who is among fewer than k is
 * counted by each thing that somebody may know from elsewhere (L. Sweeney, k-Anonymity: A Model for
 * Protecting Privacy, 2002), and by all of them together.
 */
final class Reporting {
  private final CoarseTime time;
  private final Departments.DepartmentNames departments;
  private final Duration unit;
  private final int k;

  private final Map<RiskKind, Map<Object, Integer>> crowds = new EnumMap<>(RiskKind.class);
  private final Map<String, Integer> sessionsOf = new HashMap<>();
  private long sessions;
  private long events;
  private long leftOut;
  private long voided;
  private long referrals;
  private long followUps;
  private long reasons;
  private long roles;
  private long delays;
  private long commandIds;
  private long recordedTimes;
  private long pairingsLost;

  Reporting(CoarseTime time, Departments.DepartmentNames departments, Duration unit, int k) {
    this.time = time;
    this.departments = departments;
    this.unit = unit;
    this.k = k;
    for (RiskKind kind : RiskKind.values()) {
      crowds.put(kind, new HashMap<>());
    }
  }

  /** What is particular about a session, all at once. */
  private record Features(long activities, long duration, List<Optional<String>> departments) {}

  /**
   * The report.
   *
   * @param problems everything for which a session is left out
   */
  DeidentificationReport report(Map<String, SessionScan> sessionScans, long problems) {
    for (SessionScan sessionScan : sessionScans.values()) {
      if (sessionScan.isWritten()) {
        add(sessionScan);
      } else if (sessionScan.isInOrder()) {
        voided++;
      } else {
        leftOut++;
      }
    }
    sessionsOf.values().forEach(number -> count(RiskKind.SESSIONS_OF_A_PERSON, number));
    List<Risk> risks = new ArrayList<>();
    crowds.forEach((kind, crowd) -> risks.add(risk(kind, crowd)));
    Changes changes =
        new Changes(
            sessions,
            events,
            leftOut,
            voided,
            problems,
            sessionsOf.size(),
            referrals,
            followUps,
            reasons,
            roles,
            delays,
            commandIds,
            recordedTimes,
            departments.kept().size(),
            departments.rare(),
            departments.people(),
            departments.rare() > 0 && !departments.hasOther(),
            pairingsLost);
    return new DeidentificationReport(unit, k, changes, risks);
  }

  private void add(SessionScan sessionScan) {
    sessions++;
    events += sessionScan.seq();
    referrals += sessionScan.referrals();
    followUps += sessionScan.followUpOf().isPresent() ? 1 : 0;
    reasons += sessionScan.reasons();
    delays += sessionScan.delays();
    roles += sessionScan.roles();
    commandIds += sessionScan.commandIds();
    recordedTimes += sessionScan.recordedTimes();
    sessionScan.participants().forEach(id -> sessionsOf.merge(id, 1, Integer::sum));
    pairingsLost += isPairingLost(sessionScan) ? 1 : 0;

    long duration = time.units(sessionScan.latest()) - time.units(sessionScan.earliest());
    List<Optional<String>> pair =
        List.of(
            departments.of(sessionScan.people().get(0)),
            departments.of(sessionScan.people().get(1)));
    count(RiskKind.PROTOCOL, sessionScan.known().reference());
    count(RiskKind.ACTIVITIES, sessionScan.activities());
    count(RiskKind.DURATION, duration);
    count(RiskKind.ENDING, sessionScan.ending());
    count(RiskKind.DEPARTMENTS, pair);
    count(RiskKind.TOGETHER, new Features(sessionScan.activities(), duration, pair));
  }

  private void count(RiskKind kind, Object feature) {
    crowds.computeIfAbsent(kind, any -> new HashMap<>()).merge(feature, 1, Integer::sum);
  }

  private Risk risk(RiskKind kind, Map<Object, Integer> crowd) {
    long of = 0;
    long few = 0;
    long alone = 0;
    for (int size : crowd.values()) {
      of += size;
      few += size < k ? size : 0;
      alone += size == 1 ? 1 : 0;
    }
    return new Risk(kind, of, few, alone, kind.told(of, few, alone, k));
  }

  /** Whether a supporter and the peer fit by their departments before, and not after, or so. */
  private boolean isPairingLost(SessionScan sessionScan) {
    Pairing pairing = sessionScan.known().pairing();
    Peer peer = sessionScan.people().get(1);
    if (pairing == Pairing.ANY) {
      return false;
    }
    for (Peer supporter : sessionScan.people()) {
      boolean before = fit(pairing, supporter.department(), peer.department());
      boolean after = fit(pairing, departments.of(supporter), departments.of(peer));
      if (before != after && !supporter.equals(peer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fit(Pairing pairing, Optional<String> one, Optional<String> other) {
    return one.filter(name -> !name.isEmpty()).isPresent()
        && other.filter(name -> !name.isEmpty()).isPresent()
        && one.equals(other) == (pairing == Pairing.SAME);
  }
}
