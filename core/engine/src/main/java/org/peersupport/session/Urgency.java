package org.peersupport.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;

/**
 * That someone may be in danger and nobody has taken over yet: a mandatory rule that holds always
 * is outstanding and was satisfied at the opening. Every answer about the session says so first.
 * Immutable.
 *
 * @param protocol the protocol of the session
 * @param rules the ids of these rules, in expanded order; at least one
 * @param remedy a shortest continuation that satisfies them, any other rule aside; empty where
 *     there is none
 * @param finished whether the conversation is over, so that ending it is no way out any more
 */
public record Urgency(
    Protocol protocol, List<String> rules, List<Activity> remedy, boolean finished) {
  /** Copies the lists. */
  public Urgency {
    rules = List.copyOf(rules);
    remedy = List.copyOf(remedy);
  }

  static Optional<Urgency> of(EngineState state) {
    BitSet urgent = state.urgent();
    if (urgent.isEmpty()) {
      return Optional.empty();
    }
    CompiledProtocol protocol = state.protocol();
    List<Activity> remedy = new ArrayList<>();
    int[] path = state.pathToSatisfy(urgent);
    for (int activity : path == null ? new int[0] : path) {
      remedy.add(protocol.activity(activity));
    }
    return Optional.of(
        new Urgency(
            protocol.protocol(), protocol.ids(urgent), remedy, state.status().isFinished()));
  }

  /** A sentence for the supporter in English. */
  public String explanation() {
    return explanation(Locale.ROOT);
  }

  /** A sentence for the supporter, in the language of the locale where there is one. */
  public String explanation(Locale locale) {
    Wording wording = Wording.in(locale);
    return remedy.isEmpty()
        ? wording.say(finished ? "urgent.none.finished" : "urgent.none")
        : new StepSentences(wording, StepSentences.nouns(wording, protocol.in(locale)))
            .say(finished ? "urgent.finished" : "urgent", remedy);
  }
}
