package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.Engines;
import org.peersupport.internal.search.Monitors;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Rule;

/** Looks for a conversation that closes and does not have a property. */
final class PropertyCheck {
  private PropertyCheck() {}

  static List<Finding> of(Model model, Rule property) {
    Protocol alone = alone(model.protocol, property);
    RuleSystem rules = Engines.of(alone).rules();
    List<Finding> findings = new ArrayList<>();
    for (int r = 0; r < rules.rules(); r++) {
      ExpandedRule rule = alone.expandedRules().get(r);
      if (!rule.id().startsWith("order.")) {
        var broken = Monitors.broken(model.rules, rules.rule(r));
        int[] breach = model.shortest(model.mandatory, new BitSet(), broken);
        if (breach != null) {
          findings.add(finding(model, rule, model.closing(breach)));
        }
      }
    }
    return findings;
  }

  /**
   * The words of the protocol with the property as its only rule, so that both number alike. It has
   * no order either: it would bring in rules, and as many joint states as a real order never has.
   */
  private static Protocol alone(Protocol protocol, Rule property) {
    ProtocolBuilder alone =
        ProtocolBuilder.of(protocol.id(), protocol.release())
            .title(protocol.title())
            .source(protocol.source());
    for (Element element : protocol.elements()) {
      alone.element(
          Element.optional(element.key(), element.title(), element.purpose()).asRepeatable());
    }
    protocol.resources().forEach(alone::resource);
    alone.concerns(protocol.concerns().toArray(new String[0]));
    alone.appreciation(protocol.appreciation().toArray(new String[0]));
    return alone.rule(property.asAdvisory()).build();
  }

  private static Finding finding(Model model, ExpandedRule rule, List<String> witness) {
    return new Finding(
        FindingKind.BROKEN_PROPERTY,
        rule.id(),
        List.of(rule.id()),
        model.phrases.say(
            "finding.broken-property",
            Map.of("rule", model.phrases.rule(rule), "steps", model.phrases.steps(witness))),
        witness);
  }
}
