package org.peersupport.session;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Recorder;
import org.peersupport.protocol.RefusalCode;

/**
 * The guards that every command has to pass, in the order of the refusal codes: what the sender
 * knows, what the status bars, who and when, what is named, and last what the rules say.
 */
final class Guards {
  private Guards() {}

  /**
   * The answer to the command.
   *
   * @param act the type of the command
   * @param answer the answer of the session, whoever asks
   */
  static Answer pass(Session session, Command command, ActType act, Answer answer) {
    return pass(session, command, act.recorder(), answer);
  }

  /**
   * The same for an act that other people may record than others of its type.
   *
   * @param who the people who may record it
   */
  static Answer pass(Session session, Command command, Recorder who, Answer answer) {
    return isPlain(session, command, who) ? answer : examine(session, command, who, answer);
  }

  /** Whether nothing about the sender is against the command: most commands are like that. */
  @SuppressWarnings("ReferenceEquality") // other terms without anything in them are examined
  private static boolean isPlain(Session session, Command command, Recorder who) {
    return command.terms() == Terms.NONE
        && command.session().equals(session.id())
        && denied(session, command.by(), who) == null
        && !command.at().isBefore(session.at());
  }

  /** Why the sender may not record it; null if they may. */
  private static @Nullable RefusalCode denied(Session session, String by, Recorder who) {
    if (who == Recorder.ANYONE || by.equals(session.supporter().id())) {
      return null;
    }
    if (!by.equals(session.peer().id())) {
      return RefusalCode.ACTOR_NOT_IN_SESSION;
    }
    return who == Recorder.PARTICIPANT ? null : RefusalCode.ACTOR_NOT_ALLOWED;
  }

  private static Answer examine(Session session, Command command, Recorder who, Answer answer) {
    if (!session.id().equals(command.session())) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    CompiledProtocol protocol = session.state().protocol();
    OptionalInt ifSeq = command.terms().ifSeq();
    if (ifSeq.isPresent() && ifSeq.getAsInt() != session.seq()) {
      return protocol.denial(RefusalCode.SESSION_CHANGED);
    }
    Denial denial = answer instanceof Denial denied ? denied : null;
    if (denial != null && denial.isOfStatus()) {
      return denial;
    }
    RefusalCode sender = denied(session, command.by(), who);
    if (sender != null) {
      return protocol.denial(sender);
    }
    if (command.at().isBefore(session.at())) {
      return protocol.denial(RefusalCode.TIME_BEFORE_LAST_EVENT);
    }
    return denial != null && command.terms().override().isPresent()
        ? overriding(denial, command.terms().override().get())
        : answer;
  }

  private static Answer overriding(Denial denial, ConfidentialText reason) {
    if (denial.code().isStructural()) {
      return denial;
    }
    if (reason.isBlank()) {
      return denial.refusingOverride(RefusalCode.OVERRIDE_NO_REASON);
    }
    return denial
        .overridden()
        .<Answer>map(taken -> taken)
        .orElseGet(() -> denial.refusingOverride(RefusalCode.OVERRIDE_NOT_ALLOWED));
  }
}
