package org.peersupport.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/**
 * Whether a session that runs under one protocol may go on under another. Immutable.
 *
 * <p>What has happened is judged by the other protocol's rules as if it had bound the session from
 * the start; what it has no word for is passed over, because it says nothing about its rules. The
 * session may go on where those rules can still be satisfied together, no referral is alive that
 * the other protocol does not know, and the conversation does not stand in an element that it does
 * not know. A mandatory rule that was departed from stays so where the other protocol has an
 * overridable one of the same id; departing from advice or being late is no override.
 *
 * @param verdict never null
 * @param after the activities to do first, under the protocol that the session runs under: a
 *     shortest list; empty unless the verdict is {@link MigrationVerdict#SAFE_AFTER}
 * @param rules the rules of the other protocol that make it impossible, a smallest set; empty
 *     unless the verdict is {@link MigrationVerdict#IMPOSSIBLE}, and where no rule does
 * @param explanation a sentence for people; never null
 */
public record Continuation(
    MigrationVerdict verdict, List<String> after, List<String> rules, String explanation) {
  /** Whether it may go on. The wire names are stable. */
  public enum MigrationVerdict {
    /** Right away. */
    SAFE("safe"),
    /** After some activities under its own protocol. */
    SAFE_AFTER("safe-after"),
    /** Not any more: it is finished under its own protocol. */
    IMPOSSIBLE("impossible");

    private final String wire;

    MigrationVerdict(String wire) {
      this.wire = wire;
    }

    /** The stable name. */
    public String wireName() {
      return wire;
    }
  }

  /** Copies the lists and checks that nothing is null. */
  public Continuation {
    Objects.requireNonNull(verdict, "verdict");
    after = List.copyOf(after);
    rules = List.copyOf(rules);
    Objects.requireNonNull(explanation, "explanation");
  }

  /**
   * Judges an unfinished session; explains in English.
   *
   * @param matching which words of the protocol it runs under stand for which of the other
   * @param history its events so far, oldest first
   * @throws IllegalArgumentException when the matching has {@linkplain Matching#problems problems},
   *     or the history is not one of {@code from}, not whole, over, or entered in error
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Continuation of(
      Protocol from, Protocol to, Matching matching, List<? extends Event> history) {
    return of(from, to, matching, history, Locale.ROOT);
  }

  /**
   * Judges an unfinished session and explains in a language.
   *
   * @param matching which words of the protocol it runs under stand for which of the other
   * @param history its events so far, oldest first
   * @param locale the language of the explanation; English where there is no file for it
   * @throws IllegalArgumentException when the matching has {@linkplain Matching#problems problems},
   *     or the history is not one of {@code from}, not whole, over, or entered in error
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Continuation of(
      Protocol from, Protocol to, Matching matching, List<? extends Event> history, Locale locale) {
    List<String> problems = matching.problems(from, to);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", problems));
    }
    try {
      ProtocolPair pair = new ProtocolPair(from, to, matching, locale);
      Migration migration = new Migration(pair, history);
      return migration
          .shortestWay()
          .map(way -> after(pair, way))
          .orElseGet(() -> impossible(pair, migration.conflict()));
    } catch (TooLargeException e) {
      throw new TooManyStatesException(e.limit());
    }
  }

  private static Continuation after(ProtocolPair pair, List<String> way) {
    MigrationVerdict verdict = way.isEmpty() ? MigrationVerdict.SAFE : MigrationVerdict.SAFE_AFTER;
    return new Continuation(
        verdict,
        way,
        List.of(),
        pair.first.phrases.say(
            "continuation." + verdict.wireName(),
            Map.of(
                "second", pair.second.protocol.reference(),
                "steps", pair.first.phrases.steps(way))));
  }

  private static Continuation impossible(ProtocolPair pair, List<String> rules) {
    return new Continuation(
        MigrationVerdict.IMPOSSIBLE,
        List.of(),
        rules,
        pair.first.phrases.say(
            "continuation.impossible" + (rules.isEmpty() ? "" : ".rules"),
            Map.of(
                "first", pair.first.protocol.reference(),
                "second", pair.second.protocol.reference(),
                "rules", pair.second.told(rules))));
  }
}
