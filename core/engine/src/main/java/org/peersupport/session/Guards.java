package org.peersupport.session;

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
    Recorder who = act.recorder();
    return isPlain(session, command, who)
        ? answer
        : examine(session, command, act, denied(session, command.by(), who), answer);
  }

  /**
   * The same for an act of which more than its type says who may record it.
   *
   * @param sender why the sender may not record it; null if they may
   */
  static Answer pass(
      Session session, Command command, @Nullable RefusalCode sender, Answer answer) {
    return examine(session, command, command.type(), sender, answer);
  }

  /** Whether the act is one that the supporter is about to do, or just does. */
  static boolean isOfSupporter(ActType act) {
    return switch (act) {
      case OPEN, BEGIN, OFFER, THANK, CONNECT, CLOSE -> true;
      case CONCERN,
          ACCEPT,
          DECLINE,
          COMPLETE,
          WITHDRAW,
          LAPSE,
          PAUSE,
          RESUME,
          TRANSFER,
          END,
          CORRECT,
          VOID ->
          false;
    };
  }

  /** Whether nothing about the sender is against the command: most commands are like that. */
  @SuppressWarnings("ReferenceEquality") // other terms without anything in them are examined
  private static boolean isPlain(Session session, Command command, Recorder who) {
    return command.terms() == Terms.NONE
        && command.session().equals(session.id())
        && denied(session, command.by(), who) == null;
  }

  /** Why the sender may not record it; null if they may. */
  static @Nullable RefusalCode denied(Session session, String by, Recorder who) {
    if (who == Recorder.ANYONE || by.equals(session.supporter().id())) {
      return null;
    }
    if (!by.equals(session.peer().id())) {
      return RefusalCode.ACTOR_NOT_IN_SESSION;
    }
    return who == Recorder.PARTICIPANT ? null : RefusalCode.ACTOR_NOT_ALLOWED;
  }

  private static Answer examine(
      Session session, Command command, ActType act, @Nullable RefusalCode sender, Answer answer) {
    if (!session.id().equals(command.session())) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    CompiledProtocol protocol = session.state().protocol();
    Terms terms = command.terms();
    if (terms.ifSeq().isPresent() && terms.ifSeq().getAsInt() != session.seq()) {
      return protocol.denial(RefusalCode.SESSION_CHANGED);
    }
    Denial denial = answer instanceof Denial denied ? denied : null;
    if (denial != null && denial.isOfStatus()) {
      return denial;
    }
    if (sender != null) {
      return protocol.denial(sender);
    }
    boolean ofSupporter = isOfSupporter(act);
    if (ofSupporter && !terms.metadata().ahead(command.at()).isZero()) {
      return protocol.denial(RefusalCode.TIME_IN_FUTURE);
    }
    return ofSupporter && terms.override().isPresent()
        ? overriding(session, denial, terms.override().get(), answer)
        : answer;
  }

  /** An override has no meaning on other acts: rules do not refuse them. */
  private static Answer overriding(
      Session session, @Nullable Denial denial, OverrideReason why, Answer answer) {
    CompiledProtocol protocol = session.state().protocol();
    if (why.code().isPresent()
        && !protocol.knowsOverride(why.code().get())
        && (denial == null || denial.code().compareTo(RefusalCode.REASON_UNKNOWN) > 0)) {
      return protocol.unknownReason(session.protocol().reasons().override());
    }
    if (denial == null || denial.code().isStructural()) {
      return answer;
    }
    if (why.text().isBlank()) {
      return denial.refusingOverride(RefusalCode.OVERRIDE_NO_REASON);
    }
    return denial
        .overridden()
        .<Answer>map(taken -> taken)
        .orElseGet(() -> denial.refusingOverride(RefusalCode.OVERRIDE_NOT_ALLOWED));
  }
}
