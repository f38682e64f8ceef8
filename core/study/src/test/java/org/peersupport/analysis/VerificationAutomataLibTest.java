package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.fsa.DFAs;
import net.automatalib.word.Word;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;

/**
 * AutomataLib confirms the findings that are about languages: the conversations that close are the
 * product of the mandatory rules and the life of the pending referrals; what is dead, forced,
 * redundant or broken is a question of its emptiness, of inclusion, or of a shortest word. What
 * becomes of connected referrals is left out, and so are protocols with a rule to which an outcome
 * means something.
 */
class VerificationAutomataLibTest {
  private static final int SEEDS = 3_000;

  private static final class Languages {
    final Protocol protocol;
    final Alphabet<String> alphabet;
    final List<ExpandedRule> rules;
    final CompactDFA<String> life;

    Languages(Protocol protocol) {
      this.protocol = protocol;
      this.rules = protocol.expandedRules();
      List<String> letters = new ArrayList<>();
      for (Activity activity : protocol.activities()) {
        letters.add(activity.text());
      }
      this.alphabet = Alphabets.fromCollection(letters);
      CompactDFA<String> lives = words(letter -> true, true);
      for (Resource resource : protocol.resources()) {
        lives = and(lives, life(resource));
      }
      this.life = lives;
    }

    CompactDFA<String> and(CompactDFA<String> one, CompactDFA<String> other) {
      return DFAs.and(one, other, alphabet);
    }

    CompactDFA<String> not(CompactDFA<String> one) {
      return DFAs.complement(one, alphabet);
    }

    /** What the life of referrals and the mandatory rules that fit allow in the end. */
    CompactDFA<String> product(Predicate<ExpandedRule> enforced) {
      CompactDFA<String> product = life;
      for (ExpandedRule rule : rules) {
        if (rule.isMandatory() && enforced.test(rule)) {
          product = and(product, language(rule));
        }
      }
      return product;
    }

    /**
     * What closes under the rules that fit: the supporter goes only where the supporter's acts and
     * the peer's answers lead on to a close.
     */
    CompactDFA<String> closing(Predicate<ExpandedRule> enforced) {
      CompactDFA<String> closing = product(enforced);
      BitSet leads = leadsOn(closing);
      Integer lost = closing.addState(false);
      for (String letter : alphabet) {
        closing.setTransition(lost, letter, lost);
        for (Integer state : closing.getStates()) {
          Integer there = closing.getSuccessor(state, letter);
          if (isOfSupporter(letter) && there != null && !leads.get(there)) {
            closing.setTransition(state, letter, lost);
          }
        }
      }
      return closing;
    }

    private BitSet leadsOn(CompactDFA<String> product) {
      BitSet leads = new BitSet();
      for (Integer state : product.getStates()) {
        leads.set(state, product.isAccepting(state));
      }
      int before = -1;
      while (before != leads.cardinality()) {
        before = leads.cardinality();
        for (Integer state : product.getStates()) {
          for (String letter : alphabet) {
            boolean answer = letter.startsWith("accept:") || letter.startsWith("decline:");
            Integer there = product.getSuccessor(state, letter);
            if ((answer || isOfSupporter(letter)) && there != null && leads.get(there)) {
              leads.set(state);
            }
          }
        }
      }
      return leads;
    }

    private static boolean isOfSupporter(String letter) {
      return letter.startsWith("begin:")
          || letter.startsWith("offer:")
          || letter.startsWith("connect:")
          || letter.startsWith("thank:");
    }

    CompactDFA<String> language(ExpandedRule rule) {
      return language(Law.of(protocol, rule));
    }

    CompactDFA<String> language(Law law) {
      List<Activity> activities = protocol.activities();
      CompactDFA<String> language = new CompactDFA<>(alphabet);
      for (int s = 0; s < law.states(); s++) {
        language.addState(law.accepts(s));
      }
      language.setInitialState(0);
      for (int s = 0; s < law.states(); s++) {
        for (int a = 0; a < activities.size(); a++) {
          String letter = activities.get(a).text();
          if (alphabet.containsSymbol(letter)) {
            language.setTransition((Integer) s, letter, (Integer) law.after(s, a));
          }
        }
      }
      return language;
    }

    /** Whether one mandatory rule alone asks for the activity. */
    boolean isAskedFor(String letter) {
      for (ExpandedRule rule : rules) {
        if (rule.isMandatory() && isEmpty(and(language(rule), without(letter)))) {
          return true;
        }
      }
      return false;
    }

    CompactDFA<String> without(String act) {
      return words(letter -> !letter.equals(act), true);
    }

    CompactDFA<String> with(String act) {
      return not(without(act));
    }

    /** All words of the letters that fit, or none. */
    private CompactDFA<String> words(Predicate<String> letters, boolean all) {
      CompactDFA<String> words = new CompactDFA<>(alphabet);
      Integer fitting = words.addInitialState(all);
      Integer other = words.addState(false);
      for (String letter : alphabet) {
        words.setTransition(fitting, letter, letters.test(letter) ? fitting : other);
        words.setTransition(other, letter, other);
      }
      return words;
    }

    private CompactDFA<String> life(Resource resource) {
      CompactDFA<String> life = new CompactDFA<>(alphabet);
      Integer nothing = life.addInitialState(true);
      Integer offered = life.addState(true);
      Integer accepted = life.addState(true);
      for (String letter : alphabet) {
        if (!letter.endsWith(":" + resource.key())) {
          for (Integer state : life.getStates()) {
            life.setTransition(state, letter, state);
          }
        }
      }
      life.setTransition(nothing, "offer:" + resource.key(), offered);
      life.setTransition(offered, "accept:" + resource.key(), accepted);
      life.setTransition(offered, "decline:" + resource.key(), nothing);
      life.setTransition(offered, "lapse:" + resource.key(), nothing);
      life.setTransition(accepted, "connect:" + resource.key(), nothing);
      life.setTransition(accepted, "lapse:" + resource.key(), nothing);
      life.setTransition(accepted, "complete:" + resource.key(), nothing);
      life.setTransition(accepted, "withdraw:" + resource.key(), nothing);
      if (resource.consent() == Consent.NOTICE) {
        life.setTransition(offered, "connect:" + resource.key(), nothing);
      }
      return DFAs.complete(life, alphabet);
    }

    /** The length of a shortest word, or -1: of what separates the language from the empty one. */
    int shortest(CompactDFA<String> language) {
      Word<String> word =
          Automata.findShortestSeparatingWord(language, words(letter -> true, false), alphabet);
      return word == null ? -1 : word.length();
    }

    boolean isEmpty(CompactDFA<String> language) {
      return DFAs.acceptsEmptyLanguage(language);
    }
  }

  @Test
  void dead_forced_redundant_and_broken_are_questions_about_languages() {
    int looked = 0;
    int referrals = 0;
    for (long seed = 500_000; seed < 500_000 + SEEDS; seed++) {
      Optional<Protocol> protocol = SmallProtocols.of(seed);
      if (protocol.isPresent() && !heedsOutcomes(protocol.get(), Law.allOf(protocol.get()))) {
        look(seed, protocol.get());
        looked++;
        referrals += protocol.get().resources().isEmpty() ? 0 : 1;
      }
    }
    assertThat(looked).isGreaterThan(SEEDS / 5);
    assertThat(referrals).isGreaterThan(SEEDS / 20);
  }

  private static boolean heedsOutcomes(Protocol protocol, List<Law> laws) {
    for (int a = 0; a < protocol.activities().size(); a++) {
      ActivityKind kind = protocol.activities().get(a).kind();
      for (Law law : laws) {
        if (World.isOutcome(kind) && law.heeds(a)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void look(long seed, Protocol protocol) {
    Languages languages = new Languages(protocol);
    List<Finding> findings = Verification.of(protocol).findings();
    CompactDFA<String> closing = languages.closing(rule -> true);
    Set<String> dead = new TreeSet<>();
    Set<String> forced = new TreeSet<>();
    for (String letter : languages.alphabet) {
      if (languages.isEmpty(languages.and(closing, languages.with(letter)))) {
        dead.add(letter);
      }
      if (languages.isEmpty(languages.and(closing, languages.without(letter)))
          && !languages.isAskedFor(letter)) {
        forced.add(letter);
      }
    }
    dead.removeIf(act -> isNotReported(act, dead));

    assertThat(
            about(
                findings,
                FindingKind.DEAD_ELEMENT,
                FindingKind.DEAD_RESOURCE,
                FindingKind.DEAD_ACTIVITY))
        .as("seed %d", seed)
        .isEqualTo(dead);
    assertThat(about(findings, FindingKind.FORCED)).as("seed %d", seed).isEqualTo(forced);
    for (Finding finding : findings) {
      if (finding.kind() == FindingKind.FORCED) {
        assertThat(finding.witness()).hasSize(languages.shortest(closing) + 1);
      }
    }
    Set<String> redundant = redundant(languages);
    redundant.removeAll(about(findings, FindingKind.VACUOUS_RULE));
    assertThat(about(findings, FindingKind.REDUNDANT_RULE))
        .as("seed %d", seed)
        .isEqualTo(redundant);
    lookAtProperty(seed, languages, closing);
  }

  private static boolean isNotReported(String act, Set<String> dead) {
    String key = act.substring(act.indexOf(':') + 1);
    return act.startsWith("accept:")
        || act.startsWith("decline:")
        || act.startsWith("complete:")
        || act.startsWith("withdraw:")
        || act.startsWith("lapse:")
        || (act.startsWith("connect:") && dead.contains("offer:" + key));
  }

  private static Set<String> about(List<Finding> findings, FindingKind... kinds) {
    Set<String> about = new TreeSet<>();
    for (Finding finding : findings) {
      if (List.of(kinds).contains(finding.kind())) {
        about.add(finding.about());
      }
    }
    return about;
  }

  private static Set<String> redundant(Languages languages) {
    Set<String> redundant = new TreeSet<>();
    for (ExpandedRule rule : languages.rules) {
      boolean always = rule.holds() == Holds.ALWAYS;
      CompactDFA<String> others =
          always
              ? languages.product(other -> mayImply(other, rule) && other.holds() == Holds.ALWAYS)
              : languages.closing(other -> mayImply(other, rule));
      CompactDFA<String> broken = languages.not(languages.language(rule));
      if (!rule.id().startsWith("order.") && languages.isEmpty(languages.and(others, broken))) {
        redundant.add(rule.id());
      }
    }
    return redundant;
  }

  /** What somebody may override implies nothing that nobody may. */
  private static boolean mayImply(ExpandedRule other, ExpandedRule rule) {
    return !other.equals(rule) && (rule.overridable() || !other.overridable());
  }

  private static void lookAtProperty(long seed, Languages languages, CompactDFA<String> closing) {
    Rule property = SmallProtocols.property(seed);
    Law law =
        Law.ofTemplate(
            languages.protocol, property.template(), property.count(), property.a(), property.b());
    if (heedsOutcomes(languages.protocol, List.of(law))) {
      return;
    }
    CompactDFA<String> broken = languages.not(languages.language(law));
    int shortest = languages.shortest(languages.and(closing, broken));
    List<Finding> findings = Verification.ofProperty(languages.protocol, property).findings();

    assertThat(findings).as("seed %d", seed).hasSize(shortest < 0 ? 0 : 1);
    for (Finding finding : findings) {
      assertThat(finding.witness()).hasSize(shortest + 1);
    }
  }
}
