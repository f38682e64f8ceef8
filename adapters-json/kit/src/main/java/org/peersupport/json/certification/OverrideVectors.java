package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/** What an override does besides letting an act pass. */
final class OverrideVectors {
  private static final String UNKNOWN = "no-such-code";

  private OverrideVectors() {}

  static void add(VectorNumbering numbering) {
    ignored(numbering);
    unknownCodes(numbering);
  }

  /** Where no rule is departed from, an override says nothing, whatever its reason. */
  private static void ignored(VectorNumbering numbering) {
    VectorBuilder builder = numbering.opened("override/ignored").covers("override.ignored");
    builder
        .check("pause", VectorBuilder.overriding(VectorBuilder.REASON))
        .check("resume", VectorBuilder.overriding(" "));
    builder.check("resume", VectorBuilder.overriding(VectorBuilder.REASON));
    for (var element : numbering.protocol().elements()) {
      String begin = "begin:" + element.key();
      if (builder.permits(begin)) {
        builder.check(begin, VectorBuilder.overriding(VectorBuilder.REASON));
      }
    }
    numbering.keep(builder.check("end:stopped", VectorBuilder.overriding(" ")));
  }

  /** A code that the protocol does not have: refused on acts that may depart, ignored on others. */
  private static void unknownCodes(VectorNumbering numbering) {
    Protocol protocol = numbering.protocol();
    VectorBuilder builder = numbering.opened("override/unknown-code");
    builder.covers("override.code-known", "override.ignored");
    List<String> acts = new ArrayList<>();
    protocol.elements().forEach(each -> acts.add("begin:" + each.key()));
    protocol.appreciation().forEach(each -> acts.add("thank:" + each));
    acts.add("close");
    acts.forEach(act -> builder.check(act, coded(UNKNOWN)));
    protocol.concerns().forEach(each -> builder.check("concern:" + each, coded(UNKNOWN)));
    for (var resource : protocol.resources()) {
      String key = resource.key();
      builder.check("offer:" + key, coded(UNKNOWN));
      if (builder.reaches("accept:" + key)) {
        builder.check("accept:" + key, coded(UNKNOWN)).check("connect:" + key, coded(UNKNOWN));
      }
    }
    builder.check("pause", coded(UNKNOWN)).check("resume", coded(UNKNOWN));
    numbering.keep(builder.check("end:stopped", coded(UNKNOWN)));
  }

  /** A change that adds an override with a code. */
  static Consumer<ObjectNode> coded(String code) {
    return VectorBuilder.overriding(VectorBuilder.REASON)
        .andThen(line -> line.withObject("/override").put("code", code));
  }

  /** A departure for each reason that the protocol has a code for. */
  static void addCodes(
      VectorNumbering numbering, ExpandedRule rule, VectorBuilder before, String act) {
    for (var code : numbering.protocol().reasons().override()) {
      before.check(act, coded(UNKNOWN)).check(act, coded(code.key()));
      numbering.keep(before.about(rule.id()).closes());
      return;
    }
  }

  /** A referral that an override offered is answered: the answer is a fact, whatever it breaks. */
  static void addAnswers(
      VectorNumbering numbering, ExpandedRule rule, VectorBuilder offered, String act) {
    if (!act.startsWith("offer:")) {
      return;
    }
    offered.check(act, VectorBuilder.overriding(VectorBuilder.REASON));
    if (offered.wasAccepted()) {
      String resource = act.substring("offer:".length());
      offered.about(rule.id()).checkBy(VectorBuilder.PEER, "accept:" + resource);
      List.of("connect:", "complete:").forEach(next -> offered.check(next + resource));
      numbering.keep(offered.closes());
    }
  }

  /** The same when the answer comes after the end. */
  static void addLateAnswers(
      VectorNumbering numbering, ExpandedRule rule, VectorBuilder offered, String act) {
    if (!act.startsWith("offer:")) {
      return;
    }
    offered.check(act, VectorBuilder.overriding(VectorBuilder.REASON));
    if (offered.wasAccepted()) {
      String resource = act.substring("offer:".length());
      offered.about(rule.id()).check("end:stopped");
      List.of("accept:", "connect:", "complete:").forEach(next -> offered.check(next + resource));
      numbering.keep(offered);
    }
  }

  /** Who takes back the departure is bound by the rule again. */
  static void addCorrected(VectorNumbering numbering, VectorBuilder before, String act) {
    before.check(act, VectorBuilder.overriding(VectorBuilder.REASON));
    if (before.wasAccepted()) {
      before.needs("correct").covers("correction.rule-binds-again");
      numbering.keep(before.check("correct:" + before.seq()).check(act));
    }
  }
}
