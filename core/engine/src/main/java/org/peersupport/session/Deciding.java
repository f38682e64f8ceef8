package org.peersupport.session;

import static org.peersupport.session.Gate.early;
import static org.peersupport.session.Gate.pass;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Life;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Gate.Who;

/**
 * Decides commands: finds what a command names, sends it through the {@link Gate}, makes the event.
 */
final class Deciding {
  private Deciding() {}

  static Decision open(Protocol protocol, Command.Open command) {
    Script script = Script.of(protocol);
    String named = command.protocol();
    if (!named.equals(protocol.id()) && !named.equals(script.reference)) {
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
        script.reference,
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
    } else if (command instanceof Command.Thank c) {
      return thank(session, c);
    } else if (command instanceof Command.Close c) {
      return close(session, c);
    } else if (command instanceof Command.RaiseConcern c) {
      return concern(session, c);
    } else if (command instanceof Command.End c) {
      return end(session, c);
    } else if (command instanceof Command.Pause c) {
      return pause(session, c);
    } else if (command instanceof Command.Resume c) {
      return resume(session, c);
    } else if (command instanceof Command.Transfer c) {
      return transfer(session, c);
    } else if (command instanceof Command.Open c) {
      return alreadyOpen(session, c);
    } else if (command instanceof Command.Correct) {
      throw new IllegalArgumentException(
          "a correction needs the history; give it as the third argument");
    }
    return DecidingReferrals.decide(session, command);
  }

  private static Decision alreadyOpen(Session s, Command.Open c) {
    if (!s.id().equals(c.session())) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    return s.situation().script().refusal(RefusalCode.SESSION_ALREADY_OPEN);
  }

  private static Decision begin(Session s, Command.Begin c) {
    Situation here = s.situation();
    int activity = here.script().begin(c.element());
    Object answer = activity < 0 ? null : here.answer(activity);
    Refusal early = answer == null ? Judging.barredUnknown(here, false) : early(answer);
    RefusalCode unknown = answer == null ? RefusalCode.ELEMENT_UNKNOWN : null;
    Object outcome =
        pass(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early, unknown, answer);
    if (!(outcome instanceof Step step)) {
      return refused(outcome);
    }
    Step taken = Gate.late(s, step, activity, null, c.at());
    String element = here.script().qualifier(activity);
    return new Event.ElementBegun(c.session(), s.seq() + 1, c.at(), c.by(), element, taken);
  }

  private static Decision concern(Session s, Command.RaiseConcern c) {
    Situation here = s.situation();
    int activity = here.script().concern(c.level());
    Object answer = activity < 0 ? null : here.answer(activity);
    Refusal early = answer == null ? Judging.barredUnknown(here, true) : early(answer);
    RefusalCode unknown = answer == null ? RefusalCode.LEVEL_UNKNOWN : null;
    Object outcome =
        pass(s, c.session(), c.terms(), c.at(), c.by(), Who.PARTICIPANT, early, unknown, answer);
    if (!(outcome instanceof Step step)) {
      return refused(outcome);
    }
    Step taken = Gate.late(s, step, activity, null, c.at());
    String level = here.script().qualifier(activity);
    return new Event.ConcernRaised(c.session(), s.seq() + 1, c.at(), c.by(), level, taken);
  }

  private static Decision thank(Session s, Command.Thank c) {
    Situation here = s.situation();
    Script script = here.script();
    int move = script.thanksMove(c.appreciation().facets());
    Object answer = thanksAnswer(here, move, c);
    Refusal early = answer == null ? Judging.barredUnknown(here, false) : early(answer);
    RefusalCode unknown = answer == null ? RefusalCode.FACET_UNKNOWN : null;
    Object outcome =
        pass(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early, unknown, answer);
    if (!(outcome instanceof Step step)) {
      return refused(outcome);
    }
    Appreciation known = script.appreciation(move);
    Appreciation said = known == null ? c.appreciation() : known;
    Step taken =
        script.deadlines().concernThanks() ? lateThanks(s, said.facets(), step, c.at()) : step;
    return new Event.AppreciationExpressed(c.session(), s.seq() + 1, c.at(), c.by(), said, taken);
  }

  private static @Nullable Object thanksAnswer(Situation here, int move, Command.Thank c) {
    if (move == Script.UNNUMBERED) {
      int[] acts = here.script().thanks(c.appreciation().facets());
      return Judging.answerToAll(here, -1, acts);
    }
    return move == Script.UNKNOWN ? null : here.answer(move);
  }

  /** Each of the thanks meets the deadlines as they stand after those before it. */
  private static Step lateThanks(Session s, List<String> facets, Step step, Instant at) {
    Script script = s.situation().script();
    Step taken = step;
    ObligationChain open = s.obligationChain();
    for (int activity : script.thanks(facets)) {
      taken = Gate.late(script.deadlines(), open, taken, activity, null, at);
      open = script.deadlines().after(open, activity, null, at);
    }
    return taken;
  }

  private static Decision offer(Session s, Command.Offer c) {
    Situation here = s.situation();
    Script script = here.script();
    int resource = script.resources.find(c.resource());
    int activity = resource < 0 ? -1 : script.ofReferral(Life.OFFER, resource);
    Object answer = activity < 0 ? null : here.answer(activity);
    Refusal early = answer == null ? Judging.barredUnknown(here, false) : early(answer);
    RefusalCode structural = answer == null ? RefusalCode.RESOURCE_UNKNOWN : null;
    if (structural == null && ReferralChain.find(s.referralChain(), c.referral()) != null) {
      structural = RefusalCode.REFERRAL_DUPLICATE;
    }
    Object outcome =
        pass(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early, structural, answer);
    if (!(outcome instanceof Step step)) {
      return refused(outcome);
    }
    Step taken = Gate.late(s, step, activity, c.referral(), c.at());
    String key = script.resources.key(resource);
    int seq = s.seq() + 1;
    return new Event.ReferralOffered(c.session(), seq, c.at(), c.by(), c.referral(), key, taken);
  }

  // --- words

  private static Decision close(Session s, Command.Close c) {
    Situation here = s.situation();
    Object answer = here.answer(here.script().moves.close());
    Object outcome =
        pass(s, c.session(), c.terms(), c.at(), c.by(), Who.SUPPORTER, early(answer), null, answer);
    if (!(outcome instanceof Step step)) {
      return refused(outcome);
    }
    Step taken = Gate.late(s, step, here.script().deadlines().close(), null, c.at());
    return new Event.SessionClosed(c.session(), s.seq() + 1, c.at(), c.by(), taken);
  }

  private static Decision end(Session s, Command.End c) {
    Situation here = s.situation();
    Object answer = here.answer(here.script().moves.end());
    Object outcome =
        pass(
            s,
            c.session(),
            c.terms(),
            c.at(),
            c.by(),
            Who.PARTICIPANT,
            early(answer),
            null,
            answer);
    if (!(outcome instanceof Step step)) {
      return refused(outcome);
    }
    Step taken = Gate.late(s, step, here.script().deadlines().end(), null, c.at());
    return new Event.SessionEnded(c.session(), s.seq() + 1, c.at(), c.by(), c.reason(), taken);
  }

  private static Decision pause(Session s, Command.Pause c) {
    Situation here = s.situation();
    Object answer = here.answer(here.script().moves.pause());
    Object outcome =
        pass(
            s,
            c.session(),
            c.terms(),
            c.at(),
            c.by(),
            Who.PARTICIPANT,
            early(answer),
            null,
            answer);
    return outcome instanceof Step step
        ? new Event.SessionPaused(c.session(), s.seq() + 1, c.at(), c.by(), step)
        : refused(outcome);
  }

  private static Decision resume(Session s, Command.Resume c) {
    Situation here = s.situation();
    Object answer = here.answer(here.script().moves.resume());
    Object outcome =
        pass(
            s,
            c.session(),
            c.terms(),
            c.at(),
            c.by(),
            Who.PARTICIPANT,
            early(answer),
            null,
            answer);
    return outcome instanceof Step step
        ? new Event.SessionResumed(c.session(), s.seq() + 1, c.at(), c.by(), step)
        : refused(outcome);
  }

  private static Decision transfer(Session s, Command.Transfer c) {
    Script script = s.situation().script();
    Refusal early = s.isSettled() ? script.refusal(RefusalCode.SESSION_FINISHED) : null;
    boolean fits = Pairings.allows(script.protocol.pairing(), c.supporter(), s.peer());
    RefusalCode structural = fits ? null : RefusalCode.PAIRING_NOT_ALLOWED;
    Object outcome =
        pass(s, c.session(), c.terms(), c.at(), c.by(), Who.ANYONE, early, structural, null);
    return outcome == null
        ? new Event.SupporterChanged(
            c.session(), s.seq() + 1, c.at(), c.by(), c.supporter(), List.of())
        : refused(outcome);
  }

  static Refusal refused(@Nullable Object outcome) {
    return (Refusal) Objects.requireNonNull(outcome);
  }
}
