package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.search.Separation;
import org.peersupport.protocol.Protocol;

/**
 * How two protocols differ in the conversations that they allow: those that close without an
 * override. Two that differ only in advice, deadlines, wording, pairing, or in what may be
 * overridden or binds after an end, allow the same.
 *
 * <p>Nothing is sampled: the joint states of both are gone through, so that no disagreement means
 * that there is none; only where rules speak of what became of referrals, connected ones of one
 * resource are told apart up to fifteen at a time, or fewer where that would be too many states.
 * Immutable, and safe to share between threads.
 *
 * @param disagreements at most one in each direction: first what the first protocol allows and the
 *     second refuses, then the reverse; empty when both allow the same
 */
public record Difference(List<Disagreement> disagreements) {
  /** Copies the list. */
  public Difference {
    disagreements = List.copyOf(disagreements);
  }

  /** Whether both allow the same conversations. */
  public boolean isNone() {
    return disagreements.isEmpty();
  }

  /**
   * Compares two protocols; explains in English.
   *
   * @param matching which words of the first stand for which of the second
   * @throws IllegalArgumentException when the matching has {@linkplain Matching#problems problems}
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Difference between(Protocol first, Protocol second, Matching matching) {
    return between(first, second, matching, Locale.ROOT);
  }

  /**
   * Compares two protocols and explains in a language.
   *
   * @param matching which words of the first stand for which of the second
   * @param locale the language of the explanations; English where there is no file for it
   * @throws IllegalArgumentException when the matching has {@linkplain Matching#problems problems}
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Difference between(
      Protocol first, Protocol second, Matching matching, Locale locale) {
    List<String> problems = matching.problems(first, second);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", problems));
    }
    List<Disagreement> disagreements = new ArrayList<>();
    try {
      String one = name(first, second, "the first");
      String other = name(second, first, "the second");
      add(new ProtocolPair(first, one, second, other, matching, locale), disagreements);
      add(new ProtocolPair(second, other, first, one, matching.inverse(), locale), disagreements);
    } catch (TooLargeException e) {
      throw new TooManyStatesException(e.limit());
    }
    return new Difference(disagreements);
  }

  /** Two drafts of a protocol may have the same id and release. */
  private static String name(Protocol protocol, Protocol other, String place) {
    return protocol.reference().equals(other.reference())
        ? protocol.reference() + " (" + place + ")"
        : protocol.reference();
  }

  private static void add(ProtocolPair pair, List<Disagreement> disagreements) {
    int[] found =
        Separation.shortest(
            pair.product, pair.first.mandatory, pair.mandatoryOfSecond(), Model.LIMIT);
    if (found != null) {
      disagreements.add(pair.disagreement(found));
    }
  }
}
