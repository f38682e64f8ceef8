package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.search.Detours;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;

/**
 * What has been proved about a protocol: everything in it that can never come, that is said twice,
 * that leads people into a detour, that calls for what cannot be, or that leaves a concern without
 * an answer.
 *
 * <pre>{@code
 * for (Finding finding : Verification.of(protocol).findings()) {
 *   System.out.println(finding.kind().wireName() + ": " + finding.explanation());
 * }
 * }</pre>
 *
 * <p>Nothing is sampled: all conversations are gone through, as joint states of the rules' automata
 * with the referrals. A <em>conversation that closes</em> is one in which no rule is overridden, no
 * act of the supporter is refused, and the close is accepted. Immutable, and safe to share between
 * threads; the same protocol gives the same answer on any machine.
 *
 * @param findings by kind, and in the protocol's own order; empty when nothing was found
 * @param states how many joint states of mandatory rules and pending referrals conversations lead
 *     to, where resources that are alike count as one; 0 for a protocol that does not build
 */
public record Verification(List<Finding> findings, int states) {
  /** Copies the list. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /**
   * Verifies a protocol; explains in English.
   *
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Verification of(Protocol protocol) {
    return of(protocol, Locale.ROOT);
  }

  /**
   * Verifies a protocol and explains in a language.
   *
   * @param locale the language of the explanations; English where there is no file for it
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Verification of(Protocol protocol, Locale locale) {
    try {
      return of(new Model(protocol, locale));
    } catch (TooLargeException e) {
      throw new TooManyStatesException(e.limit());
    }
  }

  private static Verification of(Model model) {
    DeadActs dead = DeadActs.of(model);
    VacuousRules vacuous = VacuousRules.of(model, dead.all());
    Detours detours = model.detours();
    List<Finding> findings = new ArrayList<>(dead.findings());
    findings.addAll(RedundantRules.find(model, vacuous.all()));
    findings.addAll(vacuous.findings());
    findings.addAll(ForcedActs.find(model));
    findings.addAll(Traps.find(model, detours));
    findings.addAll(UnmeetableDeadlines.find(model));
    findings.addAll(UnansweredConcerns.find(model));
    return new Verification(findings, detours.states());
  }

  /**
   * What the problems of a protocol that does not build say about its meaning: that no conversation
   * can close, that the peer would be refused, or that an example comes out differently. Problems
   * of how it is written are left out.
   */
  public static Verification ofProblems(List<Problem> problems) {
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : problems) {
      switch (problem.code()) {
        case CANNOT_CLOSE -> findings.add(finding(FindingKind.CANNOT_CLOSE, problem));
        case REFUSES_THE_PEER -> findings.add(finding(FindingKind.REFUSES_THE_PEER, problem));
        case CONTRADICTED_EXAMPLE ->
            findings.add(finding(FindingKind.CONTRADICTED_EXAMPLE, problem));
        default -> {
          // how it is written
        }
      }
    }
    return new Verification(findings, 0);
  }

  private static Finding finding(FindingKind kind, Problem problem) {
    String about = kind == FindingKind.CONTRADICTED_EXAMPLE ? problem.pointer() : "";
    return new Finding(kind, about, problem.rules(), problem.explanation(), problem.conversation());
  }

  /**
   * Whether every conversation that closes obeys a rule, which the protocol need not have.
   *
   * @param property the rule; its strength and how long it holds mean nothing here
   * @return a finding with a shortest conversation that breaks it, or several of them where the
   *     rule stands for several; empty when it is obeyed
   * @throws org.peersupport.protocol.InvalidProtocolException when the rule does not fit the
   *     protocol
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Verification ofProperty(Protocol protocol, Rule property) {
    return ofProperty(protocol, property, Locale.ROOT);
  }

  /**
   * The same, explained in a language.
   *
   * @param locale the language of the explanations; English where there is no file for it
   * @throws org.peersupport.protocol.InvalidProtocolException when the rule does not fit the
   *     protocol
   * @throws TooManyStatesException when that would go through too many joint states
   */
  public static Verification ofProperty(Protocol protocol, Rule property, Locale locale) {
    Objects.requireNonNull(property, "property");
    try {
      Model model = new Model(protocol, locale);
      int states = model.detours().states();
      return new Verification(PropertyCheck.of(model, property), states);
    } catch (TooLargeException e) {
      throw new TooManyStatesException(e.limit());
    }
  }
}
