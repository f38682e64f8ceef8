package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Strength;

/** Finds the rules that must be met before a conversation closes, and says them in words. */
final class Demands {
  private final Protocol protocol;
  private final ActWords words;

  Demands(Protocol protocol) {
    this.protocol = protocol;
    this.words = new ActWords(protocol);
  }

  List<Demand> all() {
    List<Demand> demands = new ArrayList<>();
    required().ifPresent(demands::add);
    for (Rule rule : protocol.rules()) {
      sentence(rule)
          .ifPresent(
              said -> demands.add(new Demand(kind(rule), said + exceptions(rule), rule.id())));
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
            new Demand(Demand.Kind.ALWAYS, "The required elements: " + titles, "order.required.*"));
  }

  private static Demand.Kind kind(Rule rule) {
    if (rule.strength() == Strength.ADVISORY) {
      return Demand.Kind.ADVISED;
    }
    return switch (rule.template()) {
      case EXISTENCE, EXACTLY, INIT, END, CHOICE, EXCLUSIVE_CHOICE -> Demand.Kind.ALWAYS;
      default -> Demand.Kind.WHEN;
    };
  }

  /** What the rule wants to happen; empty when it wants nothing, but only forbids. */
  private Optional<String> sentence(Rule rule) {
    String a = words.side(rule.a(), false);
    String b = words.side(rule.b(), a.contains(ActWords.EACH));
    String said =
        switch (rule.template()) {
          case EXISTENCE -> "At least " + times(rule.count()) + ": " + a;
          case EXACTLY -> "Exactly " + times(rule.count()) + ": " + a;
          case INIT -> "First of all: " + a;
          case END -> "Last of all: " + a;
          case CHOICE -> "At least one of: " + a + " or " + b;
          case EXCLUSIVE_CHOICE -> "One of the two: either " + a + " or " + b;
          case RESPONDED_EXISTENCE -> "Before or after " + a + ": " + b;
          case CO_EXISTENCE -> "Both or neither: " + a + "; " + b;
          case RESPONSE -> "After " + a + ": " + b;
          case ALTERNATE_RESPONSE -> "After " + a + ", before it comes again: " + b;
          case CHAIN_RESPONSE -> "At once after " + a + ": " + b;
          case SUCCESSION -> "After " + a + ", and only then: " + b;
          case ALTERNATE_SUCCESSION -> "By turns: " + a + "; " + b;
          case CHAIN_SUCCESSION -> "At once after " + a + ", and only then: " + b;
          default -> "";
        };
    return Optional.of(said).filter(sentence -> !sentence.isEmpty());
  }

  private String exceptions(Rule rule) {
    if (rule.except().isEmpty()) {
      return "";
    }
    boolean resources = rule.forEach().orElseThrow() == Rule.ForEach.RESOURCE;
    return rule.except().stream()
        .map(key -> resources ? words.resource(key) : words.element(key))
        .collect(Collectors.joining(", ", ", but not for ", ""));
  }

  private static String times(int count) {
    return switch (count) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> count + " times";
    };
  }
}
