package org.peersupport.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.ObligationChain;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;

/** The decision of a command: finds what it names, passes the {@link Guards}, makes the event. */
final class CommandHandler {
  private CommandHandler() {}

  static Decision open(Protocol protocol, Command.Open command) {
    CompiledProtocol compiled = CompiledProtocol.of(protocol);
    String named = command.protocol();
    if (!named.equals(protocol.id()) && !named.equals(protocol.reference())) {
      return Refusal.of(compiled.denial(RefusalCode.PROTOCOL_UNKNOWN));
    }
    if (!Pairings.allows(protocol.pairing(), command.supporter(), command.peer())) {
      return Refusal.of(compiled.denial(RefusalCode.PAIRING_NOT_ALLOWED));
    }
    Event.SessionOpened opened =
        new Event.SessionOpened(
            command.session(),
            1,
            command.at(),
            command.by(),
            protocol.reference(),
            command.supporter(),
            command.peer(),
            command.followUpOf(),
            List.of());
    return new Decision.Accepted(opened, EventFold.start(protocol, opened));
  }

  static Decision decide(Session session, Command command) {
    return switch (command.type()) {
      case OPEN -> alreadyOpen(session, command);
      case BEGIN -> begin(session, (Command.Begin) command);
      case CONCERN -> concern(session, (Command.RaiseConcern) command);
      case OFFER -> offer(session, (Command.Offer) command);
      case ACCEPT, DECLINE, CONNECT, COMPLETE, LAPSE ->
          referral(session, (Command.ReferralCommand) command);
      case THANK -> thank(session, (Command.Thank) command);
      case TRANSFER -> transfer(session, (Command.Transfer) command);
      case PAUSE, RESUME, CLOSE, END -> word(session, command);
      case CORRECT ->
          throw new IllegalArgumentException(
              "a correction needs the history; give it as the third argument");
    };
  }

  private static Decision alreadyOpen(Session s, Command c) {
    if (!s.id().equals(c.session())) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    return Refusal.of(s.state().protocol().denial(RefusalCode.SESSION_ALREADY_OPEN));
  }

  // --- what happens in the conversation

  private static Decision begin(Session s, Command.Begin c) {
    int activity = s.state().protocol().begin(c.element());
    return activity < 0
        ? unknown(s, c, RefusalCode.ELEMENT_UNKNOWN)
        : act(s, c, s.state().answer(activity), activity);
  }

  private static Decision concern(Session s, Command.RaiseConcern c) {
    int activity = s.state().protocol().concern(c.level());
    return activity < 0
        ? unknown(s, c, RefusalCode.LEVEL_UNKNOWN)
        : act(s, c, s.state().answer(activity), activity);
  }

  private static Decision act(Session s, Command c, Answer answer, int activity) {
    Answer passed = Guards.pass(s, c, c.type().recorder(), answer);
    return passed instanceof Transition taken
        ? accepted(s, c, taken, s.state().protocol().deadlines().momentsOf(activity))
        : Refusal.of(passed);
  }

  private static Decision thank(Session s, Command.Thank c) {
    CompiledProtocol protocol = s.state().protocol();
    List<String> facets = c.appreciation().facets();
    Answer answer = protocol.answerToThanks(s.state(), facets);
    if (answer == null) {
      return unknown(s, c, RefusalCode.FACET_UNKNOWN);
    }
    Answer passed = Guards.pass(s, c, c.type().recorder(), answer);
    return passed instanceof Transition taken
        ? accepted(s, c, taken, protocol.momentsOfThanks(facets))
        : Refusal.of(passed);
  }

  private static Decision unknown(Session s, Command c, RefusalCode code) {
    boolean fact = c.type() == ActType.CONCERN;
    Denial denial = s.state().protocol().unknown(s.state(), code, fact);
    return Refusal.of(Guards.pass(s, c, c.type().recorder(), denial));
  }

  // --- referrals

  private static Decision offer(Session s, Command.Offer c) {
    CompiledProtocol protocol = s.state().protocol();
    int resource = protocol.resources().find(c.resource());
    if (resource < 0) {
      return unknown(s, c, RefusalCode.RESOURCE_UNKNOWN);
    }
    int activity = protocol.ofReferral(ActType.OFFER, resource);
    Answer answer = s.state().answer(activity);
    boolean barred = answer instanceof Denial denial && denial.isOfStatus();
    boolean known = ReferralChain.find(s.referralChain(), c.referral()) != null;
    Answer named = known && !barred ? protocol.denial(RefusalCode.REFERRAL_DUPLICATE) : answer;
    Answer passed = Guards.pass(s, c, c.type().recorder(), named);
    return passed instanceof Transition taken
        ? accepted(
            s,
            c,
            taken,
            protocol.deadlines().momentsOf(activity),
            c.referral(),
            new ReferralChain(c.referral(), resource, ReferralState.OFFERED, s.referralChain()))
        : Refusal.of(passed);
  }

  private static Decision referral(Session s, Command.ReferralCommand c) {
    CompiledProtocol protocol = s.state().protocol();
    ActType act = c.type();
    ReferralChain chain = s.referralChain();
    ReferralChain link = ReferralChain.find(chain, c.referral());
    Answer passed = Guards.pass(s, c, act.recorder(), Answers.toReferral(s, link, act));
    return chain != null && link != null && passed instanceof Transition taken
        ? accepted(
            s,
            c,
            taken,
            protocol.deadlines().momentsOf(protocol.ofReferral(act, link.resource)),
            link.id,
            ReferralChain.with(chain, link, ReferralLifecycle.after(act)))
        : Refusal.of(passed);
  }

  // --- words

  private static Decision word(Session s, Command c) {
    CompiledProtocol protocol = s.state().protocol();
    int word = protocol.actions().word(c.type());
    Answer passed = Guards.pass(s, c, c.type().recorder(), s.state().answer(word));
    return passed instanceof Transition taken
        ? accepted(s, c, taken, protocol.deadlines().momentsOfWord(c.type()))
        : Refusal.of(passed);
  }

  private static Decision transfer(Session s, Command.Transfer c) {
    CompiledProtocol protocol = s.state().protocol();
    Answer answer = Transition.to(s.state());
    if (s.isSettled()) {
      answer = protocol.denial(RefusalCode.SESSION_FINISHED);
    } else if (!Pairings.allows(protocol.protocol().pairing(), c.supporter(), s.peer())) {
      answer = protocol.denial(RefusalCode.PAIRING_NOT_ALLOWED);
    }
    Answer passed = Guards.pass(s, c, c.type().recorder(), answer);
    if (passed instanceof Denial denial) {
      return Refusal.of(denial);
    }
    Event event = EventFactory.of(c, s.seq() + 1, List.of());
    return new Decision.Accepted(event, s.supportedBy(c.supporter()).moved(event.seq(), c.at()));
  }

  // --- acceptance

  private static Decision accepted(Session s, Command c, Transition taken, int[] moments) {
    return accepted(s, c, taken, moments, null, s.referralChain());
  }

  /**
   * The acceptance of a command.
   *
   * @param moments those of the act, for deadlines
   * @param referral the referral that the act is about, if it is about one; looking for it in the
   *     command would ask for an interface, which is slow where the answer is no
   * @param referrals those after the act
   */
  private static Decision accepted(
      Session s,
      Command c,
      Transition taken,
      int[] moments,
      @Nullable String referral,
      @Nullable ReferralChain referrals) {
    int seq = s.seq() + 1;
    Event event = EventFactory.of(c, seq, Deviations.of(s, c, taken, moments, referral));
    ObligationChain obligations =
        s.state().protocol().deadlines().after(s.obligationChain(), moments, referral, c.at());
    return new Decision.Accepted(event, s.next(taken.next(), seq, c.at(), referrals, obligations));
  }
}
