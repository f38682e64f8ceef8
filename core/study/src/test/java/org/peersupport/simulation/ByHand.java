package org.peersupport.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** Conversations drawn as the contract says, with sessions, and nothing of a chain. */
final class ByHand {
  private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
  private static final Peer SUPPORTER = Peer.of("sup-1").from("surgery");
  private static final Peer PEER = Peer.of("peer-1").from("emergency");

  private final Protocol protocol;
  private final Behaviour behaviour;
  private final Random random;
  private int evenDraws;

  /**
   * What happened, and how it ended; {@code refused} attempts and draws among all that is permitted
   * beside it.
   */
  record Talk(List<String> acts, String last, int refused, int evenDraws) {}

  ByHand(Protocol protocol, Behaviour behaviour, Random random) {
    this.protocol = protocol;
    this.behaviour = behaviour;
    this.random = random;
  }

  Talk draw() {
    Commands commands = Commands.of("s-1", SUPPORTER.id(), AT);
    Session session =
        Sessions.start(
            protocol,
            Sessions.open(protocol, commands.open(protocol.reference(), SUPPORTER, PEER))
                .orElseThrow()
                .event());
    List<String> acts = new ArrayList<>();
    int refused = 0;
    evenDraws = 0;
    SortedMap<String, Double> row = behaviour.start();
    while (true) {
      String drawn = row.isEmpty() ? "" : draw(row);
      if (!drawn.isEmpty() && !isPermitted(session, commands, drawn)) {
        refused++;
        drawn = "";
      }
      if (drawn.isEmpty()) {
        drawn = instead(session, commands, row);
      }
      if (drawn.equals("close") || drawn.startsWith("end:")) {
        return new Talk(acts, drawn, refused, evenDraws);
      }
      acts.add(drawn);
      session = Sessions.evolve(session, decide(session, commands, drawn).orElseThrow().event());
      row = behaviour.after().getOrDefault(drawn, behaviour.otherwise());
    }
  }

  private String instead(Session session, Commands commands, SortedMap<String, Double> row) {
    for (SortedMap<String, Double> each : List.of(row, behaviour.otherwise())) {
      SortedMap<String, Double> permitted = new TreeMap<>(each);
      permitted.keySet().removeIf(choice -> !isPermitted(session, commands, choice));
      permitted.values().removeIf(weight -> weight == 0);
      if (!permitted.isEmpty()) {
        return draw(permitted);
      }
    }
    evenDraws++;
    SortedMap<String, Double> any = new TreeMap<>();
    for (Activity activity : protocol.activities()) {
      any.put(activity.text(), 1.0);
    }
    any.put("close", 1.0);
    any.keySet().removeIf(choice -> !isPermitted(session, commands, choice));
    return draw(any);
  }

  private String draw(Map<String, Double> row) {
    double sum = row.values().stream().mapToDouble(Double::doubleValue).sum();
    double at = random.nextDouble() * sum;
    String last = "";
    for (Map.Entry<String, Double> each : row.entrySet()) {
      last = each.getValue() > 0 ? each.getKey() : last;
      at -= each.getValue();
      if (at < 0) {
        return each.getKey();
      }
    }
    return last;
  }

  private static boolean isPermitted(Session session, Commands commands, String choice) {
    return decide(session, commands, choice).isAccepted();
  }

  /** What becomes of a choice; that of a referral is meant for the oldest one that takes it. */
  private static Decision decide(Session session, Commands commands, String choice) {
    Decision decision = Sessions.decide(session, command(session, commands, choice, "r-0"));
    for (Referral referral : session.referrals()) {
      if (!decision.isAccepted() && choice.endsWith(":" + referral.resource())) {
        decision = Sessions.decide(session, command(session, commands, choice, referral.id()));
      }
    }
    return decision;
  }

  private static Command command(Session session, Commands from, String choice, String referral) {
    int colon = choice.indexOf(':');
    String kind = colon < 0 ? choice : choice.substring(0, colon);
    String key = choice.substring(colon + 1);
    return switch (kind) {
      case "begin" -> from.begin(key);
      case "concern" -> from.raiseConcern(key);
      case "offer" -> from.offer("r-" + (session.referrals().size() + 1), key);
      case "accept" -> from.accept(referral);
      case "decline" -> from.decline(referral);
      case "connect" -> from.connect(referral);
      case "complete" -> from.complete(referral);
      case "withdraw" -> from.withdraw(referral);
      case "lapse" -> from.lapse(referral);
      case "thank" -> from.thank(key);
      case "close" -> from.close();
      default -> from.end(new EndReason(key));
    };
  }
}
