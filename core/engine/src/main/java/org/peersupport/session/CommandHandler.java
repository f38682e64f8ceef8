package org.peersupport.session;

import java.util.List;
import java.util.Optional;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Protocol;
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
    Metadata metadata = command.terms().metadata();
    if (!metadata.ahead(command.at()).isZero()) {
      return Refusal.of(compiled.denial(RefusalCode.TIME_IN_FUTURE));
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
            metadata,
            protocol.reference(),
            Optional.of(protocol.fingerprint()),
            command.supporter(),
            command.peer(),
            command.followUpOf(),
            List.of());
    return new Decision.Accepted(opened, EventFold.start(protocol, opened));
  }

  /**
   * The decision of a command. A ladder over the records: to ask an interface of eighteen classes
   * for a member costs a search at every call, and below here each class is known. A test names
   * what is missing.
   */
  static Decision decide(Session session, Command command) {
    if (command instanceof Command.Begin begin) {
      return ConversationHandler.begin(session, begin);
    } else if (command instanceof Command.Offer offer) {
      return ReferralHandler.offer(session, offer);
    } else if (command instanceof Command.Accept accept) {
      return ReferralHandler.accept(session, accept);
    } else if (command instanceof Command.Connect connect) {
      return ReferralHandler.connect(session, connect);
    } else if (command instanceof Command.Complete complete) {
      return ReferralHandler.complete(session, complete);
    } else if (command instanceof Command.Thank thank) {
      return ConversationHandler.thank(session, thank);
    } else if (command instanceof Command.Close close) {
      return StatusHandler.close(session, close);
    } else if (command instanceof Command.RaiseConcern concern) {
      return ConversationHandler.concern(session, concern);
    } else if (command instanceof Command.Withdraw withdraw) {
      return ReferralHandler.withdraw(session, withdraw);
    } else if (command instanceof Command.Decline decline) {
      return ReferralHandler.decline(session, decline);
    } else if (command instanceof Command.Lapse lapse) {
      return ReferralHandler.lapse(session, lapse);
    } else if (command instanceof Command.End end) {
      return StatusHandler.end(session, end);
    } else if (command instanceof Command.Pause pause) {
      return StatusHandler.pause(session, pause);
    } else if (command instanceof Command.Resume resume) {
      return StatusHandler.resume(session, resume);
    } else if (command instanceof Command.Transfer transfer) {
      return StatusHandler.transfer(session, transfer);
    } else if (command instanceof Command.VoidSession voiding) {
      return StatusHandler.voidSession(session, voiding);
    } else if (command instanceof Command.Open) {
      return alreadyOpen(session, command);
    } else if (command instanceof Command.Correct) {
      throw new IllegalArgumentException(
          "a correction needs the history; give it as the third argument");
    }
    throw new AssertionError(command.getClass() + " is not decided");
  }

  private static Decision alreadyOpen(Session s, Command c) {
    if (!s.id().equals(c.session())) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    return Refusal.of(s.state().protocol().denial(RefusalCode.SESSION_ALREADY_OPEN));
  }
}
