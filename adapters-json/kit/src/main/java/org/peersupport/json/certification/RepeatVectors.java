package org.peersupport.json.certification;

import static org.peersupport.json.certification.VectorBuilder.named;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Protocol;

/** Commands that are sent again because nobody knows whether they arrived. */
final class RepeatVectors {
  private static final Duration DAY = Duration.ofDays(1);

  private final VectorNumbering numbering;
  private final Protocol protocol;

  private RepeatVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    RepeatVectors vectors = new RepeatVectors(numbering);
    vectors.conversation();
    vectors.opening();
    vectors.alike();
    vectors.others();
    vectors.refused();
    vectors.sessions();
    vectors.corrected();
    vectors.voided();
  }

  private VectorBuilder opened(String what) {
    return numbering.opened("repeat/" + what).needs("command-id");
  }

  /** Sends a line, then once more. */
  private static ObjectNode twice(VectorBuilder builder, String act, Consumer<ObjectNode> change) {
    ObjectNode line = builder.act(act, change);
    builder.send(line, Expectation.FULL).send(line, Expectation.FULL);
    return line;
  }

  /** Every command of a conversation at once again, and all of them at the end. */
  private void conversation() {
    VectorBuilder builder = opened("of-a-conversation").covers("repeat.same", "repeat.first");
    List<ObjectNode> sent = new ArrayList<>();
    for (String act : acts()) {
      if (builder.reaches(act)) {
        sent.add(twice(builder, act, named("c-" + sent.size())));
      }
    }
    sent.add(twice(builder, "end:interrupted", named("c-last")));
    sent.forEach(line -> builder.send(line, Expectation.FULL));
    numbering.keep(builder);

    VectorBuilder closed = opened("of-a-close").covers("repeat.same", "repeat.first");
    if (closed.reaches("close")) {
      twice(closed, "close", named("c-close"));
      numbering.keep(closed.check("close", named("c-other")));
    }
  }

  private List<String> acts() {
    List<String> acts = new ArrayList<>();
    protocol.concerns().forEach(each -> acts.add("concern:" + each));
    for (var resource : protocol.resources()) {
      for (String act :
          List.of(
              "offer:", "accept:", "connect:", "withdraw:", "decline:", "complete:", "lapse:")) {
        acts.add(act + resource.key());
      }
    }
    protocol.elements().forEach(each -> acts.add("begin:" + each.key()));
    protocol.appreciation().forEach(each -> acts.add("thank:" + each));
    acts.addAll(List.of("pause", "resume", "transfer:sup-2"));
    return acts;
  }

  /** An opening that names the protocol without its release, or with it, is the same. */
  private void opening() {
    VectorBuilder builder = numbering.vector("repeat/of-the-opening").needs("command-id");
    builder.covers("repeat.same", "repeat.members");
    ObjectNode line = twice(builder, "open", named("c-1"));
    builder.send(changed(line, each -> each.put("protocol", protocol.id())), Expectation.FULL);
    for (Consumer<ObjectNode> change :
        List.<Consumer<ObjectNode>>of(
            each -> each.put("protocol", protocol.id() + "@0.0.0-none"),
            each -> each.put("protocol", "no-such-protocol"),
            each -> each.put("followUpOf", "earlier-1"),
            each -> each.set("peer", VectorBuilder.person("peer-2", "emergency")),
            each -> each.remove("commandId"))) {
      builder.send(changed(line, change), Expectation.FULL);
    }
    numbering.keep(builder.check("pause"));
  }

  private static ObjectNode changed(ObjectNode line, Consumer<ObjectNode> change) {
    ObjectNode changed = line.deepCopy();
    change.accept(changed);
    return changed;
  }

  /** What makes no difference. */
  private void alike() {
    VectorBuilder builder = opened("told-otherwise").covers("repeat.members");
    ObjectNode line = twice(builder, "pause", named("c-1"));
    String later = ConformanceSuite.START.plus(DAY).toString();
    for (Consumer<ObjectNode> change :
        List.<Consumer<ObjectNode>>of(
            each -> each.put("at", later),
            each -> each.put("recordedAt", later),
            each -> each.put("ifSeq", 1),
            each -> each.put("ifSeq", 99),
            VectorBuilder.overriding(VectorBuilder.REASON),
            each -> each.put("x-more", "any"))) {
      builder.send(changed(line, change), Expectation.FULL);
    }
    numbering.keep(builder.check("resume"));
  }

  /** Another command under an id that is taken. */
  private void others() {
    VectorBuilder builder = opened("of-another-command").covers("repeat.members");
    ObjectNode line = twice(builder, "pause", named("c-1"));
    builder.send(changed(line, VectorBuilder.by(VectorBuilder.PEER)), Expectation.FULL);
    builder.send(changed(line, each -> each.put("do", "resume")), Expectation.FULL);
    builder.send(
        changed(line, each -> each.put("do", "pause").put("by", "nobody-else")), Expectation.FULL);
    builder.check("resume", named("c-2")).check("close", named("c-2")).check("pause", named("c-3"));
    builder.check("end:stopped", named("c-4")).check("end:declined", named("c-4"));
    for (String level : protocol.concerns()) {
      builder.check("concern:" + level, named("c-5"));
    }
    builder.check("concern:no-such-level", named("c-5"));
    for (var resource : protocol.resources()) {
      builder.check("offer:" + resource.key(), named("c-5"));
    }
    numbering.keep(builder.check("end:stopped", named("c-4")));
  }

  /** What was refused is decided anew. */
  private void refused() {
    VectorBuilder builder = opened("of-a-refusal").covers("repeat.refused");
    ObjectNode line = twice(builder, "resume", named("c-1"));
    builder.check("pause", named("c-2")).send(line, Expectation.FULL);
    numbering.keep(builder.send(line, Expectation.FULL).check("pause", named("c-2")));
  }

  /** Every session has ids of its own. */
  private void sessions() {
    VectorBuilder builder = opened("in-another-session").covers("repeat.own-session");
    builder.check("pause", named("c-1")).in("-b").check("open", named("c-1"));
    builder.check("pause", named("c-1")).check("pause", named("c-2"));
    numbering.keep(builder.in("").check("resume", named("c-1")).check("pause", named("c-1")));
  }

  /** What was taken back meanwhile was recorded nevertheless. */
  private void corrected() {
    VectorBuilder builder = opened("of-what-was-corrected").needs("correct").covers("repeat.first");
    ObjectNode line = twice(builder, "pause", named("c-1"));
    ObjectNode correction = twice(builder, "correct:2", named("c-2"));
    builder.send(line, Expectation.FULL);
    builder.send(changed(correction, each -> each.put("reason", "another")), Expectation.FULL);
    builder.send(changed(correction, each -> each.put("seq", 1)), Expectation.FULL);
    numbering.keep(builder.check("pause", named("c-3")));
  }

  private void voided() {
    VectorBuilder builder = opened("of-what-was-voided").needs("void").covers("repeat.first");
    ObjectNode line = twice(builder, "pause", named("c-1"));
    ObjectNode voided = twice(builder, "void:duplicate", named("c-2"));
    builder.send(line, Expectation.FULL);
    builder.send(changed(voided, each -> each.put("reason", "test")), Expectation.FULL);
    numbering.keep(builder.check("resume", named("c-3")));
  }
}
