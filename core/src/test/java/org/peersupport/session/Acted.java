package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;

/**
 * Events for acts that were recorded whatever the rules say. An act of a referral is that of the
 * oldest one of its resource that it fits, or else of the latest.
 */
public final class Acted {
  private static final String ID = "s-1";
  private static final List<Deviation> NONE = List.of();

  private final List<Event> events = new ArrayList<>();

  /** By referral, as they were offered: its resource, and what became of it. */
  private final Map<String, String> resources = new LinkedHashMap<>();

  private final Map<String, String> states = new HashMap<>();
  private int referrals;
  private boolean isOver;

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
      boolean follows = act.matches("(accept|decline|connect|complete|withdraw|lapse):.*");
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
            Metadata.NONE,
            protocol.reference(),
            Optional.empty(),
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
    String r = referral(kind, key);
    events.add(
        switch (kind) {
          case "begin" -> new Event.ElementBegun(ID, seq, at, by, Metadata.NONE, key, NONE);
          case "concern" -> new Event.ConcernRaised(ID, seq, at, by, Metadata.NONE, key, NONE);
          case "thank" ->
              new Event.AppreciationExpressed(
                  ID, seq, at, by, Metadata.NONE, Appreciation.of(key), NONE);
          case "offer" ->
              new Event.ReferralOffered(ID, seq, at, by, Metadata.NONE, offered(key), key, NONE);
          case "accept" -> new Event.ReferralAccepted(ID, seq, at, by, Metadata.NONE, r, NONE);
          case "decline" ->
              new Event.ReferralDeclined(ID, seq, at, by, Metadata.NONE, r, Optional.empty(), NONE);
          case "connect" -> new Event.ReferralConnected(ID, seq, at, by, Metadata.NONE, r, NONE);
          case "complete" -> new Event.ReferralCompleted(ID, seq, at, by, Metadata.NONE, r, NONE);
          case "withdraw" -> new Event.ReferralWithdrawn(ID, seq, at, by, Metadata.NONE, r, NONE);
          case "lapse" ->
              new Event.ReferralLapsed(ID, seq, at, by, Metadata.NONE, r, Optional.empty(), NONE);
          case "close" -> new Event.SessionClosed(ID, seq, at, by, Metadata.NONE, NONE);
          case "end" ->
              new Event.SessionEnded(ID, seq, at, by, Metadata.NONE, EndReason.STOPPED, NONE);
          default -> throw new IllegalArgumentException(kind);
        });
    step(kind, r);
  }

  /** What could not be offered is none that an act could be of. */
  private String offered(String resource) {
    String id = "r-" + ++referrals;
    boolean isPending =
        resources.entrySet().stream()
            .anyMatch(each -> each.getValue().equals(resource) && isPending(each.getKey()));
    if (!isOver && !isPending) {
      resources.put(id, resource);
      states.put(id, "offered");
    }
    return id;
  }

  private boolean isPending(String referral) {
    return List.of("offered", "accepted").contains(states.get(referral));
  }

  private String referral(String kind, String resource) {
    String found = "r-0";
    for (Map.Entry<String, String> each : resources.entrySet()) {
      if (each.getValue().equals(resource)) {
        found = each.getKey();
        if (fits(kind, found)) {
          return found;
        }
      }
    }
    return found;
  }

  private boolean fits(String kind, String referral) {
    boolean isConnected = "connected".equals(states.get(referral));
    return switch (kind) {
      case "complete", "withdraw" -> isConnected || "accepted".equals(states.get(referral));
      case "lapse" -> isConnected || isPending(referral);
      default -> isPending(referral);
    };
  }

  private void step(String kind, String referral) {
    switch (kind) {
      case "accept" -> states.replace(referral, "offered", "accepted");
      case "decline" -> states.replace(referral, "offered", "final");
      case "connect" -> states.computeIfPresent(referral, (r, s) -> isPending(r) ? "connected" : s);
      case "complete", "withdraw" ->
          states.computeIfPresent(
              referral, (r, s) -> s.equals("connected") || s.equals("accepted") ? "final" : s);
      case "lapse" -> states.replace(referral, "final");
      case "close", "end" -> isOver = true;
      default -> {
        // nothing of a referral
      }
    }
  }
}
