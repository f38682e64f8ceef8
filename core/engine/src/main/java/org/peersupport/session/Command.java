package org.peersupport.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;

/**
 * What someone asks to record in a session. {@link Commands} makes them with less to write.
 *
 * <p>Every command names the session, the instant at which it happened (UTC; what is finer than a
 * millisecond is cut off, so that what is stored and read again is the same), the participant who
 * records it, and the {@link Terms} on which it is meant. None of them prints who it is about.
 * Immutable; nothing is ever null.
 */
public sealed interface Command {
  /** The session's id. */
  String session();

  /** When it happened. */
  Instant at();

  /** The id of the participant who records it. */
  String by();

  /** On which terms. */
  Terms terms();

  /** The type of act that it asks for. */
  ActType type();

  /** The same command, as having happened at another instant. */
  default Command withAt(Instant instant) {
    return CommandCopy.of(this, instant, by(), terms());
  }

  /** The same command, recorded by this participant: for a server that knows who asks. */
  default Command withBy(String participant) {
    return CommandCopy.of(this, at(), participant, terms());
  }

  /** The same command on other terms. */
  default Command withTerms(Terms other) {
    return CommandCopy.of(this, at(), by(), other);
  }

  /** The same command, told at this instant by the clock of the program that asks. */
  default Command withRecordedAt(Instant instant) {
    return withTerms(terms().withMetadata(terms().metadata().recordedAt(instant)));
  }

  /** A command in the life of a referral. */
  sealed interface ReferralCommand extends Command {
    /** The id of the referral. */
    String referral();
  }

  /**
   * Opens a session under a protocol.
   *
   * @param protocol an {@code id} or {@code id@release}
   * @param supporter who supports
   * @param peer who is supported
   * @param followUpOf the session that this one follows up; another one
   */
  record Open(
      String session,
      Instant at,
      String by,
      Terms terms,
      String protocol,
      Peer supporter,
      Peer peer,
      Optional<String> followUpOf)
      implements Command {
    /**
     * Checks the ids, and that nothing is null.
     *
     * @throws IllegalArgumentException if an id is not written as it must be, or the session would
     *     follow up itself
     */
    public Open {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(protocol, "protocol");
      Objects.requireNonNull(supporter, "supporter");
      Objects.requireNonNull(peer, "peer");
      followUpOf.ifPresent(Ids::check);
      if (followUpOf.isPresent() && followUpOf.get().equals(session)) {
        throw new IllegalArgumentException("a session does not follow up itself");
      }
    }

    @Override
    public ActType type() {
      return ActType.OPEN;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The conversation moves into an element.
   *
   * @param element its key
   */
  record Begin(String session, Instant at, String by, Terms terms, String element)
      implements Command {
    /** Checks the ids, and that nothing is null. */
    public Begin {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(element, "element");
    }

    @Override
    public ActType type() {
      return ActType.BEGIN;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * A person flagged a concern; software never infers one.
   *
   * @param level a level of the protocol
   */
  record RaiseConcern(String session, Instant at, String by, Terms terms, String level)
      implements Command {
    /** Checks the ids, and that nothing is null. */
    public RaiseConcern {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(level, "level");
    }

    @Override
    public ActType type() {
      return ActType.CONCERN;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * A resource is offered; this opens a referral.
   *
   * @param referral a new id
   * @param resource its key
   */
  record Offer(String session, Instant at, String by, Terms terms, String referral, String resource)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Offer {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
      Objects.requireNonNull(resource, "resource");
    }

    @Override
    public ActType type() {
      return ActType.OFFER;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer accepts an offer.
   *
   * @param referral its id
   */
  record Accept(String session, Instant at, String by, Terms terms, String referral)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Accept {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
    }

    @Override
    public ActType type() {
      return ActType.ACCEPT;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer declines an offer.
   *
   * @param referral its id
   * @param reason why, a key of the protocol; empty where none is given
   */
  record Decline(
      String session, Instant at, String by, Terms terms, String referral, Optional<String> reason)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Decline {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.DECLINE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The hand-off happened.
   *
   * @param referral its id
   */
  record Connect(String session, Instant at, String by, Terms terms, String referral)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Connect {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
    }

    @Override
    public ActType type() {
      return ActType.CONNECT;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * A connected referral came to a good end.
   *
   * @param referral its id
   */
  record Complete(String session, Instant at, String by, Terms terms, String referral)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Complete {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
    }

    @Override
    public ActType type() {
      return ActType.COMPLETE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer takes the yes back; final.
   *
   * @param referral its id
   */
  record Withdraw(String session, Instant at, String by, Terms terms, String referral)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Withdraw {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
    }

    @Override
    public ActType type() {
      return ActType.WITHDRAW;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * A referral came to nothing.
   *
   * @param referral its id
   * @param reason why, a key of the protocol; empty where none is given
   */
  record Lapse(
      String session, Instant at, String by, Terms terms, String referral, Optional<String> reason)
      implements ReferralCommand {
    /** Checks the ids, and that nothing is null. */
    public Lapse {
      at = Common.check(session, at, by, terms);
      Ids.check(referral);
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.LAPSE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer is thanked.
   *
   * @param appreciation for what, in the order said
   */
  record Thank(String session, Instant at, String by, Terms terms, Appreciation appreciation)
      implements Command {
    /** Checks the ids, and that nothing is null. */
    public Thank {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(appreciation, "appreciation");
    }

    @Override
    public ActType type() {
      return ActType.THANK;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /** The conversation rests. */
  record Pause(String session, Instant at, String by, Terms terms) implements Command {
    /** Checks the ids, and that nothing is null. */
    public Pause {
      at = Common.check(session, at, by, terms);
    }

    @Override
    public ActType type() {
      return ActType.PAUSE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /** The conversation goes on. */
  record Resume(String session, Instant at, String by, Terms terms) implements Command {
    /** Checks the ids, and that nothing is null. */
    public Resume {
      at = Common.check(session, at, by, terms);
    }

    @Override
    public ActType type() {
      return ActType.RESUME;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * Someone else takes over as supporter.
   *
   * @param supporter the new one
   */
  record Transfer(String session, Instant at, String by, Terms terms, Peer supporter)
      implements Command {
    /** Checks the ids, and that nothing is null. */
    public Transfer {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(supporter, "supporter");
    }

    @Override
    public ActType type() {
      return ActType.TRANSFER;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /** The conversation closes; refused while a mandatory rule is unsatisfied. */
  record Close(String session, Instant at, String by, Terms terms) implements Command {
    /** Checks the ids, and that nothing is null. */
    public Close {
      at = Common.check(session, at, by, terms);
    }

    @Override
    public ActType type() {
      return ActType.CLOSE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The conversation ends early; no rule refuses it while it goes on.
   *
   * @param reason why
   */
  record End(String session, Instant at, String by, Terms terms, EndReason reason)
      implements Command {
    /** Checks the ids, and that nothing is null. */
    public End {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.END;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * An event was recorded in error. Needs the history to be decided: {@link
   * Sessions#decide(Session, Command, java.util.List)}.
   *
   * @param seq the place of that event, from 1
   * @param reason what was wrong, not blank; confidential
   */
  record Correct(
      String session, Instant at, String by, Terms terms, int seq, ConfidentialText reason)
      implements Command {
    /** Checks the ids, the place and the reason, and that nothing is null. */
    public Correct {
      at = Common.check(session, at, by, terms);
      if (seq < 1) {
        throw new IllegalArgumentException("the place of an event is a number from 1");
      }
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a correction needs a reason that is not blank");
      }
    }

    @Override
    public ActType type() {
      return ActType.CORRECT;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The whole session was entered in error. Refused while someone may need something first. Needs
   * no history, unlike {@link Correct}; only the correction of this brings the session back.
   *
   * @param reason why, the wire name of a {@link org.peersupport.protocol.VoidReason}
   */
  record VoidSession(String session, Instant at, String by, Terms terms, String reason)
      implements Command {
    /** Checks the ids, and that nothing is null. */
    public VoidSession {
      at = Common.check(session, at, by, terms);
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.VOID;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }
}
