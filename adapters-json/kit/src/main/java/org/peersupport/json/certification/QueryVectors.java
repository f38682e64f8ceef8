package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Protocol;

/** What may be asked. A query changes nothing. */
final class QueryVectors {
  private static final Instant START = ConformanceSuite.START;

  /** Later than anything is due. */
  private static final Instant FAR = START.plus(Duration.ofDays(400));

  private QueryVectors() {}

  /**
   * What is due in all sessions. This one has to come first: the sessions of other vectors would
   * show in its answers.
   */
  static void addDue(VectorNumbering numbering) {
    VectorBuilder builder = numbering.vector("due/all-sessions").needs("due").covers("due.query");
    builder.check("due", due(START, "")).check("due", due(START, builder.session()));
    Protocol protocol = numbering.protocol();
    for (String session : List.of("-b", "", "-c")) {
      builder.in(session).open();
      for (String act : firsts(protocol)) {
        if (builder.reaches(act)) {
          builder.lead(act);
        }
      }
    }
    builder.check("due", due(START.plus(Duration.ofHours(1)), "")).check("due", due(FAR, ""));
    builder.covers("due.of-one-session").in("-b").check("due", due(FAR, builder.session()));
    builder.check("pause").check("end:stopped").check("due", due(FAR, ""));
    owed(builder, protocol);
    numbering.keep(builder);
  }

  /** What binds always and is outstanding in finished sessions comes first. */
  private static void owed(VectorBuilder builder, Protocol protocol) {
    for (String session : List.of("-c", "")) {
      builder.in(session);
      protocol.concerns().forEach(level -> builder.check("concern:" + level));
      builder.check("end:safety");
    }
    builder.covers("due.rules-first").check("due", due(FAR, ""));
    builder.in("-c").check("due", due(FAR, builder.session()));
    builder.checkBy(VectorBuilder.STRANGER, "transfer:sup-9").check("due", due(FAR, ""));
  }

  /** The first activities that open each obligation. */
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

  private static Consumer<ObjectNode> due(Instant at, String session) {
    return line -> {
      line.removeAll();
      if (!session.isEmpty()) {
        line.put("session", session);
      }
      line.put("do", "due").put("at", at.toString());
    };
  }

  // --- where a session stands

  static void addState(VectorNumbering numbering) {
    VectorBuilder unknown = numbering.vector("state/unknown-session").needs("state");
    numbering.keep(state(unknown.covers("state.query")));

    VectorBuilder builder = numbering.opened("state/of-a-conversation").needs("state");
    state(builder.covers("state.query"));
    for (String act : milestones(numbering.protocol())) {
      if (builder.reaches(act)) {
        state(builder.check(act));
      }
    }
    builder.check("pause");
    state(builder.checkBy(VectorBuilder.STRANGER, "transfer:sup-2"));
    numbering.keep(state(builder.check("end:interrupted")));
  }

  /** Asks where the session stands. */
  static VectorBuilder state(VectorBuilder builder) {
    String session = builder.session();
    return builder.check(
        "state", line -> line.removeAll().put("session", session).put("do", "state"));
  }

  // --- what may happen in a session

  static void addOptions(VectorNumbering numbering) {
    VectorBuilder unknown = numbering.vector("options/unknown-session").needs("options");
    numbering.keep(
        unknown
            .covers("options.query")
            .check("options", options(unknown, START, Optional.empty())));

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
    numbering.protocol().resources().forEach(each -> referrals(numbering, each.key()));
    people(numbering);
    reasons(numbering);
  }

  /** An entry for each referral of the resource that an act fits, or for the latest one. */
  private static void referrals(VectorNumbering numbering, String resource) {
    VectorBuilder builder = numbering.opened("options/referrals-of-" + resource).needs("options");
    builder.covers("options.entries");
    if (builder.reaches("connect:" + resource)) {
      builder.lead("connect:" + resource);
      once(builder);
      if (builder.reaches("offer:" + resource)) {
        once(builder.lead("offer:" + resource));
        once(builder.lead("accept:" + resource));
        builder
            .lead("withdraw:" + resource)
            .check("complete:" + resource, line -> line.put("referral", "r-1"));
        once(builder);
      }
      numbering.keep(builder);
    }
  }

  /** For the peer, for a stranger, for whoever supported before. */
  private static void people(VectorNumbering numbering) {
    VectorBuilder builder = numbering.opened("options/by-whom").needs("options");
    builder.covers("options.by");
    for (String act : List.of("", "pause", "transfer:sup-2", "end:stopped")) {
      if (!act.isEmpty()) {
        builder.check(act);
      }
      Instant now = builder.lastAt();
      for (String who :
          List.of(VectorBuilder.SUPPORTER, VectorBuilder.PEER, VectorBuilder.STRANGER, "sup-2")) {
        builder.check("options", options(builder, now, Optional.of(who)));
      }
    }
    numbering.keep(builder);
  }

  /** Remedies and witnesses stand in the entries too. */
  private static void reasons(VectorNumbering numbering) {
    VectorBuilder remedies = numbering.opened("options/remedies").needs("options", "remedy");
    remedies.covers("options.query", "refusal.remedy");
    VectorBuilder witnesses = numbering.opened("options/witnesses").needs("options", "witness");
    witnesses.covers("options.query", "refusal.witness");
    for (String act : milestones(numbering.protocol())) {
      reasoned(remedies, act, Expectation.REMEDY);
      reasoned(witnesses, act, Expectation.WITNESS);
    }
    numbering.keep(remedies);
    numbering.keep(witnesses);
  }

  private static void reasoned(VectorBuilder builder, String act, Expectation expectation) {
    if (builder.reaches(act)) {
      builder.lead(act);
      Instant now = builder.lastAt();
      builder.send(builder.act("options", options(builder, now, Optional.empty())), expectation);
    }
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
    builder
        .check("options", options(builder, now, Optional.empty()))
        .check("options", options(builder, START, Optional.empty()));
  }

  /** Asks once. */
  static VectorBuilder once(VectorBuilder builder) {
    return builder.check("options", options(builder, builder.lastAt(), Optional.empty()));
  }

  private static Consumer<ObjectNode> options(
      VectorBuilder builder, Instant at, Optional<String> by) {
    String session = builder.session();
    return line -> {
      line.removeAll().put("session", session).put("at", at.toString()).put("do", "options");
      by.ifPresent(who -> line.put("by", who));
    };
  }
}
