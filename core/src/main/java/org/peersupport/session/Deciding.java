package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Life;
import org.peersupport.protocol.Protocol;

/**
 * Decides commands. Every kind goes the same way: what the session bars, who and when, what is
 * named, and last what the rules say; the situation knows the first and the last.
 */
final class Deciding {
  /** Who may record an act. */
  private enum Who {
    SUPPORTER,
    PARTICIPANT,
    ANYONE
  }

  private Deciding() {}

  static Decision open(Protocol protocol, Command.Open command) {
    Script script = Script.of(protocol);
    String named = command.protocol();
    if (!named.equals(protocol.id()) && !named.equals(protocol.reference())) {
      return script.refusal(RefusalCode.PROTOCOL_UNKNOWN);
    }
    if (!Pairings.allows(protocol.pairing(), command.supporter(), command.peer())) {
      return script.refusal(RefusalCode.PAIRING_NOT_ALLOWED);
    }
    return new Event.SessionOpened(
        command.session(),
        1,
        command.at(),
        command.by(),
        protocol.reference(),
        command.supporter(),
        command.peer(),
        command.followUpOf(),
        List.of());
  }

  static Decision decide(Session session, Command command) {
    if (command instanceof Command.Begin c) {
      return begin(session, c);
    } else if (command instanceof Command.Offer c) {
      return offer(session, c);
    } else if (command instanceof Command.Accept c) {
      return accept(session, c);
    } else if (command instanceof Command.Decline c) {
      return decline(session, c);
    } else if (command instanceof Command.Connect c) {
      return connect(session, c);
    } else if (command instanceof Command.Thank c) {
      return thank(session, c);
    } else if (command instanceof Command.Close c) {
      return close(session, c);
    } else if (command instanceof Command.RaiseConcern c) {
      return concern(session, c);
    } else if (command instanceof Command.Complete c) {
      return complete(session, c);
    } else if (command instanceof Command.Lapse c) {
      return lapse(session, c);
    } else if (command instanceof Command.End c) {
      return end(session, c);
    } else if (command instanceof Command.Pause c) {
      return pause(session, c);
    } else if (command instanceof Command.Resume c) {
      return resume(session, c);
    } else if (command instanceof Command.Transfer c) {
      return transfer(session, c);
    } else if (command instanceof Command.Open c) {
      Script script = session.situation().script();
      check(session, c.session());
      return script.refusal(RefusalCode.SESSION_ALREADY_OPEN);
    }
    throw new AssertionError("unhandled " + command.getClass().getName());
  }

  private static void check(Session session, String id) {
    if (!session.id().equals(id)) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
  }

  /**
   * What bars the command before its content matters, in the order of the codes; null if nothing.
   */
  private static @Nullable Refusal barrier(
      Session session,
      String id,
      Terms terms,
      Instant at,
      String by,
      Who who,
      @Nullable Refusal early) {
    check(session, id);
    Script script = session.situation().script();
    OptionalInt ifSeq = terms.ifSeq();
    if (ifSeq.isPresent() && ifSeq.getAsInt() != session.seq()) {
      return script.refusal(RefusalCode.SESSION_CHANGED);
    }
    if (early != null) {
      return early;
    }
    if (who != Who.ANYONE && !by.equals(session.supporter().id())) {
      if (!by.equals(session.peer().id())) {
        return script.refusal(RefusalCode.ACTOR_NOT_IN_SESSION);
      }
      if (who == Who.SUPPORTER) {
        return script.refusal(RefusalCode.ACTOR_NOT_ALLOWED);
      }
    }
    return at.isBefore(session.at()) ? script.refusal(RefusalCode.TIME_BEFORE_LAST_EVENT) : null;
  }

  /** The refusal that comes before who and when are looked at. */
  private static @Nullable Refusal early(Object answer) {
    return answer instanceof Refusal refusal && refusal.isEarly() ? refusal : null;
  }

  /** The step that the answer is, or becomes by the override; else the refusal to give. */
  private static Object settled(Session session, Terms terms, Object answer) {
    if (answer instanceof Step || terms.override().isEmpty()) {
      return answer;
    }
    Refusal refusal = (Refusal) answer;
    if (refusal.code().isStructural()) {
      return refusal;
    }
    ConfidentialText reason = terms.override().get();
    if (reason.isBlank()) {
      return refusal.overridden(RefusalCode.OVERRIDE_NO_REASON);
    }
    BitSet violated = refusal.overridable();
    Step step =
        violated == null ? null : session.situation().overriding(refusal.acts(), violated, reason);
    return step == null ? refusal.overridden(RefusalCode.OVERRIDE_NOT_ALLOWED) : step;
  }

  /** What the step departs from, and the deadlines that are met too late. */
  private static List<Deviation> deviations(
      Session session, Step step, int moment, @Nullable String referral, Instant at) {
    Deadlines deadlines = session.situation().script().deadlines();
    if (session.obligationChain() == null || !deadlines.concerns(moment)) {
      return step.deviations;
    }
    List<Deviation> late = new ArrayList<>(0);
    deadlines.addLate(session.obligationChain(), moment, referral, at, late);
    if (late.isEmpty()) {
      return step.deviations;
    }
    late.addAll(0, step.deviations);
    return List.copyOf(late);
  }

  private static Decision begin(Session s, Command.Begin c) {
    Situation here = s.situation();
    int activity = here.script().begin(c.element());
    Object answer = activity < 0 ? null : here.answer(activity);
    Refusal early = answer == null ? here.barredUnknown(false) : early(answer);
    Refusal barrier = barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early);
    if (barrier != null) {
      return barrier;
    }
    if (answer == null) {
      return here.script().refusal(RefusalCode.ELEMENT_UNKNOWN);
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = deviations(s, (Step) settled, activity, null, c.at());
    String element = here.script().protocol.activities().get(activity).qualifier();
    return new Event.ElementBegun(c.session(), s.seq() + 1, c.at(), c.by(), element, deviations);
  }

  private static Decision concern(Session s, Command.RaiseConcern c) {
    Situation here = s.situation();
    int activity = here.script().concern(c.level());
    Object answer = activity < 0 ? null : here.answer(activity);
    Refusal early = answer == null ? here.barredUnknown(true) : early(answer);
    Refusal barrier = barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.PARTICIPANT, early);
    if (barrier != null) {
      return barrier;
    }
    if (answer == null) {
      return here.script().refusal(RefusalCode.LEVEL_UNKNOWN);
    }
    if (answer instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = deviations(s, (Step) answer, activity, null, c.at());
    return new Event.ConcernRaised(c.session(), s.seq() + 1, c.at(), c.by(), c.level(), deviations);
  }

  private static Decision thank(Session s, Command.Thank c) {
    Situation here = s.situation();
    List<String> facets = c.appreciation().facets();
    int[] acts = here.script().thanks(facets);
    boolean unknown = acts.length < facets.size();
    Object answer = unknown ? null : here.answerToAll(acts);
    Refusal early = answer == null ? here.barredUnknown(false) : early(answer);
    Refusal barrier = barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early);
    if (barrier != null) {
      return barrier;
    }
    if (answer == null) {
      return here.script().refusal(RefusalCode.FACET_UNKNOWN);
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = ((Step) settled).deviations;
    for (int i = 0; i < acts.length; i++) {
      deviations = thanksLate(s, acts, i, c.at(), deviations);
    }
    return new Event.AppreciationExpressed(
        c.session(), s.seq() + 1, c.at(), c.by(), c.appreciation(), deviations);
  }

  /** Adds what the i-th thanks are too late for, as it stands after those before them. */
  private static List<Deviation> thanksLate(
      Session s, int[] acts, int i, Instant at, List<Deviation> deviations) {
    Deadlines deadlines = s.situation().script().deadlines();
    if (!deadlines.concerns(acts[i])) {
      return deviations;
    }
    ObligationChain chain = s.obligationChain();
    for (int before = 0; before < i; before++) {
      chain = deadlines.after(chain, acts[before], null, at);
    }
    List<Deviation> more = new ArrayList<>(deviations);
    deadlines.addLate(chain, acts[i], null, at, more);
    return List.copyOf(more);
  }

  private static Decision offer(Session s, Command.Offer c) {
    Situation here = s.situation();
    Script script = here.script();
    int resource = script.resources.find(c.resource());
    int activity = resource < 0 ? -1 : script.ofReferral(Life.OFFER, resource);
    Object answer = activity < 0 ? null : here.answer(activity);
    Refusal early = answer == null ? here.barredUnknown(false) : early(answer);
    Refusal barrier = barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early);
    if (barrier != null) {
      return barrier;
    }
    if (answer == null) {
      return script.refusal(RefusalCode.RESOURCE_UNKNOWN);
    }
    if (ReferralChain.find(s.referralChain(), c.referral()) != null) {
      return script.refusal(RefusalCode.REFERRAL_DUPLICATE);
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = deviations(s, (Step) settled, activity, c.referral(), c.at());
    return new Event.ReferralOffered(
        c.session(),
        s.seq() + 1,
        c.at(),
        c.by(),
        c.referral(),
        script.resources.key(resource),
        deviations);
  }

  /** What bars an act of a referral; null when the rules have the word. */
  private static @Nullable Refusal referralBarrier(
      Session s,
      String id,
      Terms terms,
      Instant at,
      String by,
      @Nullable ReferralChain link,
      int act) {
    Script script = s.situation().script();
    boolean rests = act == Life.CONNECT && s.status() == Status.PAUSED;
    Refusal early = rests ? script.refusal(RefusalCode.SESSION_PAUSED) : null;
    Who who =
        act == Life.CONNECT ? Who.SUPPORTER : act > Life.CONNECT ? Who.ANYONE : Who.PARTICIPANT;
    Refusal barrier = barrier(s, id, terms, at, by, who, early);
    if (barrier != null) {
      return barrier;
    }
    if (link == null) {
      return script.refusal(RefusalCode.REFERRAL_UNKNOWN);
    }
    RefusalCode misstep = misstep(script, link, act);
    return misstep == null ? null : script.refusal(misstep);
  }

  /** The answer to an act of a referral that nothing bars. */
  private static Object referralAnswer(Session s, Terms terms, ReferralChain link, int act) {
    return settled(s, terms, s.situation().answer(Evolving.move(s, link, act)));
  }

  private static List<Deviation> referralDeviations(
      Session s, Object step, ReferralChain link, int act, Instant at) {
    int activity = s.situation().script().ofReferral(act, link.resource);
    return deviations(s, (Step) step, activity, link.id, at);
  }

  /** What the state of a referral forbids, or null. */
  static @Nullable RefusalCode misstep(Script script, ReferralChain link, int act) {
    ReferralState state = link.state;
    boolean fits =
        switch (act) {
          case Life.ACCEPT, Life.DECLINE -> state == ReferralState.OFFERED;
          case Life.CONNECT ->
              state == ReferralState.ACCEPTED
                  || (state == ReferralState.OFFERED && script.isByNotice(link.resource));
          case Life.COMPLETE -> state == ReferralState.CONNECTED;
          default -> !state.isFinal();
        };
    if (fits) {
      return null;
    }
    return act == Life.CONNECT && state == ReferralState.OFFERED
        ? RefusalCode.REFERRAL_NO_CONSENT
        : RefusalCode.REFERRAL_WRONG_STATE;
  }

  private static Decision accept(Session s, Command.Accept c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Refusal barrier = referralBarrier(s, c.session(), c.terms(), c.at(), c.by(), link, Life.ACCEPT);
    if (barrier != null || link == null) {
      return Objects.requireNonNull(barrier);
    }
    Object answer = referralAnswer(s, c.terms(), link, Life.ACCEPT);
    if (answer instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = referralDeviations(s, answer, link, Life.ACCEPT, c.at());
    return new Event.ReferralAccepted(
        c.session(), s.seq() + 1, c.at(), c.by(), link.id, deviations);
  }

  private static Decision decline(Session s, Command.Decline c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Refusal barrier =
        referralBarrier(s, c.session(), c.terms(), c.at(), c.by(), link, Life.DECLINE);
    if (barrier != null || link == null) {
      return Objects.requireNonNull(barrier);
    }
    Object answer = referralAnswer(s, c.terms(), link, Life.DECLINE);
    if (answer instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = referralDeviations(s, answer, link, Life.DECLINE, c.at());
    return new Event.ReferralDeclined(
        c.session(), s.seq() + 1, c.at(), c.by(), link.id, deviations);
  }

  private static Decision connect(Session s, Command.Connect c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Refusal barrier =
        referralBarrier(s, c.session(), c.terms(), c.at(), c.by(), link, Life.CONNECT);
    if (barrier != null || link == null) {
      return Objects.requireNonNull(barrier);
    }
    Object answer = referralAnswer(s, c.terms(), link, Life.CONNECT);
    if (answer instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = referralDeviations(s, answer, link, Life.CONNECT, c.at());
    return new Event.ReferralConnected(
        c.session(), s.seq() + 1, c.at(), c.by(), link.id, deviations);
  }

  private static Decision complete(Session s, Command.Complete c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Refusal barrier =
        referralBarrier(s, c.session(), c.terms(), c.at(), c.by(), link, Life.COMPLETE);
    if (barrier != null || link == null) {
      return Objects.requireNonNull(barrier);
    }
    Object answer = referralAnswer(s, c.terms(), link, Life.COMPLETE);
    if (answer instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = referralDeviations(s, answer, link, Life.COMPLETE, c.at());
    return new Event.ReferralCompleted(
        c.session(), s.seq() + 1, c.at(), c.by(), link.id, deviations);
  }

  private static Decision lapse(Session s, Command.Lapse c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Refusal barrier = referralBarrier(s, c.session(), c.terms(), c.at(), c.by(), link, Life.LAPSE);
    if (barrier != null || link == null) {
      return Objects.requireNonNull(barrier);
    }
    Object answer = referralAnswer(s, c.terms(), link, Life.LAPSE);
    if (answer instanceof Refusal refusal) {
      return refusal;
    }
    List<Deviation> deviations = referralDeviations(s, answer, link, Life.LAPSE, c.at());
    return new Event.ReferralLapsed(c.session(), s.seq() + 1, c.at(), c.by(), link.id, deviations);
  }

  private static Decision close(Session s, Command.Close c) {
    Situation here = s.situation();
    Object answer = here.answer(here.close());
    Refusal barrier =
        barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early(answer));
    if (barrier != null) {
      return barrier;
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    int moment = here.script().deadlines().close();
    List<Deviation> deviations = deviations(s, (Step) settled, moment, null, c.at());
    return new Event.SessionClosed(c.session(), s.seq() + 1, c.at(), c.by(), deviations);
  }

  private static Decision end(Session s, Command.End c) {
    Situation here = s.situation();
    Object answer = here.answer(here.end());
    Refusal barrier =
        barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.PARTICIPANT, early(answer));
    if (barrier != null) {
      return barrier;
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    int moment = here.script().deadlines().end();
    List<Deviation> deviations = deviations(s, (Step) settled, moment, null, c.at());
    return new Event.SessionEnded(c.session(), s.seq() + 1, c.at(), c.by(), c.reason(), deviations);
  }

  private static Decision pause(Session s, Command.Pause c) {
    Situation here = s.situation();
    Object answer = here.answer(here.pause());
    Refusal barrier =
        barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.PARTICIPANT, early(answer));
    if (barrier != null) {
      return barrier;
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    return new Event.SessionPaused(
        c.session(), s.seq() + 1, c.at(), c.by(), ((Step) settled).deviations);
  }

  private static Decision resume(Session s, Command.Resume c) {
    Situation here = s.situation();
    Object answer = here.answer(here.resume());
    Refusal barrier =
        barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.PARTICIPANT, early(answer));
    if (barrier != null) {
      return barrier;
    }
    Object settled = settled(s, c.terms(), answer);
    if (settled instanceof Refusal refusal) {
      return refusal;
    }
    return new Event.SessionResumed(
        c.session(), s.seq() + 1, c.at(), c.by(), ((Step) settled).deviations);
  }

  private static Decision transfer(Session s, Command.Transfer c) {
    Script script = s.situation().script();
    Refusal early = s.isSettled() ? script.refusal(RefusalCode.SESSION_FINISHED) : null;
    Refusal barrier = barrier(s, c.session(), c.terms(), c.at(), c.by(), Who.ANYONE, early);
    if (barrier != null) {
      return barrier;
    }
    if (!Pairings.allows(script.protocol.pairing(), c.supporter(), s.peer())) {
      return script.refusal(RefusalCode.PAIRING_NOT_ALLOWED);
    }
    return new Event.SupporterChanged(
        c.session(), s.seq() + 1, c.at(), c.by(), c.supporter(), List.of());
  }
}
