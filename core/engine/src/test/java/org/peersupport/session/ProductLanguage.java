package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.fsa.DFAs;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;

/**
 * The default protocol is enforced exactly: what sessions let through is the product of the
 * mandatory rules and the life of the pending referrals, no conversation more and none less; what
 * comes of a referral after its hand-off is left out, as it is in the walk. AutomataLib makes the
 * product, from the automata of the single rules, and compares.
 */
final class ProductLanguage {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static final Alphabet<String> ALPHABET = Alphabets.fromCollection(letters());

  /** The product of the rules, which both comparisons look at and leave as it is. */
  private static final CompactDFA<String> PRODUCT = product();

  private ProductLanguage() {}

  /** What can be closed is the product of the rules. */
  static void is_what_can_be_closed(Walk six) {
    CompactDFA<String> sessions = sessions(six, false);

    assertThat(Automata.findSeparatingWord(complete(sessions), complete(PRODUCT), ALPHABET))
        .isNull();
  }

  /** How many states at least tell apart what can be closed. */
  static int fewestStates(Walk six) {
    return HopcroftMinimizer.minimizePartialDFA(sessions(six, false), ALPHABET).size();
  }

  /** What is permitted on the way is what leads on to a close. */
  static void leads_on_where_it_is_permitted(Walk six) {
    CompactDFA<String> onTheWay = acceptingWhatLeadsOn(PRODUCT);
    CompactDFA<String> sessions = sessions(six, true);

    assertThat(Automata.findSeparatingWord(complete(sessions), complete(onTheWay), ALPHABET))
        .isNull();
  }

  /** The same automaton, accepting wherever a way leads on to where the given one accepts. */
  private static CompactDFA<String> acceptingWhatLeadsOn(CompactDFA<String> given) {
    CompactDFA<String> leading = new CompactDFA<>(given);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int state = leading.size() - 1; state >= 0; state--) {
        for (int letter = 0; letter < ALPHABET.size() && !leading.isAccepting(state); letter++) {
          Integer next = leading.getTransition(state, letter);
          if (next != null && leading.isAccepting(next)) {
            leading.setAccepting(state, true);
            changed = true;
          }
        }
      }
    }
    return leading;
  }

  private static List<String> letters() {
    List<String> letters = new ArrayList<>();
    AMA.activities().forEach(activity -> letters.add(activity.text()));
    return letters;
  }

  private static CompactDFA<String> complete(CompactDFA<String> partial) {
    return DFAs.complete(partial, ALPHABET);
  }

  /** Open sessions as an automaton; accepting where a close is accepted, or everywhere. */
  private static CompactDFA<String> sessions(Walk walk, boolean acceptingAll) {
    int[] numbers = new int[walk.size()];
    int open = 0;
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] = walk.state(n).status() == Status.OPEN ? open++ : -1;
    }
    CompactDFA<String> sessions = new CompactDFA<>(ALPHABET, open);
    for (int n = 0; n < numbers.length; n++) {
      if (numbers[n] >= 0) {
        sessions.addState(acceptingAll || walk.next(n, walk.act("close")) >= 0);
      }
    }
    sessions.setInitialState(0);
    for (String letter : ALPHABET) {
      int act = walk.act(letter);
      for (int n = 0; n < numbers.length; n++) {
        int next = walk.next(n, act);
        if (numbers[n] >= 0 && next >= 0) {
          sessions.setTransition((Integer) numbers[n], letter, (Integer) numbers[next]);
        }
      }
    }
    return sessions;
  }

  private static CompactDFA<String> product() {
    CompactDFA<String> product = anything();
    RuleSystem rules = CompiledProtocol.of(AMA).rules();
    for (int r = 0; r < rules.rules(); r++) {
      if (rules.rule(r).mandatory()) {
        product = DFAs.and(product, automaton(rules.rule(r)), ALPHABET);
      }
    }
    for (Resource resource : AMA.resources()) {
      product = DFAs.and(product, life(resource), ALPHABET);
    }
    return product;
  }

  private static CompactDFA<String> anything() {
    CompactDFA<String> anything = new CompactDFA<>(ALPHABET);
    Integer state = anything.addInitialState(true);
    for (String letter : ALPHABET) {
      anything.setTransition(state, letter, state);
    }
    return anything;
  }

  /** One rule over the whole alphabet; where it is lost there is no way on. */
  private static CompactDFA<String> automaton(CompiledRule rule) {
    CompactDFA<String> automaton = new CompactDFA<>(ALPHABET);
    for (int s = 0; s < rule.dfa().states(); s++) {
      automaton.addState(rule.dfa().accepts(s));
    }
    automaton.setInitialState(0);
    for (int a = 0; a < AMA.activities().size(); a++) {
      String letter = AMA.activities().get(a).text();
      for (int s = 0; s < rule.dfa().states(); s++) {
        int next = rule.after(s, a);
        if (rule.dfa().live(next)) {
          automaton.setTransition((Integer) s, letter, (Integer) next);
        }
      }
    }
    return automaton;
  }

  /** What may come of one resource: nothing pending, offered, accepted. */
  private static CompactDFA<String> life(Resource resource) {
    CompactDFA<String> life = new CompactDFA<>(ALPHABET);
    Integer nothing = life.addInitialState(true);
    Integer offered = life.addState(true);
    Integer accepted = life.addState(true);
    for (String letter : ALPHABET) {
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
    life.setTransition(accepted, "complete:" + resource.key(), nothing);
    life.setTransition(accepted, "withdraw:" + resource.key(), nothing);
    life.setTransition(accepted, "lapse:" + resource.key(), nothing);
    if (resource.consent() == Consent.NOTICE) {
      life.setTransition(offered, "connect:" + resource.key(), nothing);
    }
    return life;
  }
}
