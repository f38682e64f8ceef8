package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.protocol.Protocol;

/** Events that were recorded in error: who may say so, when, and what the session is then. */
final class CorrectionVectors {
  private final Casting casting;
  private final Protocol protocol;

  private CorrectionVectors(Casting casting) {
    this.casting = casting;
    this.protocol = casting.protocol();
  }

  static void add(Casting casting) {
    CorrectionVectors vectors = new CorrectionVectors(casting);
    vectors.elements();
    vectors.earlier();
    vectors.referral();
    vectors.notAllowed();
    vectors.people();
    vectors.over();
    vectors.meanwhile();
    vectors.members();
  }

  private Scene opened(String what) {
    return casting.opened("correction/" + what).needs("correct");
  }

  private static Scene correctsLast(Scene scene) {
    return scene.check("correct:" + scene.seq());
  }

  /** What was begun in error was never begun, and can be begun again. */
  private void elements() {
    for (var element : protocol.elements()) {
      String begin = "begin:" + element.key();
      Scene scene = opened("of-" + element.key()).covers("correction.stands", "event.seq");
      if (scene.reaches(begin)) {
        correctsLast(scene.check(begin)).check("close");
        casting.keep(scene.check(begin).closes());
      }
    }
  }

  /** Each earlier event in turn, once more has happened since: advice and rules may notice. */
  private void earlier() {
    List<String> begun = new ArrayList<>();
    for (var element : protocol.elements()) {
      begun.add("begin:" + element.key());
      Scene scene = opened("before-" + element.key()).covers("correction.decides-the-rest");
      for (String act : begun) {
        if (scene.permits(act)) {
          scene.lead(act);
        }
      }
      int last = scene.seq();
      for (int seq = 2; seq <= last; seq++) {
        scene.check("correct:" + seq);
      }
      casting.keep(scene.closes());
    }
  }

  /** An offer cannot be taken back while its answer stands; the answer first, then the offer. */
  private void referral() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      Scene scene = opened("of-referral-" + key).covers("correction.stands");
      if (scene.reaches("offer:" + key)) {
        scene.check("offer:" + key);
        int offered = scene.seq();
        scene.checkBy(Scene.PEER, "accept:" + key);
        int answered = scene.seq();
        scene.check("correct:" + offered).check("correct:" + answered);
        scene.check("connect:" + key).check("correct:" + offered).check("accept:" + key);
        casting.keep(scene.check("offer:" + key).closes());

        Scene witness = opened("witness-of-" + key).needs("witness").covers("refusal.witness");
        witness.reaches("offer:" + key);
        witness.lead("offer:" + key, "decline:" + key);
        ObjectNode correction = witness.act("correct:" + (witness.seq() - 1));
        casting.keep(witness.send(correction, Expectation.WITNESS));
      }
    }
  }

  private void notAllowed() {
    Scene scene = opened("not-allowed").covers("refusal.changes-nothing");
    scene.check("correct:2").check("correct:99").check("correct:1");
    scene.lead("pause").check("correct:2").check("correct:2").check("correct:3");
    casting.keep(scene.check("resume").check("pause").check("resume"));
  }

  private void people() {
    Scene scene = opened("by-whom").covers("correction.actor");
    scene.lead("pause").checkBy(Scene.PEER, "correct:2").checkBy(Scene.STRANGER, "correct:2");
    scene.checkBy(Scene.PEER, "resume").checkBy(Scene.STRANGER, "correct:3");
    scene.checkBy(Scene.PEER, "correct:3").check("correct:2");
    scene.checkBy(Scene.STRANGER, "transfer:sup-2").checkBy(Scene.SUPPORTER, "correct:6");
    casting.keep(scene.checkBy(Scene.STRANGER, "correct:6").check("pause"));
  }

  /** Who corrects the end opens the conversation again. */
  private void over() {
    Scene ended = opened("of-the-end").covers("correction.reopens", "correction.any-status");
    correctsLast(ended.lead("end:stopped")).check("pause").check("resume");
    casting.keep(ended.closes());

    Scene closed = opened("of-the-close").covers("correction.reopens", "correction.any-status");
    if (closed.reaches("close")) {
      correctsLast(closed.lead("close"));
      casting.keep(closed.check("pause").check("resume").check("close"));
    }

    Scene settled = opened("after-the-end").covers("correction.any-status");
    settled.lead("pause", "resume", "end:declined").check("correct:3");
    casting.keep(settled.check("correct:2").check("pause"));
  }

  private void meanwhile() {
    Scene scene = opened("meanwhile").covers("correction.as-every-command");
    scene.lead("pause", "resume");
    scene.check(
        "correct:3", line -> line.put("at", scene.lastAt().minus(Duration.ofDays(1)).toString()));
    scene.check("correct:99", line -> line.put("by", Scene.STRANGER));
    scene.check("correct:1", Scene.overriding(Scene.REASON));
    scene.check("correct:3", Scene.overriding(Scene.REASON)).check("resume");
    casting.keep(scene);

    Scene ifSeq = opened("if-seq").needs("if-seq").covers("if-seq", "correction.as-every-command");
    ifSeq.lead("pause").check("correct:2", line -> line.put("ifSeq", 1));
    casting.keep(ifSeq.check("correct:2", line -> line.put("ifSeq", 2)));
  }

  private void members() {
    Scene scene = opened("members").covers("correction.reason", "json.missing", "json.ill-typed");
    scene.lead("pause");
    List<Consumer<ObjectNode>> changes =
        List.of(
            line -> line.remove("seq"),
            line -> line.remove("reason"),
            line -> line.put("reason", " "),
            line -> line.put("seq", "2"),
            line -> line.put("seq", 0));
    changes.forEach(change -> scene.check("correct:2", change));
    casting.keep(scene.check("resume"));
  }
}
