package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.MinimalSubset;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.StateSpaces;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.engine.Engines;
import org.peersupport.internal.search.Detours;
import org.peersupport.internal.search.WitnessSearch;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/** A protocol as questions are asked of it: numbered activities and rules, and their names. */
final class Model {
  /** The joint states at which a question is given up. */
  static final int LIMIT = StateSpaces.BOUND;

  /** By so many acts the way to a close has to grow: more than anybody would expect. */
  static final int LONGER = 3;

  final Protocol protocol;
  final RuleSystem rules;

  /** The mandatory rules. */
  final BitSet mandatory;

  /** The sentences that are said about it. */
  final Phrasebook phrases;

  private final Protocol told;

  /**
   * @param locale the language of sentences and titles
   */
  Model(Protocol protocol, Locale locale) {
    this.protocol = protocol;
    this.told = protocol.in(locale);
    this.phrases = new Phrasebook(told, locale);
    this.rules = Engines.of(protocol).rules();
    this.mandatory = rules.bound(new BitSet(), false);
  }

  /** What is known of the space of the mandatory rules: building the protocol has explored it. */
  StateSpace whole() {
    return Engines.of(protocol).spaces().whole();
  }

  /** Everything that conversations lead to, and what makes the way to a close longer. */
  Detours detours() {
    return Detours.find(rules, mandatory, whole(), LONGER, LIMIT);
  }

  /** Whether some conversation closes under the rules and satisfies others and the monitor. */
  boolean exists(BitSet enforced, BitSet satisfied, CompiledRule monitor) {
    return search(enforced, satisfied, monitor, LIMIT).exists();
  }

  /** A shortest such conversation; null when there is none. */
  int @Nullable [] shortest(BitSet enforced, BitSet satisfied, CompiledRule monitor) {
    return search(enforced, satisfied, monitor, LIMIT).shortest();
  }

  private WitnessSearch search(BitSet enforced, BitSet satisfied, CompiledRule monitor, int limit) {
    RuleSystem monitored = rules.with(monitor);
    BitSet goals = (BitSet) satisfied.clone();
    goals.set(rules.rules());
    return new WitnessSearch(monitored, enforced, goals, limit);
  }

  /**
   * A smallest set of the candidates under which no conversation that closes satisfies the monitor;
   * null when there is none.
   */
  @Nullable BitSet smallestAgainst(BitSet candidates, CompiledRule monitor) {
    return new Asking() {
      @Override
      WitnessSearch ask(BitSet set, int limit) {
        return search(set, new BitSet(), monitor, limit);
      }
    }.among(candidates);
  }

  /**
   * A smallest set of the candidates that no sequence of activities satisfies together with the
   * monitor, whatever is enforced; null when there is none.
   */
  @Nullable BitSet smallestImplying(BitSet candidates, CompiledRule monitor) {
    return new Asking() {
      @Override
      WitnessSearch ask(BitSet set, int limit) {
        return search(new BitSet(), set, monitor, limit);
      }
    }.among(candidates);
  }

  /** A smallest set of rules under which there is no conversation of some kind. */
  private abstract static class Asking extends MinimalSubset {
    abstract WitnessSearch ask(BitSet set, int limit);

    @Override
    protected final boolean holds(BitSet set, int largest) {
      WitnessSearch asked = ask(set, Math.min(largest, LIMIT));
      try {
        return !asked.exists();
      } catch (TooLargeException e) {
        if (largest > LIMIT) {
          throw e;
        }
        return false;
      } finally {
        spend(asked.spent());
      }
    }
  }

  BitSet without(int rule) {
    BitSet others = (BitSet) mandatory.clone();
    others.clear(rule);
    return others;
  }

  /** Whether somebody wrote the rule; the others stand for the order. */
  boolean isOfDocument(int rule) {
    return !rule(rule).id().startsWith("order.");
  }

  ExpandedRule rule(int number) {
    return protocol.expandedRules().get(number);
  }

  Activity activity(int number) {
    return protocol.activities().get(number);
  }

  /** The activity of a kind that is about this key, or -1. */
  int find(ActivityKind kind, String key) {
    return protocol.activities().indexOf(new Activity(kind, key));
  }

  /** Whether the moment is an act in the life of a referral. */
  boolean isOfReferral(int moment) {
    return moment < rules.activities() && rules.resource(moment) >= 0;
  }

  String text(int activity) {
    return activity(activity).text();
  }

  List<String> texts(int[] activities) {
    List<String> texts = new ArrayList<>();
    for (int activity : activities) {
      texts.add(text(activity));
    }
    return texts;
  }

  /** The activities and the close. */
  List<String> closing(int[] activities) {
    List<String> texts = texts(activities);
    texts.add("close");
    return texts;
  }

  /** The ids of the rules, in expanded order; none where there is no set. */
  List<String> ids(@Nullable BitSet set) {
    return set == null ? List.of() : set.stream().mapToObj(r -> rule(r).id()).toList();
  }

  /** The rule as it stands in a sentence. */
  String told(int rule) {
    return phrases.rule(told.expandedRules().get(rule));
  }

  /** The rules that bring something about, as they stand in a sentence. */
  String told(@Nullable BitSet rules) {
    BitSet some = rules == null ? new BitSet() : rules;
    return phrases.rules(some.stream().mapToObj(told.expandedRules()::get).toList());
  }

  /** The rules with these ids, as they stand in a sentence. */
  String told(List<String> ids) {
    return phrases.rules(
        told.expandedRules().stream().filter(rule -> ids.contains(rule.id())).toList());
  }

  static BitSet only(int number) {
    BitSet set = new BitSet();
    set.set(number);
    return set;
  }
}
