package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Dfa;
import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;

/** Turns a protocol without problems into automata over numbered activities. */
final class Compiler {
  private final Protocol protocol;
  private final List<Activity> activities;
  private final List<Element> ordered = new ArrayList<>();
  private final Map<String, Dfa> automata = new HashMap<>();

  private Compiler(Protocol protocol) {
    this.protocol = protocol;
    this.activities = protocol.activities();
    for (Element element : protocol.elements()) {
      if (!element.isContinuous()) {
        ordered.add(element);
      }
    }
  }

  static Engine compile(Protocol protocol) {
    Compiler compiler = new Compiler(protocol);
    return new Engine(protocol.reference(), compiler.system());
  }

  private RuleSystem system() {
    int count = activities.size();
    ReferralStep[] step = new ReferralStep[count];
    int[] resource = new int[count];
    boolean[] fact = new boolean[count];
    Map<String, Integer> resources = new HashMap<>();
    boolean[] notice = new boolean[protocol.resources().size()];
    for (Resource each : protocol.resources()) {
      notice[resources.size()] = each.consent() == Consent.NOTICE;
      resources.put(each.key(), resources.size());
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Activity activity = activities.get(i);
      numbers.put(activity.text(), i);
      step[i] = activity.kind().step();
      Integer number = step[i] == ReferralStep.NONE ? null : resources.get(activity.qualifier());
      resource[i] = number == null ? -1 : number;
      fact[i] = activity.kind().party() != Party.SUPPORTER;
    }
    List<Activity> canonical = Alphabet.canonical(protocol);
    int[] moves = new int[canonical.size()];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = numbers.getOrDefault(canonical.get(i).text(), -1);
    }
    return new RuleSystem(compiledRules(), step, resource, fact, notice, moves);
  }

  private CompiledRule[] compiledRules() {
    List<ExpandedRule> rules = protocol.expandedRules();
    CompiledRule[] compiled = new CompiledRule[rules.size()];
    for (int r = 0; r < compiled.length; r++) {
      ExpandedRule rule = rules.get(r);
      Optional<Template> template = rule.template();
      compiled[r] = template.isPresent() ? ofTemplate(rule, template.get()) : ofOrder(rule);
    }
    return compiled;
  }

  private CompiledRule ofOrder(ExpandedRule rule) {
    Dfa dfa =
        Dfa.of(
            ordered.size() + 1,
            rule.id().equals(ExpandedRule.SKIP)
                ? OrderMachine.skip(ordered)
                : OrderMachine.backward(ordered, protocol.order().returns()));
    int[] letter = new int[activities.size()];
    for (int i = 0; i < letter.length; i++) {
      for (int e = 0; e < ordered.size(); e++) {
        Activity activity = activities.get(i);
        if (activity.kind() == ActivityKind.BEGIN
            && activity.qualifier().equals(ordered.get(e).key())) {
          letter[i] = e + 1;
        }
      }
    }
    return compiled(rule, dfa, letter);
  }

  /** The letters are only those that some activity is, so verdicts are exact over the alphabet. */
  private CompiledRule ofTemplate(ExpandedRule rule, Template template) {
    int[] code = new int[activities.size()];
    boolean[] present = new boolean[4];
    for (int i = 0; i < code.length; i++) {
      Activity activity = activities.get(i);
      code[i] =
          (activity.matchesAny(rule.a()) ? TemplateMachine.A : 0)
              | (activity.matchesAny(rule.b()) ? TemplateMachine.B : 0);
      present[code[i]] = true;
    }
    List<Integer> codes = new ArrayList<>();
    int[] letterOfCode = new int[4];
    for (int c = 0; c < present.length; c++) {
      if (present[c]) {
        letterOfCode[c] = codes.size();
        codes.add(c);
      }
    }
    String key = template.wireName() + rule.count() + codes;
    Dfa dfa = automata.get(key);
    if (dfa == null) {
      dfa = TemplateMachine.automaton(template, rule.count(), codes);
      automata.put(key, dfa);
    }
    int[] letter = new int[code.length];
    for (int i = 0; i < letter.length; i++) {
      letter[i] = letterOfCode[code[i]];
    }
    return compiled(rule, dfa, letter);
  }

  private static CompiledRule compiled(ExpandedRule rule, Dfa dfa, int[] letter) {
    return new CompiledRule(
        dfa, letter, rule.isMandatory(), rule.overridable(), rule.holds() == Holds.ALWAYS);
  }
}
