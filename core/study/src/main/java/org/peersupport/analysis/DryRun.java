package org.peersupport.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralLifecycle;
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

  private final Locale locale;
  private Session session;
  private int referrals;

  /**
   * @param locale the language of explanations
   */
  DryRun(Protocol protocol, Locale locale) {
    this.locale = locale;
    String there = protocol.pairing() == Pairing.DIFFERENT ? "there" : "here";
    Peer supporter = Peer.of("supporter").from("here");
    Peer peer = Peer.of("peer").from(there);
    this.session =
        Sessions.open(protocol, COMMANDS.open(protocol.reference(), supporter, peer))
            .orElseThrow()
            .session();
  }

  private DryRun(DryRun other) {
    this.locale = other.locale;
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
          case WITHDRAW -> COMMANDS.withdraw(referral(activity, latest));
          case LAPSE -> COMMANDS.lapse(referral(activity, latest));
          case THANK -> COMMANDS.thank(key);
        });
  }

  /** Whether the act may be of referrals in several states: of a pending or of a connected one. */
  boolean isAmbiguous(Activity activity) {
    ActType act = ActType.of(activity.kind());
    return session.referrals().stream()
            .filter(referral -> referral.resource().equals(activity.qualifier()))
            .map(Referral::state)
            .filter(state -> ReferralLifecycle.fits(state, act, Consent.NOTICE))
            .distinct()
            .count()
        > 1;
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
    return new Refused(List.copyOf(rules), refusal.explanation(locale));
  }

  /** The oldest or latest referral of the resource that the act fits; any, when it fits none. */
  private String referral(Activity activity, boolean latest) {
    List<Referral> referrals = new ArrayList<>(session.referrals());
    referrals.removeIf(referral -> !referral.resource().equals(activity.qualifier()));
    if (latest) {
      Collections.reverse(referrals);
    }
    ActType act = ActType.of(activity.kind());
    return ReferralLifecycle.meant(
            referrals, referral -> ReferralLifecycle.fits(referral.state(), act, Consent.NOTICE))
        .map(Referral::id)
        .orElse("r-0");
  }
}
