package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.EndReason;

/**
 * Levels of concern that nobody has to answer: no mandatory rule that holds always is satisfied at
 * the opening and asks for something after such a concern. So nothing would be outstanding when the
 * conversation breaks off there.
 *
 * <p>The rules named are those that do ask for something, but only as advice or only until the end.
 * The witness is a conversation that breaks off after the concern, which leaves nothing more to do.
 */
final class UnansweredConcerns {
  private UnansweredConcerns() {}

  static List<Finding> find(Model model) {
    List<Finding> findings = new ArrayList<>();
    for (String level : model.protocol.concerns()) {
      int concern = model.find(ActivityKind.CONCERN, level);
      BitSet asking = asking(model, concern);
      BitSet answering = (BitSet) asking.clone();
      answering.and(model.rules.bound(new BitSet(), true));
      if (answering.isEmpty()) {
        findings.add(finding(model, concern, asking));
      }
    }
    return findings;
  }

  /** The rules that the concern leaves unsatisfied which were satisfied at the opening. */
  private static BitSet asking(Model model, int concern) {
    BitSet asking = new BitSet();
    char[] start = model.rules.start();
    for (int r = 0; r < model.rules.rules(); r++) {
      CompiledRule rule = model.rules.rule(r);
      int after = rule.after(start[r], concern);
      asking.set(
          r, rule.dfa().accepts(start[r]) && rule.dfa().live(after) && !rule.dfa().accepts(after));
    }
    return asking;
  }

  private static Finding finding(Model model, int concern, BitSet asking) {
    String text = model.text(concern);
    List<String> rules = model.ids(asking);
    return new Finding(
        FindingKind.CONCERN_UNANSWERED,
        text,
        rules,
        model.phrases.say(
            "finding.concern-unanswered" + (rules.isEmpty() ? "" : ".asked"),
            Map.of("a", model.phrases.act(text), "rules", model.told(asking))),
        List.of(text, ActType.END.commandName() + ":" + EndReason.STOPPED.wireName()));
  }
}
