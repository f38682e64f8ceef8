package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spells out the rules of a protocol: first those that the order stands for ({@code order.skip},
 * {@code order.return}, {@code order.repeat.*}, {@code order.required.*}), then the document's own,
 * repeated ones once per key.
 */
final class Expansion {
  private final Protocol protocol;
  private final List<ExpandedRule> expanded = new ArrayList<>();

  private Expansion(Protocol protocol) {
    this.protocol = protocol;
  }

  static List<ExpandedRule> of(Protocol protocol) {
    Expansion expansion = new Expansion(protocol);
    expansion.addOrder();
    for (Rule rule : protocol.rules()) {
      expansion.add(rule);
    }
    return List.copyOf(expansion.expanded);
  }

  private void addOrder() {
    OrderMode mode = protocol.order().mode();
    if (mode != OrderMode.MODULAR) {
      Strength strength = mode == OrderMode.STRICT ? Strength.MANDATORY : Strength.ADVISORY;
      addOrderRule(ExpandedRule.SKIP, Optional.empty(), List.of(), 1, strength);
      addOrderRule(ExpandedRule.RETURN, Optional.empty(), List.of(), 1, strength);
    }
    for (Element element : protocol.elements()) {
      if (!element.isRepeatable()) {
        String id = "order.repeat." + element.key();
        addOrderRule(id, Optional.of(Template.ABSENCE), begin(element), 2, Strength.MANDATORY);
      }
    }
    for (Element element : protocol.elements()) {
      if (element.need() == Need.REQUIRED) {
        String id = "order.required." + element.key();
        addOrderRule(id, Optional.of(Template.EXISTENCE), begin(element), 1, Strength.MANDATORY);
      }
    }
  }

  private static List<String> begin(Element element) {
    return List.of(ActivityKind.BEGIN.text(element.key()));
  }

  private void addOrderRule(
      String id, Optional<Template> template, List<String> a, int count, Strength strength) {
    boolean overridable = protocol.order().overridable();
    expanded.add(
        new ExpandedRule(
            id,
            template,
            a,
            List.of(),
            count,
            strength,
            overridable,
            Holds.CONVERSATION,
            Optional.empty(),
            "",
            Provenance.OUR_READING,
            Optional.empty()));
  }

  private void add(Rule rule) {
    Rule.ForEach each = rule.forEach().orElse(null);
    if (each == null) {
      add(rule, "", "");
    } else if (each == Rule.ForEach.RESOURCE) {
      for (Resource resource : protocol.resources()) {
        if (!rule.except().contains(resource.key())) {
          add(rule, "{resource}", resource.key());
        }
      }
    } else {
      for (Element element : protocol.elements()) {
        if (!rule.except().contains(element.key())) {
          add(rule, "{element}", element.key());
        }
      }
    }
  }

  private void add(Rule rule, String placeholder, String key) {
    expanded.add(
        new ExpandedRule(
            rule.id().replace(placeholder, key),
            Optional.of(rule.template()),
            side(rule.a(), placeholder, key),
            side(rule.b(), placeholder, key),
            rule.count(),
            rule.strength(),
            rule.isOverridable(),
            rule.holds(),
            rule.title().map(title -> title.replace(placeholder, key)),
            rule.because().replace(placeholder, key),
            rule.provenance(),
            rule.source()));
  }

  private List<String> side(List<String> patterns, String placeholder, String key) {
    List<String> replaced = new ArrayList<>();
    for (String pattern : patterns) {
      replaced.add(pattern.replace(placeholder, key));
    }
    return Patterns.resolved(replaced, protocol.activities());
  }

  /** The deadlines, each with what its patterns come to. */
  static List<Deadline> deadlinesOf(Protocol protocol) {
    List<Deadline> expanded = new ArrayList<>();
    for (Deadline deadline : protocol.deadlines()) {
      expanded.add(
          deadline.between(
              Patterns.resolved(deadline.from(), protocol.activities()),
              Patterns.resolved(deadline.to(), protocol.activities())));
    }
    return List.copyOf(expanded);
  }
}
