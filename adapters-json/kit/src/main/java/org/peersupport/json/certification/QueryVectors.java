package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Protocol;

/** What may be asked. A query changes nothing. */
final class QueryVectors {
  private static final Instant START = ConformanceSuite.START;

  private QueryVectors() {}

  /**
   * What is due in all sessions. This one has to come first: the sessions of other vectors would
   * show in its answers.
   */
  static void addDue(VectorNumbering numbering) {
    VectorBuilder builder = numbering.vector("due/all-sessions").needs("due").covers("due.query");
    builder.check("due", due(START));
    for (String session : List.of("-b", "", "-c")) {
      builder.in(session).open();
      for (String act : firsts(numbering.protocol())) {
        if (builder.reaches(act)) {
          builder.lead(act);
        }
      }
    }
    builder.check("due", due(START.plus(Duration.ofHours(1))));
    builder.check("due", due(START.plus(Duration.ofDays(400))));
    builder.in("-b").check("pause").check("end:stopped");
    numbering.keep(builder.check("due", due(START.plus(Duration.ofDays(400)))));
  }

  /** The first activity that opens each obligation. */
  private static List<String> firsts(Protocol protocol) {
    List<String> firsts = new ArrayList<>();
    protocol
        .expandedDeadlines()
        .forEach(
            deadline ->
                protocol.activities().stream()
                    .filter(each -> each.matchesAny(deadline.from()))
                    .limit(2)
                    .forEach(each -> firsts.add(each.text())));
    return firsts;
  }

  private static java.util.function.Consumer<ObjectNode> due(Instant at) {
    return line -> line.removeAll().put("do", "due").put("at", at.toString());
  }

  static void addOptions(VectorNumbering numbering) {
    VectorBuilder builder = numbering.vector("options/unknown-session").needs("options");
    numbering.keep(builder.covers("options.query").check("options", options(builder, START)));

    VectorBuilder verdicts = numbering.opened("options/verdicts").needs("options");
    verdicts.covers("options.query", "options.verdicts", "query.changes-nothing");
    ask(verdicts);
    for (String act : milestones(numbering.protocol())) {
      if (verdicts.reaches(act)) {
        ask(verdicts.check(act));
      }
    }
    if (verdicts.reaches("close")) {
      ask(verdicts.check("close"));
    }
    numbering.keep(verdicts);
  }

  private static List<String> milestones(Protocol protocol) {
    List<String> milestones = new ArrayList<>();
    protocol.concerns().stream().limit(2).forEach(each -> milestones.add("concern:" + each));
    protocol.resources().stream()
        .limit(1)
        .forEach(each -> milestones.addAll(List.of("offer:" + each.key(), "accept:" + each.key())));
    protocol.elements().forEach(each -> milestones.add("begin:" + each.key()));
    return milestones;
  }

  /** Asks now and at the opening. */
  static void ask(VectorBuilder builder) {
    Instant now = builder.lastAt().plus(Duration.ofDays(10));
    builder.check("options", options(builder, now)).check("options", options(builder, START));
  }

  private static java.util.function.Consumer<ObjectNode> options(
      VectorBuilder builder, Instant at) {
    String session = builder.session();
    return line ->
        line.removeAll().put("session", session).put("at", at.toString()).put("do", "options");
  }
}
