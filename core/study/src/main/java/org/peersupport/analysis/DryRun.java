package org.peersupport.analysis;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Violation;

/**
 * A conversation in a throw-away session: runs acts and returns the refusals. Not safe to share
 * between threads.
 */
final class DryRun {
  /**
   * Why an act was refused.
   *
   * @param rules the rules that refuse it, in expanded order
   * @param explanation for people
   */
  record Refused(List<String> rules, String explanation) {}

  private static final Commands COMMANDS = Commands.of("dry-run", "supporter", Instant.EPOCH);

  private Session session;
  private int referrals;

  DryRun(Protocol protocol) {
    String there = protocol.pairing() == Pairing.DIFFERENT ? "there" : "here";
    Peer supporter = Peer.of("supporter").from("here");
    Peer peer = Peer.of("peer").from(there);
    this.session =
        Sessions.open(protocol, COMMANDS.open(protocol.reference(), supporter, peer))
            .orElseThrow()
            .session();
  }

  private DryRun(DryRun other) {
    this.session = other.session;
    this.referrals = other.referrals;
  }

  /** The same, to go on in another way. */
  DryRun copy() {
    return new DryRun(this);
  }

  /**
   * Records an activity; null when it was accepted.
   *
   * @param latest whether an act of a referral means the latest one that it fits, not the oldest
   */
  @Nullable Refused act(Activity activity, boolean latest) {
    String key = activity.qualifier();
    return decide(
        switch (activity.kind()) {
          case BEGIN -> COMMANDS.begin(key);
          case CONCERN -> COMMANDS.raiseConcern(key);
          case OFFER -> COMMANDS.offer("r-" + ++referrals, key);
          case ACCEPT -> COMMANDS.accept(referral(activity, latest));
          case DECLINE -> COMMANDS.decline(referral(activity, latest));
          case CONNECT -> COMMANDS.connect(referral(activity, latest));
          case COMPLETE -> COMMANDS.complete(referral(activity, latest));
          case LAPSE -> COMMANDS.lapse(referral(activity, latest));
          case THANK -> COMMANDS.thank(key);
        });
  }

  /** Closes the conversation; null when that was accepted. */
  @Nullable Refused close() {
    return decide(COMMANDS.close());
  }

  private @Nullable Refused decide(Command command) {
    Decision decision = Sessions.decide(session, command);
    if (decision instanceof Decision.Accepted accepted) {
      session = accepted.session();
      return null;
    }
    Refusal refusal = decision.refusal().orElseThrow();
    Set<String> rules = new LinkedHashSet<>();
    for (Violation violation : refusal.violations()) {
      violation.rule().ifPresent(rules::add);
      rules.addAll(violation.rules());
    }
    return new Refused(List.copyOf(rules), refusal.explanation());
  }

  /** A referral of the resource that the act fits; any, when it fits none. */
  private String referral(Activity activity, boolean latest) {
    String fitting = "";
    String any = "r-0";
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(activity.qualifier())) {
        boolean first = fitting.isEmpty() || latest;
        if (first && fits(activity.kind(), referral.state())) {
          fitting = referral.id();
        }
        any = referral.id();
      }
    }
    return fitting.isEmpty() ? any : fitting;
  }

  private static boolean fits(ActivityKind kind, ReferralState state) {
    return switch (kind) {
      case ACCEPT, DECLINE -> state == ReferralState.OFFERED;
      case CONNECT -> state == ReferralState.OFFERED || state == ReferralState.ACCEPTED;
      case COMPLETE -> state == ReferralState.CONNECTED;
      default ->
          state == ReferralState.OFFERED
              || state == ReferralState.ACCEPTED
              || state == ReferralState.CONNECTED;
    };
  }
}
