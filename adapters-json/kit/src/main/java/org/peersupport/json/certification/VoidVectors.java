package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Protocol;

/** Sessions that were entered in error. */
final class VoidVectors {
  private static final List<String> REASONS = List.of("wrong-person", "duplicate", "test", "other");

  private final VectorNumbering numbering;
  private final Protocol protocol;

  private VoidVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    VoidVectors vectors = new VoidVectors(numbering);
    vectors.reasons();
    vectors.nothing();
    vectors.people();
    vectors.statuses();
    vectors.danger();
    vectors.undone();
    vectors.queries();
    vectors.members();
  }

  private VectorBuilder opened(String what) {
    return numbering.opened("void/" + what).needs("void");
  }

  private void reasons() {
    for (String reason : REASONS) {
      VectorBuilder builder = opened("as-" + reason).covers("void.reasons");
      builder.check("void:no-such-reason").check("void:" + reason).check("void:" + reason);
      numbering.keep(builder.check("open").check("pause"));
    }
  }

  /** Nothing is recorded any more in what was never to be. */
  private void nothing() {
    VectorBuilder builder = opened("nothing-goes-on").covers("void.counts-nowhere");
    List<String> acts = new ArrayList<>();
    protocol.elements().forEach(each -> acts.add("begin:" + each.key()));
    protocol.concerns().forEach(each -> acts.add("concern:" + each));
    protocol.appreciation().forEach(each -> acts.add("thank:" + each));
    for (var resource : protocol.resources()) {
      if (builder.reaches("offer:" + resource.key())) {
        builder.lead("offer:" + resource.key());
      }
      for (String act :
          List.of(
              "offer:", "accept:", "decline:", "connect:", "complete:", "withdraw:", "lapse:")) {
        acts.add(act + resource.key());
      }
    }
    acts.addAll(List.of("pause", "resume", "transfer:sup-2", "close", "end:stopped"));
    builder.check("void:other");
    acts.forEach(builder::check);
    protocol.concerns().forEach(each -> builder.checkBy(VectorBuilder.PEER, "concern:" + each));
    numbering.keep(builder);
  }

  /** From the supporter, or from who opened it. */
  private void people() {
    VectorBuilder builder = opened("by-whom").covers("void.actor");
    builder.checkBy(VectorBuilder.PEER, "void:test").checkBy(VectorBuilder.STRANGER, "void:test");
    builder.check("transfer:sup-2").checkBy("sup-3", "void:test");
    numbering.keep(builder.checkBy(VectorBuilder.SUPPORTER, "void:test"));

    VectorBuilder now = opened("by-the-supporter").covers("void.actor");
    numbering.keep(now.check("transfer:sup-2").check("void:test"));

    for (String who : List.of(VectorBuilder.PEER, VectorBuilder.STRANGER)) {
      VectorBuilder other =
          numbering.vector("void/opened-by-" + who).needs("void").covers("void.actor");
      other.checkBy(who, "open").checkBy("nobody-else", "void:test");
      numbering.keep(other.checkBy(who, "void:test"));
    }
  }

  private void statuses() {
    for (String before : List.of("pause", "end:stopped", "close")) {
      String name = "after-" + before.replaceFirst(":.*", "");
      VectorBuilder builder = opened(name).covers("void.counts-nowhere");
      if (builder.reaches(before)) {
        numbering.keep(builder.lead(before).check("void:duplicate").check("resume"));
      }
    }
  }

  /** Whoever may be in danger comes first. */
  private void danger() {
    for (String level : protocol.concerns()) {
      for (String before : List.of("", "pause", "end:safety")) {
        String when = before.isEmpty() ? "" : "-and-" + before.replaceFirst(":.*", "");
        VectorBuilder builder = opened("in-danger-" + level + when);
        builder.check("concern:" + level);
        if (builder.isUrgent()) {
          builder.covers("void.safety-first");
        }
        if (!before.isEmpty()) {
          builder.check(before);
        }
        builder.check("void:wrong-person");
        for (var resource : protocol.resources()) {
          String key = resource.key();
          for (String act : List.of("offer:", "accept:", "connect:")) {
            if (builder.permits(act + key)) {
              builder.check(act + key).check("void:wrong-person");
            }
          }
        }
        numbering.keep(builder);
      }
    }
  }

  /** Only the correction of the void brings it back; one who may not void may not correct it. */
  private void undone() {
    VectorBuilder builder = opened("undone").needs("correct").covers("void.undone");
    builder.lead("pause").check("void:test").check("correct:2").check("correct:99");
    builder.checkBy(VectorBuilder.PEER, "correct:3");
    builder.checkBy(VectorBuilder.STRANGER, "correct:3");
    builder.check("correct:3").check("resume").check("correct:3");
    // The void stands again when its correction is corrected, unless more has happened since.
    builder.check("correct:4");
    int resumed = builder.seq();
    builder.check("correct:" + resumed).check("correct:4");
    numbering.keep(builder.check("pause").check("correct:4"));

    VectorBuilder peers = numbering.vector("void/undone-by-the-peer").needs("void", "correct");
    peers.covers("void.undone", "correction.peers-words");
    peers.checkBy(VectorBuilder.PEER, "open").checkBy(VectorBuilder.PEER, "void:test");
    peers.check("correct:2").checkBy(VectorBuilder.PEER, "correct:2").check("pause");
    numbering.keep(peers);
  }

  private void members() {
    VectorBuilder builder = opened("members").covers("json.missing", "json.ill-typed");
    builder.check("void:test", line -> line.remove("reason"));
    builder.check("void:test", line -> line.put("reason", 7));
    numbering.keep(builder.check("pause"));
  }

  private void queries() {
    VectorBuilder options = opened("options").needs("options").covers("void.counts-nowhere");
    numbering.keep(QueryVectors.once(options.lead("void:other")));

    VectorBuilder state = opened("state").needs("state").covers("void.counts-nowhere");
    numbering.keep(QueryVectors.state(state.lead("void:other")));
  }
}
