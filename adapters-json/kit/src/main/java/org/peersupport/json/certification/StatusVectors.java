package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;

/** What rests, what is over, and what goes on nevertheless. */
final class StatusVectors {
  private final VectorNumbering numbering;
  private final Protocol protocol;

  private StatusVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    StatusVectors vectors = new StatusVectors(numbering);
    vectors.paused();
    vectors.pausedReferral();
    vectors.pausedInDanger();
    vectors.notPaused();
    vectors.ends();
    vectors.closed();
    vectors.concernsAfterwards();
    vectors.frozen();
    vectors.transferred();
  }

  /** Every act whatever, so that nothing slips past the status. */
  private List<String> acts() {
    List<String> acts = new ArrayList<>();
    protocol.elements().forEach(each -> acts.add("begin:" + each.key()));
    protocol.concerns().forEach(each -> acts.add("concern:" + each));
    protocol.resources().forEach(each -> acts.add("offer:" + each.key()));
    protocol.appreciation().forEach(each -> acts.add("thank:" + each));
    return acts;
  }

  private void paused() {
    VectorBuilder builder =
        numbering.opened("status/paused").covers("status.paused", "trace.without-words");
    builder.check("pause").check("pause").check("close");
    acts().forEach(builder::check);
    builder.check("transfer:sup-2").check("resume").closes();
    numbering.keep(builder);

    VectorBuilder ended = numbering.opened("status/ended-while-paused").covers("status.paused");
    numbering.keep(ended.lead("pause").check("end:unreachable"));
  }

  /** While the conversation rests the peer may answer, and the hand-off may happen. */
  private void pausedReferral() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      VectorBuilder builder =
          numbering
              .opened("status/paused-with-" + key)
              .covers("status.paused", "fact.never-refused");
      if (builder.reaches("offer:" + key)) {
        builder
            .lead("offer:" + key, "pause")
            .check("connect:" + key)
            .checkBy(VectorBuilder.PEER, "accept:" + key);
        builder.check("connect:" + key).check("offer:" + key);
        builder.checkBy(VectorBuilder.STRANGER, "withdraw:" + key).check("connect:" + key);
        numbering.keep(builder.check("resume").closes());
      }
    }
  }

  /** While it rests, what brings help to someone in danger nearer goes on. */
  private void pausedInDanger() {
    for (String level : protocol.concerns()) {
      VectorBuilder builder = numbering.opened("status/paused-in-danger-" + level);
      builder.check("pause").check("concern:" + level).check("close");
      if (builder.isUrgent()) {
        builder.covers("status.paused-always");
      }
      others().forEach(builder::check);
      for (var resource : protocol.resources()) {
        builder.check("connect:" + resource.key());
      }
      others().forEach(builder::check);
      numbering.keep(builder.check("resume").closes());
    }
  }

  private List<String> others() {
    return acts().stream().filter(act -> !act.startsWith("concern")).toList();
  }

  private void notPaused() {
    VectorBuilder builder = numbering.opened("status/not-paused").covers("status.not-paused");
    numbering.keep(builder.check("resume").check("pause").check("resume").check("resume"));
  }

  private void ends() {
    for (EndReason reason : EndReason.builtIn()) {
      VectorBuilder builder =
          numbering
              .opened("status/ended-" + reason.wireName())
              .covers("status.finished", "end.never-refused", "end.reasons", "session.settled");
      builder.check("end:" + reason.wireName()).check("end:stopped");
      builder.check("close").check("pause").check("resume").check("transfer:sup-2");
      others().forEach(builder::check);
      numbering.keep(builder);
    }
    for (String element : protocol.elements().stream().map(each -> each.key()).toList()) {
      VectorBuilder builder =
          numbering.opened("status/ended-in-" + element).covers("end.never-refused");
      if (builder.reaches("begin:" + element)) {
        builder.lead("begin:" + element);
        numbering.keep(builder.check("end:stopped"));
      }
    }
    debts();
  }

  /** What binds always is still owed after an end, and can be discharged. */
  private void debts() {
    for (String level : protocol.concerns()) {
      VectorBuilder builder =
          numbering
              .opened("status/ended-after-concern-" + level)
              .covers("always.after-end", "session.settled");
      builder.check("concern:" + level).check("end:safety");
      others().forEach(builder::check);
      for (var resource : protocol.resources()) {
        if (builder.permits("connect:" + resource.key())) {
          builder.check("connect:" + resource.key()).check("complete:" + resource.key());
        }
      }
      builder.check("transfer:sup-2");
      numbering.keep(builder);
    }
  }

  private void closed() {
    VectorBuilder builder =
        numbering
            .opened("status/closed")
            .covers("close.needs-rules", "status.finished", "session.settled")
            .check("close");
    if (builder.reaches("close")) {
      builder.check("close").check("close").check("end:stopped").check("pause").check("resume");
      others().forEach(builder::check);
      builder.check("transfer:sup-2");
      numbering.keep(builder);
    }
  }

  /** A concern is taken after the close and the end too, and may wake what was settled. */
  private void concernsAfterwards() {
    for (String over : List.of("close", "end:unreachable")) {
      for (String level : protocol.concerns()) {
        String name = "status/concern-" + level + "-after-" + over.replaceFirst(":.*", "");
        VectorBuilder builder = numbering.opened(name).covers("concern.any-status");
        if (builder.reaches(over)) {
          builder.check(over).checkBy(VectorBuilder.STRANGER, "concern:" + level);
          builder.checkBy(VectorBuilder.PEER, "concern:" + level).check("transfer:sup-2");
          others().forEach(builder::check);
          for (var resource : protocol.resources()) {
            if (builder.permits("connect:" + resource.key())) {
              builder.check("connect:" + resource.key()).check("complete:" + resource.key());
            }
          }
          builder.check("transfer:sup-3").checkBy(VectorBuilder.PEER, "concern:" + level);
          numbering.keep(builder.check("transfer:sup-3"));
        }
      }
    }
  }

  /** A conversation that is over is judged: what follows changes no verdict of its rules. */
  private void frozen() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      VectorBuilder ended = numbering.opened("status/ended-with-" + key).covers("rule.frozen");
      if (ended.reaches("offer:" + key)) {
        frozen(ended.lead("offer:" + key).check("end:interrupted"), "decline:" + key);
      }
      VectorBuilder closed = numbering.opened("status/closed-with-" + key).covers("rule.frozen");
      if (closed.reaches("accept:" + key)) {
        closed.lead("accept:" + key);
        if (closed.reaches("close")) {
          frozen(closed.check("close"), "connect:" + key, "complete:" + key);
        }
      }
    }
  }

  private void frozen(VectorBuilder over, String... facts) {
    QueryVectors.ask(over.needs("options"));
    for (String fact : facts) {
      QueryVectors.ask(over.check(fact));
    }
    numbering.keep(over);
  }

  private void transferred() {
    VectorBuilder builder =
        numbering
            .opened("status/transferred")
            .covers("transfer.anyone", "transfer.installs", "trace.without-words")
            .checkBy(VectorBuilder.STRANGER, "transfer:sup-2")
            .check("pause")
            .checkBy(VectorBuilder.SUPPORTER, "resume")
            .checkBy(VectorBuilder.PEER, "transfer:sup-3")
            .check("resume")
            .check("transfer:" + VectorBuilder.PEER);
    numbering.keep(builder.closes());
  }
}
