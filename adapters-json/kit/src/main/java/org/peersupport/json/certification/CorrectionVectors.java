package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.protocol.Protocol;

/** Events that were recorded in error: who may say so, when, and what the session is then. */
final class CorrectionVectors {
  private final VectorNumbering numbering;
  private final Protocol protocol;

  private CorrectionVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    CorrectionVectors vectors = new CorrectionVectors(numbering);
    vectors.elements();
    vectors.earlier();
    vectors.referral();
    vectors.notAllowed();
    vectors.people();
    vectors.words();
    vectors.corrections();
    vectors.over();
    vectors.meanwhile();
    vectors.members();
  }

  private VectorBuilder opened(String what) {
    return numbering.opened("correction/" + what).needs("correct");
  }

  private static VectorBuilder correctsLast(VectorBuilder builder) {
    return builder.check("correct:" + builder.seq());
  }

  /** What was begun in error was never begun, and can be begun again. */
  private void elements() {
    for (var element : protocol.elements()) {
      String begin = "begin:" + element.key();
      VectorBuilder builder =
          opened("of-" + element.key()).covers("correction.stands", "event.seq");
      if (builder.reaches(begin)) {
        correctsLast(builder.check(begin)).check("close");
        numbering.keep(builder.check(begin).closes());
      }
    }
  }

  /** Each earlier event in turn, once more has happened since: advice and rules may notice. */
  private void earlier() {
    List<String> begun = new ArrayList<>();
    for (var element : protocol.elements()) {
      begun.add("begin:" + element.key());
      VectorBuilder builder =
          opened("before-" + element.key()).covers("correction.decides-the-rest");
      for (String act : begun) {
        if (builder.permits(act)) {
          builder.lead(act);
        }
      }
      int last = builder.seq();
      for (int seq = 2; seq <= last; seq++) {
        builder.check("correct:" + seq);
      }
      numbering.keep(builder.closes());
    }
  }

  /** An offer cannot be taken back while its answer stands; the answer first, then the offer. */
  private void referral() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      VectorBuilder builder = opened("of-referral-" + key).covers("correction.stands");
      if (builder.reaches("offer:" + key)) {
        builder.check("offer:" + key);
        int offered = builder.seq();
        builder.checkBy(VectorBuilder.PEER, "accept:" + key);
        int answered = builder.seq();
        builder.check("correct:" + offered).check("correct:" + answered);
        builder.check("connect:" + key).check("correct:" + offered).check("accept:" + key);
        numbering.keep(builder.check("offer:" + key).closes());

        VectorBuilder witness =
            opened("witness-of-" + key).needs("witness").covers("refusal.witness");
        witness.reaches("offer:" + key);
        witness.lead("offer:" + key, "decline:" + key);
        ObjectNode correction = witness.act("correct:" + (witness.seq() - 1));
        numbering.keep(witness.send(correction, Expectation.WITNESS));

        VectorBuilder yes = opened("of-a-withdrawn-" + key).covers("correction.peers-words");
        if (yes.reaches("accept:" + key)) {
          yes.lead("accept:" + key).checkBy(VectorBuilder.PEER, "withdraw:" + key);
          yes.check("correct:" + yes.seq()).check("connect:" + key);
          yes.checkBy(VectorBuilder.STRANGER, "correct:" + yes.seq());
          yes.checkBy(VectorBuilder.PEER, "correct:" + yes.seq()).check("connect:" + key);
          numbering.keep(yes);
        }
      }
    }
  }

  private void notAllowed() {
    VectorBuilder builder = opened("not-allowed").covers("refusal.changes-nothing");
    builder.check("correct:2").check("correct:99").check("correct:1");
    builder.lead("pause").check("correct:2").check("correct:2").check("correct:3");
    numbering.keep(builder.check("resume").check("pause").check("resume"));
  }

  private void people() {
    VectorBuilder builder = opened("by-whom").covers("correction.actor");
    builder
        .lead("pause")
        .checkBy(VectorBuilder.PEER, "correct:2")
        .checkBy(VectorBuilder.STRANGER, "correct:2");
    builder.checkBy(VectorBuilder.PEER, "resume").checkBy(VectorBuilder.STRANGER, "correct:3");
    builder.checkBy(VectorBuilder.PEER, "correct:3").check("correct:2");
    builder
        .checkBy(VectorBuilder.STRANGER, "transfer:sup-2")
        .checkBy(VectorBuilder.SUPPORTER, "correct:6");
    numbering.keep(builder.checkBy(VectorBuilder.STRANGER, "correct:6").check("pause"));
  }

  /** What the peer recorded, and any concern, only who recorded it takes back. */
  private void words() {
    for (String level : protocol.concerns()) {
      for (String who :
          List.of(VectorBuilder.SUPPORTER, VectorBuilder.PEER, VectorBuilder.STRANGER)) {
        VectorBuilder builder =
            opened("of-concern-" + level + "-by-" + who).covers("correction.peers-words");
        builder.checkBy(who, "concern:" + level);
        for (String other :
            List.of(VectorBuilder.SUPPORTER, VectorBuilder.PEER, VectorBuilder.STRANGER)) {
          if (!other.equals(who)) {
            builder.checkBy(other, "correct:2");
          }
        }
        builder.check("transfer:sup-2").check("correct:2").checkBy(who, "correct:2");
        numbering.keep(builder.checkBy(who, "correct:2"));
      }
    }
  }

  /** Who corrects a correction lets stand again what it took back. */
  private void corrections() {
    VectorBuilder builder = opened("of-corrections").covers("correction.of-correction");
    builder.lead("pause").check("correct:2");
    for (int seq = 3; seq < 7; seq++) {
      builder.check("correct:" + seq).check("correct:" + seq).check("correct:2").lead("pause");
      correctsLast(builder);
    }
    numbering.keep(builder.check("resume").check("pause"));

    VectorBuilder late = opened("of-a-correction-too-late").covers("correction.of-correction");
    late.lead("pause").check("correct:2").lead("pause").check("correct:3").check("correct:4");
    numbering.keep(late.check("correct:3").check("resume"));
  }

  /** Who corrects the end opens the conversation again. */
  private void over() {
    VectorBuilder ended =
        opened("of-the-end").covers("correction.reopens", "correction.any-status");
    correctsLast(ended.lead("end:stopped")).check("pause").check("resume");
    numbering.keep(ended.closes());

    VectorBuilder closed =
        opened("of-the-close").covers("correction.reopens", "correction.any-status");
    if (closed.reaches("close")) {
      correctsLast(closed.lead("close"));
      numbering.keep(closed.check("pause").check("resume").check("close"));
    }

    VectorBuilder settled = opened("after-the-end").covers("correction.any-status");
    settled.lead("pause", "resume", "end:declined").check("correct:3");
    numbering.keep(settled.check("correct:2").check("pause"));
  }

  private void meanwhile() {
    VectorBuilder builder = opened("meanwhile").covers("correction.as-every-command");
    builder.lead("pause", "resume");
    builder.check("correct:3", VectorBuilder.at(builder.lastAt().minus(Duration.ofDays(1))));
    builder.checkBy(VectorBuilder.STRANGER, "correct:99");
    builder.check("correct:1", VectorBuilder.overriding(VectorBuilder.REASON));
    builder.check("correct:2", VectorBuilder.overriding(VectorBuilder.REASON)).check("resume");
    numbering.keep(builder);

    VectorBuilder ifSeq =
        opened("if-seq").needs("if-seq").covers("if-seq", "correction.as-every-command");
    ifSeq.lead("pause").check("correct:2", line -> line.put("ifSeq", 1));
    numbering.keep(ifSeq.check("correct:2", line -> line.put("ifSeq", 2)));
  }

  private void members() {
    VectorBuilder builder =
        opened("members").covers("correction.reason", "json.missing", "json.ill-typed");
    builder.lead("pause");
    List<Consumer<ObjectNode>> changes =
        List.of(
            line -> line.remove("seq"),
            line -> line.remove("reason"),
            line -> line.put("reason", " "),
            line -> line.put("seq", "2"),
            line -> line.put("seq", 0));
    changes.forEach(change -> builder.check("correct:2", change));
    numbering.keep(builder.check("resume"));
  }
}
