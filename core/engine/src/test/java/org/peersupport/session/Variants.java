package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Strength;

/** The default protocol with fewer resources, put together from the catalogue's own parts. */
final class Variants {
  private Variants() {}

  /** The default protocol with these of its resources only. */
  static Protocol amaWith(String... resources) {
    return narrowed(rule -> true, List.of(resources));
  }

  /** The same without its advisory rules. */
  static Protocol mandatoryAmaWith(String... resources) {
    return narrowed(Variants::isMandatory, List.of(resources));
  }

  /** The same without its advisory rules and without those that ask for thanks. */
  static Protocol thanklessAmaWith(String... resources) {
    return narrowed(
        rule -> !rule.id().startsWith("thank") && isMandatory(rule), List.of(resources));
  }

  /** The default protocol without its advisory rules. */
  static Protocol mandatoryAma() {
    List<String> all = new ArrayList<>();
    for (Resource resource : Catalogue.amaSixElements().resources()) {
      all.add(resource.key());
    }
    return narrowed(Variants::isMandatory, all);
  }

  private static boolean isMandatory(Rule rule) {
    return rule.strength() == Strength.MANDATORY;
  }

  private static Protocol narrowed(Predicate<Rule> keptRules, List<String> kept) {
    Protocol ama = Catalogue.amaSixElements();
    ProtocolBuilder narrowed =
        ProtocolBuilder.of("narrowed", "1.0.0")
            .title(ama.title())
            .source(ama.source())
            .order(ama.order())
            .concerns(ama.concerns().toArray(new String[0]))
            .appreciation(ama.appreciation().toArray(new String[0]));
    for (Element element : ama.elements()) {
      narrowed.element(element);
    }
    for (Resource resource : ama.resources()) {
      if (kept.contains(resource.key())) {
        narrowed.resource(resource);
      }
    }
    for (Rule rule : ama.rules()) {
      if (keptRules.test(rule)) {
        narrowed.rule(narrowed(rule, kept));
      }
    }
    for (Deadline deadline : ama.deadlines()) {
      narrowed.deadline(deadline);
    }
    return narrowed.build();
  }

  private static Rule narrowed(Rule rule, List<String> kept) {
    Rule narrowed =
        Rule.of(rule.id(), rule.template(), narrowed(rule.a(), kept), narrowed(rule.b(), kept))
            .times(rule.count())
            .because(rule.because());
    if (rule.forEach().isPresent()) {
      List<String> except = new ArrayList<>(rule.except());
      except.retainAll(kept);
      narrowed = narrowed.forEach(rule.forEach().get(), except.toArray(new String[0]));
    }
    narrowed = rule.isOverridable() ? narrowed.asOverridable() : narrowed;
    narrowed = rule.holds() == Holds.ALWAYS ? narrowed.bindingAlways() : narrowed;
    return rule.strength() == Strength.ADVISORY ? narrowed.asAdvisory() : narrowed;
  }

  /** The patterns that do not speak of a resource that is left out. */
  private static List<String> narrowed(List<String> patterns, List<String> kept) {
    List<String> narrowed = new ArrayList<>(patterns);
    for (Activity activity : Catalogue.amaSixElements().activities()) {
      if (activity.kind().isReferral() && !kept.contains(activity.qualifier())) {
        narrowed.remove(activity.text());
        narrowed.remove("!" + activity.text());
      }
    }
    return narrowed;
  }
}
