package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What every command has to pass, in the order of the refusal codes: what the sender knows, what
 * the status bars, who and when, what is named, and last what the rules say.
 */
final class Gate {
  /** Who may record an act. */
  enum Who {
    SUPPORTER,
    PARTICIPANT,
    ANYONE
  }

  private Gate() {}

  /**
   * The {@link Step} that the command takes, or the {@link Refusal} it gets.
   *
   * @param early what the status bars; null if nothing
   * @param structural what is wrong with what the command names; null if nothing
   * @param answer what the situation answers; null only where something else refuses the command
   */
  static @Nullable Object pass(
      Session session,
      String id,
      Terms terms,
      Instant at,
      String by,
      Who who,
      @Nullable Refusal early,
      @Nullable RefusalCode structural,
      @Nullable Object answer) {
    if (answer instanceof Step
        && early == null
        && structural == null
        && isPlain(session, id, terms, at, by, who)) {
      return answer;
    }
    return examine(session, id, terms, at, by, who, early, structural, answer);
  }

  /** Whether nothing about the sender is against the command: most commands are like that. */
  @SuppressWarnings("ReferenceEquality") // other terms without anything in them are looked at too
  private static boolean isPlain(
      Session session, String id, Terms terms, Instant at, String by, Who who) {
    return terms == Terms.NONE
        && Ids.same(id, session.id())
        && (who == Who.ANYONE || isAllowed(session, by, who))
        && !at.isBefore(session.at());
  }

  @SuppressWarnings("ReferenceEquality") // first, because it is the same string mostly
  static boolean isAllowed(Session session, String by, Who who) {
    String supporter = session.supporter().id();
    String peer = session.peer().id();
    return by == supporter
        || (who == Who.PARTICIPANT && by == peer)
        || by.equals(supporter)
        || (who == Who.PARTICIPANT && by.equals(peer));
  }

  private static @Nullable Object examine(
      Session session,
      String id,
      Terms terms,
      Instant at,
      String by,
      Who who,
      @Nullable Refusal early,
      @Nullable RefusalCode structural,
      @Nullable Object answer) {
    Script script = session.situation().script();
    RefusalCode code = whoAndWhen(session, id, terms, at, by, who, early);
    if (code != null) {
      return early != null && code == early.code() ? early : script.refusal(code);
    }
    if (structural != null) {
      return script.refusal(structural);
    }
    return answer instanceof Refusal refusal && terms.override().isPresent()
        ? overriding(session, terms.override().get(), refusal)
        : answer;
  }

  private static @Nullable RefusalCode whoAndWhen(
      Session session,
      String id,
      Terms terms,
      Instant at,
      String by,
      Who who,
      @Nullable Refusal early) {
    if (!session.id().equals(id)) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    OptionalInt ifSeq = terms.ifSeq();
    if (ifSeq.isPresent() && ifSeq.getAsInt() != session.seq()) {
      return RefusalCode.SESSION_CHANGED;
    }
    if (early != null) {
      return early.code();
    }
    if (who != Who.ANYONE && !by.equals(session.supporter().id())) {
      if (!by.equals(session.peer().id())) {
        return RefusalCode.ACTOR_NOT_IN_SESSION;
      }
      if (who == Who.SUPPORTER) {
        return RefusalCode.ACTOR_NOT_ALLOWED;
      }
    }
    return at.isBefore(session.at()) ? RefusalCode.TIME_BEFORE_LAST_EVENT : null;
  }

  /** The refusal when it is one that the status gives, whoever sends the command. */
  static @Nullable Refusal early(Object answer) {
    return answer instanceof Refusal refusal && refusal.isEarly() ? refusal : null;
  }

  private static Object overriding(Session session, ConfidentialText reason, Refusal refusal) {
    if (refusal.code().isStructural()) {
      return refusal;
    }
    if (reason.isBlank()) {
      return refusal.overridden(RefusalCode.OVERRIDE_NO_REASON);
    }
    BitSet violated = refusal.overridable();
    Step step =
        violated == null
            ? null
            : Judging.overriding(session.situation(), refusal.acts(), violated, reason);
    return step == null ? refusal.overridden(RefusalCode.OVERRIDE_NOT_ALLOWED) : step;
  }

  /** The step with the deadlines that it meets too late. */
  static Step late(Session session, Step step, int moment, @Nullable String referral, Instant at) {
    ObligationChain open = session.obligationChain();
    Deadlines deadlines = session.situation().script().deadlines();
    return open == null || !deadlines.discharges(moment)
        ? step
        : late(deadlines, open, step, moment, referral, at);
  }

  /** The same, as the obligations stand. */
  static Step late(
      Deadlines deadlines,
      @Nullable ObligationChain open,
      Step step,
      int moment,
      @Nullable String referral,
      Instant at) {
    if (!deadlines.meetsLate(open, moment, referral, at)) {
      return step;
    }
    List<Deviation> deviations = new ArrayList<>(step);
    deadlines.addLate(open, moment, referral, at, deviations);
    return new Step(step.from, step.move, step.next, deviations);
  }
}
