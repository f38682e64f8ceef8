package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peersupport.analysis.PlainText;
import org.peersupport.analysis.Section;
import org.peersupport.analysis.Statement;
import org.peersupport.analysis.Topic;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** Finds the rules that must be met before a conversation closes; core says them in words. */
final class Demands {
  /** The most code points of a sentence. */
  private static final int SENTENCE = 400;

  private final Protocol protocol;
  private final Locale language;
  private final Map<String, ExpandedRule> rules = new HashMap<>();

  Demands(Protocol protocol) {
    this(protocol, Locale.ROOT);
  }

  Demands(Protocol protocol, Locale language) {
    this.protocol = protocol;
    this.language = language;
    protocol.expandedRules().forEach(rule -> rules.put(rule.id(), rule));
  }

  List<Demand> all() {
    List<Demand> demands = new ArrayList<>();
    required().ifPresent(demands::add);
    for (Section section : PlainText.of(protocol, language).sections()) {
      if (section.topic() == Topic.RULES) {
        section.statements().forEach(said -> demand(said).ifPresent(demands::add));
      }
    }
    return demands;
  }

  private Optional<Demand> required() {
    String titles =
        protocol.elements().stream()
            .filter(element -> element.need() == Need.REQUIRED)
            .map(Element::title)
            .map(title -> "'" + Texts.shortened(Texts.clean(title)) + "'")
            .collect(Collectors.joining(", "));
    return titles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Demand(
                Demand.Kind.ALWAYS,
                "Every required element begins: " + titles + ".",
                "order.required.*"));
  }

  private Optional<Demand> demand(Statement said) {
    if (said.ids().isEmpty()) {
      return Optional.empty();
    }
    ExpandedRule rule = rules.get(said.ids().get(0));
    String words = Texts.shortened(Texts.clean(said.text()), SENTENCE);
    return kind(rule).map(kind -> new Demand(kind, words, name(said.ids())));
  }

  /** Empty for a rule that wants nothing to happen, but only forbids. */
  private static Optional<Demand.Kind> kind(ExpandedRule rule) {
    Template template = rule.template().orElseThrow();
    Demand.Kind kind =
        switch (template) {
          case EXISTENCE, EXACTLY, INIT, END, CHOICE, EXCLUSIVE_CHOICE -> Demand.Kind.ALWAYS;
          default -> Demand.Kind.WHEN;
        };
    return switch (template) {
      case ABSENCE,
          PRECEDENCE,
          ALTERNATE_PRECEDENCE,
          CHAIN_PRECEDENCE,
          NOT_CO_EXISTENCE,
          NOT_SUCCESSION,
          NOT_CHAIN_SUCCESSION,
          NOT_RESPONSE,
          NOT_PRECEDENCE,
          NOT_RESPONDED_EXISTENCE,
          NOT_CHAIN_RESPONSE,
          NOT_CHAIN_PRECEDENCE ->
          Optional.empty();
      default -> Optional.of(rule.isMandatory() ? kind : Demand.Kind.ADVISED);
    };
  }

  /** The id, or the one that stands in the document for all of them. */
  private String name(List<String> ids) {
    String first = ids.get(0);
    for (Rule rule : protocol.rules()) {
      int open = rule.id().indexOf('{');
      int close = rule.id().indexOf('}');
      if (ids.size() > 1
          && open >= 0
          && first.startsWith(rule.id().substring(0, open))
          && first.endsWith(rule.id().substring(close + 1))) {
        return rule.id();
      }
    }
    return String.join(", ", ids);
  }
}
