package org.peersupport.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Deviation;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** A session that is taken through the activities of a conversation, by name. */
final class Replay {
  private static final Commands SUPPORTER =
      Commands.of("s-1", "sup-1", Instant.parse("2026-03-02T09:00:00Z"));

  private final List<String> departed = new ArrayList<>();
  private Session session;

  Replay(Protocol protocol) {
    Peer supporter = Peer.of("sup-1").from("surgery");
    Peer peer = Peer.of("peer-1").from("emergency");
    this.session =
        Sessions.open(protocol, SUPPORTER.open(protocol.id(), supporter, peer))
            .orElseThrow()
            .session();
  }

  private Replay(Session session) {
    this.session = session;
  }

  /** The same place in another session. */
  Replay fork() {
    return new Replay(session);
  }

  Session session() {
    return session;
  }

  /** The rules that were departed from since the session was started or forked. */
  List<String> departed() {
    return departed;
  }

  /** Decides on all these activities; the number that were accepted before the first refusal. */
  int playAll(List<String> texts) {
    int accepted = 0;
    while (accepted < texts.size() && play(texts.get(accepted)).isAccepted()) {
      accepted++;
    }
    return accepted;
  }

  /** Decides on an activity, {@code close} or {@code end:<reason>}, and goes on if accepted. */
  Decision play(String text) {
    Decision decision = decide(text);
    if (decision instanceof Decision.Accepted accepted) {
      accepted.event().deviations().stream().map(Deviation::rule).forEach(departed::add);
      session = accepted.session();
    }
    return decision;
  }

  private Decision decide(String text) {
    String what = text.substring(text.indexOf(':') + 1);
    return switch (text.substring(0, text.length() - what.length())) {
      case "begin:" -> Sessions.decide(session, SUPPORTER.begin(what));
      case "concern:" -> Sessions.decide(session, SUPPORTER.raiseConcern(what));
      case "thank:" -> Sessions.decide(session, SUPPORTER.thank(what));
      case "offer:" -> Sessions.decide(session, SUPPORTER.offer("r-" + session.seq(), what));
      case "end:" -> Sessions.decide(session, SUPPORTER.end(reason(what)));
      case "" -> Sessions.decide(session, SUPPORTER.close());
      default -> ofReferral(text.substring(0, text.indexOf(':')), what);
    };
  }

  private static EndReason reason(String wire) {
    for (EndReason reason : EndReason.builtIn()) {
      if (reason.wireName().equals(wire)) {
        return reason;
      }
    }
    throw new IllegalArgumentException(wire);
  }

  /** The act on the oldest referral of the resource that it fits. */
  private Decision ofReferral(String act, String resource) {
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(resource)) {
        Decision decision = Sessions.decide(session, command(act, referral.id()));
        boolean fits =
            !(decision instanceof Refusal refusal)
                || refusal.code() == RefusalCode.RULE_VIOLATED
                || refusal.code() == RefusalCode.RULE_CONFLICT;
        if (fits) {
          return decision;
        }
      }
    }
    return Sessions.decide(session, command(act, "none"));
  }

  private static Command command(String act, String referral) {
    return switch (act) {
      case "accept" -> SUPPORTER.accept(referral);
      case "decline" -> SUPPORTER.decline(referral);
      case "connect" -> SUPPORTER.connect(referral);
      case "complete" -> SUPPORTER.complete(referral);
      case "withdraw" -> SUPPORTER.withdraw(referral);
      case "lapse" -> SUPPORTER.lapse(referral);
      default -> throw new IllegalArgumentException(act);
    };
  }
}
