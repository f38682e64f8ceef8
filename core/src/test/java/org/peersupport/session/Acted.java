package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;

/**
 * Events for acts that were recorded whatever the rules say. An act of a referral is the pending
 * one's of its resource, or else the latest one's.
 */
public final class Acted {
  private static final String ID = "s-1";
  private static final List<Deviation> NONE = List.of();

  private final List<Event> events = new ArrayList<>();

  /** By resource: its latest referral, and what became of it. */
  private final Map<String, String> latest = new HashMap<>();

  private final Map<String, String> states = new HashMap<>();
  private int referrals;

  private Acted() {}

  /** A small protocol of any kind. */
  public static Protocol protocol(Random random) {
    return Histories.protocol(random);
  }

  /** The acts without those of a referral that was never offered. */
  public static List<String> possible(List<String> acts) {
    Set<String> offered = new HashSet<>();
    List<String> possible = new ArrayList<>();
    for (String act : acts) {
      String key = act.substring(act.indexOf(':') + 1);
      boolean follows = act.matches("(accept|decline|connect|complete|lapse):.*");
      if (act.startsWith("offer:")) {
        offered.add(key);
      }
      if (!follows || offered.contains(key)) {
        possible.add(act);
      }
    }
    return possible;
  }

  /** A history of these acts, one a minute. */
  public static List<Event> history(Protocol protocol, List<String> acts) {
    Acted acted = new Acted();
    acted.events.add(
        new Event.SessionOpened(
            ID,
            1,
            Talk.START,
            "sup-1",
            protocol.reference(),
            Talk.SUPPORTER,
            Talk.PEER,
            Optional.empty(),
            NONE));
    acts.forEach(acted::add);
    return acted.events;
  }

  private void add(String act) {
    int colon = act.indexOf(':');
    String key = act.substring(colon + 1);
    int seq = events.size() + 1;
    Instant at = Talk.START.plusSeconds(60L * seq);
    String by = "sup-1";
    String kind = colon < 0 ? act : act.substring(0, colon);
    String r = latest.getOrDefault(key, "r-0");
    events.add(
        switch (kind) {
          case "begin" -> new Event.ElementBegun(ID, seq, at, by, key, NONE);
          case "concern" -> new Event.ConcernRaised(ID, seq, at, by, key, NONE);
          case "thank" ->
              new Event.AppreciationExpressed(ID, seq, at, by, Appreciation.of(key), NONE);
          case "offer" -> new Event.ReferralOffered(ID, seq, at, by, offered(key), key, NONE);
          case "accept" -> new Event.ReferralAccepted(ID, seq, at, by, r, NONE);
          case "decline" -> new Event.ReferralDeclined(ID, seq, at, by, r, NONE);
          case "connect" -> new Event.ReferralConnected(ID, seq, at, by, r, NONE);
          case "complete" -> new Event.ReferralCompleted(ID, seq, at, by, r, NONE);
          case "lapse" -> new Event.ReferralLapsed(ID, seq, at, by, r, NONE);
          case "close" -> new Event.SessionClosed(ID, seq, at, by, NONE);
          default -> new Event.SessionEnded(ID, seq, at, by, EndReason.STOPPED, NONE);
        });
    step(kind, key);
  }

  private String offered(String resource) {
    String id = "r-" + ++referrals;
    boolean isOver = states.containsKey("over");
    if (!isOver && !List.of("offered", "accepted").contains(states.getOrDefault(resource, ""))) {
      latest.put(resource, id);
      states.put(resource, "offered");
    }
    return id;
  }

  private void step(String kind, String key) {
    String state = states.getOrDefault(key, "");
    boolean isPending = state.equals("offered") || state.equals("accepted");
    switch (kind) {
      case "accept" -> states.computeIfPresent(key, (k, s) -> s.equals("offered") ? "accepted" : s);
      case "decline" -> states.computeIfPresent(key, (k, s) -> s.equals("offered") ? "final" : s);
      case "connect" -> states.computeIfPresent(key, (k, s) -> isPending ? "connected" : s);
      case "lapse", "complete" ->
          states.computeIfPresent(key, (k, s) -> isPending && kind.equals("lapse") ? "final" : s);
      case "close", "end" -> states.put("over", "yes");
      default -> {
        // nothing of a referral
      }
    }
  }
}
