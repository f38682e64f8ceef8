package org.peersupport.json.certification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Rule;

/**
 * Both sides of each rule: a shortest conversation that it refuses or is departed from, how it is
 * mended, and the close; and what an override makes of it.
 */
final class RuleVectors {
  /** Before a pattern that takes away what it matches. */
  private static final String NOT = "!";

  private final VectorNumbering numbering;

  private RuleVectors(VectorNumbering numbering) {
    this.numbering = numbering;
  }

  static void add(VectorNumbering numbering, ConformanceSuite suite) {
    RuleVectors vectors = new RuleVectors(numbering);
    numbering.protocol().rules().forEach(vectors::takenAway);
    for (ExpandedRule rule : numbering.protocol().expandedRules()) {
      vectors.anyQualifier(rule);
      Optional<List<String>> showing = suite.showing(rule);
      if (showing.isPresent() && rule.isMandatory()) {
        vectors.mandatory(rule, showing.get());
      } else if (showing.isPresent()) {
        vectors.advisory(rule, showing.get());
      }
    }
  }

  private VectorBuilder before(String what, ExpandedRule rule, List<String> conversation) {
    VectorBuilder builder = numbering.opened("rule/" + rule.id() + "/" + what).about(rule.id());
    rule.template().ifPresent(template -> builder.covers("template." + template.wireName()));
    builder.covers(expanded(rule));
    return builder.leadInputs(conversation.subList(0, conversation.size() - 1));
  }

  private void mandatory(ExpandedRule rule, List<String> conversation) {
    String act = conversation.get(conversation.size() - 1);
    VectorBuilder mended =
        before("refused-and-mended", rule, conversation).covers(order(rule)).check(act);
    mended.lead(mended.remedy().toArray(String[]::new));
    numbering.keep(mended.check(act).closes());

    VectorBuilder remedy =
        before("remedy", rule, conversation).needs("remedy").covers("refusal.remedy");
    numbering.keep(remedy.send(remedy.act(act), Expectation.REMEDY));

    VectorBuilder witness = before("witness", rule, conversation).needs("witness");
    numbering.keep(witness.covers("refusal.witness").send(witness.act(act), Expectation.WITNESS));

    VectorBuilder overridden = before("overridden", rule, conversation);
    overridden.covers(rule.overridable() ? "override.departs" : "override.only-overridable");
    if (rule.overridable() && rule.id().startsWith("order.")) {
      overridden.covers("order.overridable");
    }
    overridden.check(act, VectorBuilder.overriding(VectorBuilder.REASON));
    // Once departed from, the rule binds no more: neither here nor at the close.
    overridden.check(act, VectorBuilder.overriding(VectorBuilder.REASON)).check(act).closes();
    numbering.keep(overridden);
    VectorBuilder alone = before("overridden-alone", rule, conversation);
    if (act.equals("close") && alone.lacksOnly(rule.id())) {
      alone.covers(rule.overridable() ? "override.departs" : "override.only-overridable");
      alone.check(act, VectorBuilder.overriding(VectorBuilder.REASON)).check(act);
      numbering.keep(alone);
    }
    if (rule.overridable()) {
      OverrideVectors.addAnswers(numbering, rule, before("answered", rule, conversation), act);
      OverrideVectors.addLateAnswers(
          numbering, rule, before("answered-late", rule, conversation), act);
      OverrideVectors.addCorrected(numbering, before("taken-back", rule, conversation), act);
      OverrideVectors.addCodes(
          numbering, rule, before("overridden-by-code", rule, conversation), act);
    }

    VectorBuilder blank = before("overridden-without-reason", rule, conversation);
    blank.covers("override.reason").check(act, VectorBuilder.overriding(" ")).check(act);
    numbering.keep(blank);
  }

  /** Each of the activities that a pattern without a qualifier of its own stands for. */
  private void anyQualifier(ExpandedRule rule) {
    List<String> wide =
        Stream.of(rule.a(), rule.b())
            .flatMap(List::stream)
            .filter(pattern -> pattern.endsWith(":*"))
            .toList();
    for (Activity each : numbering.protocol().activities()) {
      if (each.matchesAny(wide)) {
        String name = "rule/" + rule.id() + "/by-" + each.text().replace(':', '-');
        VectorBuilder builder =
            numbering.opened(name).about(rule.id()).covers("pattern.any-qualifier");
        if (builder.reaches(each.text())) {
          numbering.keep(builder.check(each.text()).closes());
        }
      }
    }
  }

  /** What a pattern takes away means nothing to the rule. */
  private void takenAway(Rule rule) {
    List<String> all = Stream.of(rule.a(), rule.b()).flatMap(List::stream).toList();
    List<String> taken =
        Stream.of(rule.a(), rule.b())
            .flatMap(List::stream)
            .filter(pattern -> pattern.startsWith(NOT) && isPlain(pattern))
            .map(pattern -> pattern.substring(NOT.length()))
            .toList();
    for (Activity each : numbering.protocol().activities()) {
      if (each.matchesAny(taken) && each.matchesAny(all)) {
        String name = "rule/" + rule.id() + "/without-" + each.text().replace(':', '-');
        VectorBuilder builder =
            numbering.opened(name).about(rule.id()).covers("pattern.taken-away");
        if (builder.reaches(each.text())) {
          numbering.keep(builder.check(each.text()).closes());
        }
      }
    }
  }

  private static boolean isPlain(String pattern) {
    return pattern.indexOf('{') < 0;
  }

  /** How the rule came to be, where the document does not spell it out. */
  private String[] expanded(ExpandedRule rule) {
    boolean spelt =
        numbering.protocol().rules().stream().anyMatch(each -> each.id().equals(rule.id()));
    if (spelt) {
      return new String[0];
    }
    return new String[] {
      rule.id().startsWith("order.") ? "order.expands" : "rule.for-each",
    };
  }

  private static String[] order(ExpandedRule rule) {
    if (rule.id().equals(ExpandedRule.SKIP)) {
      return new String[] {"order.skip"};
    } else if (rule.id().equals(ExpandedRule.RETURN)) {
      return new String[] {"order.return"};
    } else if (rule.id().startsWith("order.repeat.")) {
      return new String[] {"order.repeat"};
    }
    return rule.id().startsWith("order.required.")
        ? new String[] {"order.required"}
        : new String[0];
  }

  /** A departure from advice is recorded once, and only while the conversation goes on. */
  private void advisory(ExpandedRule rule, List<String> conversation) {
    String act = conversation.get(conversation.size() - 1);
    VectorBuilder recorded = before("recorded-once", rule, conversation).covers("advisory.once");
    if (rule.id().equals(ExpandedRule.SKIP) || rule.id().equals(ExpandedRule.RETURN)) {
      recorded.covers("order.guided");
    }
    recorded.check(act).check(act).closes();
    numbering.keep(recorded);

    VectorBuilder ended =
        before("not-at-the-end", rule, conversation).covers("advisory.not-at-end");
    numbering.keep(ended.check("end:declined"));
  }
}
