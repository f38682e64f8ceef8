package org.peersupport.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.VoidReason;

/**
 * Makes the {@link Command}s of one participant in one session at one instant:
 *
 * <pre>{@code
 * Commands supporter = Commands.of("s-1", "sup-1", at);
 * Sessions.decide(session, supporter.begin("reach-out"));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Commands {
  private final String session;
  private final String by;
  private final Instant at;
  private final Terms terms;

  private Commands(String session, String by, Instant at, Terms terms) {
    this.session = session;
    this.by = by;
    this.at = at;
    this.terms = terms;
  }

  /**
   * The commands that the participant records in the session, as having happened at the instant.
   *
   * @throws IllegalArgumentException if an id is not written as it must be
   */
  public static Commands of(String session, String by, Instant at) {
    Ids.check(session);
    Ids.check(by);
    return new Commands(session, by, Objects.requireNonNull(at, "at"), Terms.NONE);
  }

  /** The same at another instant. */
  public Commands at(Instant instant) {
    return new Commands(session, by, Objects.requireNonNull(instant, "instant"), terms);
  }

  /** The same, departing from overridable rules for this reason. */
  public Commands overriding(String reason) {
    return on(terms.overriding(OverrideReason.of(reason)));
  }

  /**
   * The same, departing from overridable rules for this reason.
   *
   * @param code one of the protocol's reasons for an override; not confidential
   * @param reason in words; confidential
   */
  public Commands overriding(String code, String reason) {
    return on(terms.overriding(new OverrideReason(ConfidentialText.of(reason), Optional.of(code))));
  }

  /** The same, told at this instant by the clock of the program that asks. */
  public Commands recordedAt(Instant instant) {
    return on(terms.withMetadata(terms.metadata().recordedAt(instant)));
  }

  /**
   * The same under a command id: sent again, what the id names is not recorded twice. For one
   * command only.
   */
  public Commands commandId(String id) {
    return on(terms.withMetadata(terms.metadata().commandId(id)));
  }

  private Commands on(Terms other) {
    return new Commands(session, by, at, other);
  }

  /** The same, to be refused when the last event of the session is another one. */
  public Commands ifSeq(int seq) {
    return on(terms.ifSeq(seq));
  }

  /**
   * The command that an option stands for, so that an answer becomes a command in one call:
   *
   * <pre>{@code
   * for (Options.Option option : Sessions.options(session, by, now).options()) {
   *   if (option.isPermitted()) {
   *     offerButton(option.activity(), () -> decide(Commands.of(id, by, now).of(option)));
   *   }
   * }
   * }</pre>
   *
   * @throws IllegalArgumentException if the command needs more than the option says: an offer the
   *     new referral, {@code end} a reason, {@code transfer} a supporter, and an act of a referral
   *     a referral where the resource has none. The message names the method to use
   */
  public Command of(Options.Option option) {
    return of(option.activity(), option.referral());
  }

  /**
   * The offer that an option stands for.
   *
   * @param newReferral the id of the referral that it opens
   * @throws IllegalArgumentException if the option is no offer
   */
  public Command.Offer of(Options.Option option, String newReferral) {
    if (option.act() != ActType.OFFER) {
      throw new IllegalArgumentException("only an offer opens a referral; use of(option)");
    }
    return (Command.Offer) of(option.activity(), Optional.of(newReferral));
  }

  /**
   * The command that an entry of an answer in JSON stands for, or a step of a remedy.
   *
   * @param activity an activity such as {@code accept:chaplaincy}, or a word such as {@code close}
   * @param referral the referral that the act is of; for an offer the new one; passed over for acts
   *     that have none
   * @throws IllegalArgumentException if it is neither, or the command needs more; the message names
   *     the method to use
   */
  public Command of(String activity, Optional<String> referral) {
    Optional<Activity> named = Activity.parse(activity);
    if (named.isPresent()) {
      return of(named.get(), referral);
    }
    ActType word =
        ActType.ofCommand(activity)
            .orElseThrow(() -> new IllegalArgumentException("neither an activity nor a word"));
    return switch (word) {
      case PAUSE -> pause();
      case RESUME -> resume();
      case CLOSE -> close();
      case END -> throw needing("an end needs a reason; use end(reason)");
      case TRANSFER -> throw needing("a transfer needs a supporter; use transfer(supporter)");
      case OPEN -> throw needing("an opening needs a protocol and two people; use open(…)");
      case CORRECT -> throw needing("a correction needs a seq and a reason; use correct(…)");
      case VOID -> throw needing("a session is voided for a reason; use voidSession(reason)");
      case BEGIN, CONCERN, OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE, THANK ->
          throw needing("an activity is written kind:key");
    };
  }

  private Command of(Activity activity, Optional<String> referral) {
    String key = activity.qualifier();
    return switch (activity.kind()) {
      case BEGIN -> begin(key);
      case CONCERN -> raiseConcern(key);
      case THANK -> thank(key);
      case OFFER -> offer(opened(referral), key);
      case ACCEPT -> accept(meant(referral));
      case DECLINE -> decline(meant(referral));
      case CONNECT -> connect(meant(referral));
      case COMPLETE -> complete(meant(referral));
      case WITHDRAW -> withdraw(meant(referral));
      case LAPSE -> lapse(meant(referral));
    };
  }

  private static String opened(Optional<String> referral) {
    return referral.orElseThrow(
        () -> needing("an offer needs the id of a new referral; use of(option, newReferral)"));
  }

  private static String meant(Optional<String> referral) {
    return referral.orElseThrow(
        () -> needing("the resource has no referral yet; use offer(referral, resource) first"));
  }

  private static IllegalArgumentException needing(String what) {
    return new IllegalArgumentException(what);
  }

  /** Opens the session under a protocol. */
  public Command.Open open(String protocol, Peer supporter, Peer peer) {
    return new Command.Open(session, at, by, terms, protocol, supporter, peer, Optional.empty());
  }

  /**
   * Opens the session under a protocol, following up an earlier one.
   *
   * @throws IllegalArgumentException if the earlier one is the session itself, or its id is not
   *     written as it must be
   */
  public Command.Open openFollowUp(
      String protocol, Peer supporter, Peer peer, String earlierSession) {
    return new Command.Open(
        session, at, by, terms, protocol, supporter, peer, Optional.of(earlierSession));
  }

  /** The conversation moves into an element. */
  public Command.Begin begin(String element) {
    return new Command.Begin(session, at, by, terms, element);
  }

  /** A person flagged a concern; software never infers one. */
  public Command.RaiseConcern raiseConcern(String level) {
    return new Command.RaiseConcern(session, at, by, terms, level);
  }

  /** A resource is offered; this opens a referral. */
  public Command.Offer offer(String referral, String resource) {
    return new Command.Offer(session, at, by, terms, referral, resource);
  }

  /** The peer accepts an offer. */
  public Command.Accept accept(String referral) {
    return new Command.Accept(session, at, by, terms, referral);
  }

  /** The peer declines an offer. */
  public Command.Decline decline(String referral) {
    return new Command.Decline(session, at, by, terms, referral, Optional.empty());
  }

  /** The peer declines an offer for a reason of the protocol, such as {@code not-now}. */
  public Command.Decline decline(String referral, String reason) {
    return new Command.Decline(session, at, by, terms, referral, Optional.of(reason));
  }

  /** The hand-off happened. */
  public Command.Connect connect(String referral) {
    return new Command.Connect(session, at, by, terms, referral);
  }

  /** The peer takes the yes back; final. */
  public Command.Withdraw withdraw(String referral) {
    return new Command.Withdraw(session, at, by, terms, referral);
  }

  /** A referral came to a good end. */
  public Command.Complete complete(String referral) {
    return new Command.Complete(session, at, by, terms, referral);
  }

  /** A referral came to nothing. */
  public Command.Lapse lapse(String referral) {
    return new Command.Lapse(session, at, by, terms, referral, Optional.empty());
  }

  /** A referral came to nothing for a reason of the protocol. */
  public Command.Lapse lapse(String referral, String reason) {
    return new Command.Lapse(session, at, by, terms, referral, Optional.of(reason));
  }

  /** The peer is thanked. */
  public Command.Thank thank(String... facets) {
    return new Command.Thank(session, at, by, terms, Appreciation.of(facets));
  }

  /** The conversation rests. */
  public Command.Pause pause() {
    return new Command.Pause(session, at, by, terms);
  }

  /** The conversation goes on. */
  public Command.Resume resume() {
    return new Command.Resume(session, at, by, terms);
  }

  /** Someone else takes over as supporter. */
  public Command.Transfer transfer(Peer supporter) {
    return new Command.Transfer(session, at, by, terms, supporter);
  }

  /** The conversation closes; refused while a mandatory rule is unsatisfied. */
  public Command.Close close() {
    return new Command.Close(session, at, by, terms);
  }

  /** The conversation ends early; no rule refuses it while it goes on. */
  public Command.End end(EndReason reason) {
    return new Command.End(session, at, by, terms, reason);
  }

  /**
   * An event was recorded in error.
   *
   * @param seq its place in the session's history, from 1
   * @param reason what was wrong; confidential
   * @throws IllegalArgumentException if the place is less than 1, or the reason blank or too long
   */
  public Command.Correct correct(int seq, String reason) {
    return new Command.Correct(session, at, by, terms, seq, ConfidentialText.of(reason));
  }

  /** The whole session was entered in error. */
  public Command.VoidSession voidSession(VoidReason reason) {
    return new Command.VoidSession(session, at, by, terms, reason.wireName());
  }
}
