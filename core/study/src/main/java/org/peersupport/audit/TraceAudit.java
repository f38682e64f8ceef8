package org.peersupport.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;
import org.peersupport.simulation.TransitionTable;

/**
 * The audit of conversations that are in memory as numbers, many times as fast as that of events.
 *
 * <pre>{@code
 * TransitionTable table = TransitionTable.of(protocol);
 * TraceAudit audit = TraceAudit.of(table, sessions);
 * audit.add(17, table.letter("thank:work"));
 * SessionVerdict verdict = audit.verdict(17);
 * }</pre>
 *
 * <p>What it says of a conversation is what {@link SessionAudit} says of events that differ in
 * nothing but their acts. It knows what {@link TransitionTable} knows: no people, no instants, so
 * no deadlines, and no overrides, so that everything refused is a violation. Takes one number for
 * each session. Not safe to share between threads. No argument may be null, and no result is.
 */
public final class TraceAudit {
  private final TransitionTable table;
  private final int[] states;
  private final BitSet deviating = new BitSet();

  /** By reason: how often something was refused for it. */
  private long[] refused = new long[16];

  /** By state: what it comes to where nothing was violated. */
  private @Nullable SessionVerdict[] verdicts = new SessionVerdict[16];

  private TraceAudit(TransitionTable table, int sessions) {
    this.table = table;
    this.states = new int[sessions];
  }

  /**
   * The audit of so many sessions, all of them opened just now.
   *
   * @param table of the protocol that they are judged by; it can serve one audit after another
   * @throws NegativeArraySizeException if {@code sessions} is negative
   */
  public static TraceAudit of(TransitionTable table, int sessions) {
    return new TraceAudit(table, sessions);
  }

  /**
   * Takes the next act of a session.
   *
   * @param session from 0
   * @param letter of the table's alphabet
   * @throws IndexOutOfBoundsException for a session or a letter that is not there
   */
  public void add(int session, int letter) {
    int state = states[session];
    int next = table.next(state, letter);
    states[session] = next < 0 ? violated(session, state, letter, next) : next;
  }

  private int violated(int session, int state, int letter, int reason) {
    deviating.set(session);
    if (~reason >= refused.length) {
      refused = Arrays.copyOf(refused, 2 * ~reason);
    }
    refused[~reason]++;
    return table.departing(state, letter, reason);
  }

  /** The state in which a session is now. */
  public int state(int session) {
    return states[session];
  }

  /**
   * What the acts of a session come to so far: {@link SessionVerdict#CONFORMANT}, {@link
   * SessionVerdict#DEVIATING} or {@link SessionVerdict#INCOMPLETE}.
   */
  public SessionVerdict verdict(int session) {
    return deviating.get(session) ? SessionVerdict.DEVIATING : verdictOf(states[session]);
  }

  private SessionVerdict verdictOf(int state) {
    int place = table.place(state);
    SessionVerdict known = place < verdicts.length ? verdicts[place] : null;
    return known == null ? work(state, place) : known;
  }

  private SessionVerdict work(int state, int place) {
    if (place >= verdicts.length) {
      verdicts = Arrays.copyOf(verdicts, 2 * place);
    }
    SessionVerdict verdict =
        isPending(state) ? SessionVerdict.INCOMPLETE : SessionVerdict.CONFORMANT;
    verdicts[place] = verdict;
    return verdict;
  }

  private boolean isPending(int state) {
    Status status = table.status(state);
    Set<String> departed = new HashSet<>(table.departed(state));
    List<ExpandedRule> rules = table.protocol().expandedRules();
    List<Verdict> running = table.verdicts(state);
    for (int r = 0; r < rules.size(); r++) {
      ExpandedRule rule = rules.get(r);
      boolean goesOn = rule.holds() == Holds.ALWAYS;
      if (rule.isMandatory()
          && !departed.contains(rule.id())
          && RuleStanding.of(running.get(r), status, goesOn) == RuleStanding.PENDING) {
        return true;
      }
    }
    return false;
  }

  /** How often each rule was violated, by id, and each other refusal, by code; sorted. */
  public SortedMap<String, Long> violations() {
    SortedMap<String, Long> violations = new TreeMap<>();
    for (int i = 0; i < refused.length; i++) {
      if (refused[i] > 0) {
        TransitionTable.Reason reason = table.reason(~i);
        List<String> named =
            reason.rules().isEmpty() ? List.of(reason.code().wireName()) : reason.rules();
        for (String each : named) {
          violations.merge(each, refused[i], Long::sum);
        }
      }
    }
    return violations;
  }
}
