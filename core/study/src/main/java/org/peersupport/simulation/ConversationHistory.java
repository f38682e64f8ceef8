package org.peersupport.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A conversation that was drawn, as the events of a session: what a log of it would hold. Each act
 * is decided by the session engine, so an audit finds no violation in it.
 */
public final class ConversationHistory {
  /** For acts that are no referral's. */
  private static final String NO_REFERRAL = "r-0";

  private final List<Event> events = new ArrayList<>();
  private final String id;
  private Session session;
  private Instant now;

  private ConversationHistory(Protocol protocol, String id, Instant start) {
    this.id = id;
    this.now = start;
    boolean same = protocol.pairing() == Pairing.SAME;
    Peer supporter = Peer.of("supporter-of-" + id).from("support");
    Peer peer = Peer.of("peer-of-" + id).from(same ? "support" : "ward");
    Decision.Accepted opened =
        Sessions.open(
                protocol,
                Commands.of(id, supporter.id(), start).open(protocol.reference(), supporter, peer))
            .orElseThrow();
    events.add(opened.event());
    session = opened.session();
  }

  /**
   * The events of a conversation.
   *
   * @param drawn a conversation of this protocol
   * @param id the id of the session, at most 40 characters; participants are named after it
   * @param start when it was opened, in whole milliseconds; each act comes when the one before it
   *     is over
   * @throws org.peersupport.session.RefusedException if it is another protocol's conversation
   */
  public static List<Event> of(
      Protocol protocol, DrawnConversation drawn, String id, Instant start) {
    ConversationHistory history = new ConversationHistory(protocol, id, start);
    for (int i = 0; i < drawn.activities().size(); i++) {
      history.record(drawn.activities().get(i));
      history.now = history.now.plusMillis(drawn.times().get(i));
    }
    if (!drawn.ending().isEmpty()) {
      history.record(drawn.ending());
    }
    return List.copyOf(history.events);
  }

  private void record(String act) {
    Decision.Accepted accepted = decided(act).orElseThrow();
    session = accepted.session();
    events.add(accepted.event());
  }

  /** An act of a referral is that of the oldest one that it fits. */
  private Decision decided(String act) {
    String key = act.substring(act.indexOf(':') + 1);
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(key)) {
        Decision decision = Sessions.decide(session, command(act, referral.id()));
        if (decision.isAccepted()) {
          return decision;
        }
      }
    }
    return Sessions.decide(session, command(act, NO_REFERRAL));
  }

  private Command command(String act, String referral) {
    Commands from = Commands.of(id, session.supporter().id(), now);
    int colon = act.indexOf(':');
    String key = act.substring(colon + 1);
    ActType type = ActType.ofCommand(colon < 0 ? act : act.substring(0, colon)).orElseThrow();
    return switch (type) {
      case BEGIN -> from.begin(key);
      case CONCERN -> from.raiseConcern(key);
      case OFFER -> from.offer("r-" + (session.referrals().size() + 1), key);
      case ACCEPT -> from.accept(referral);
      case DECLINE -> from.decline(referral);
      case CONNECT -> from.connect(referral);
      case COMPLETE -> from.complete(referral);
      case WITHDRAW -> from.withdraw(referral);
      case LAPSE -> from.lapse(referral);
      case THANK -> from.thank(key);
      case CLOSE -> from.close();
      case END -> from.end(new EndReason(key));
      case OPEN, PAUSE, RESUME, TRANSFER, CORRECT, VOID ->
          throw new IllegalArgumentException("no act of a drawn conversation");
    };
  }
}
