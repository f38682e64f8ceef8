package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;

/** What rests, what is over, and what goes on nevertheless. */
final class StatusVectors {
  private final Casting casting;
  private final Protocol protocol;

  private StatusVectors(Casting casting) {
    this.casting = casting;
    this.protocol = casting.protocol();
  }

  static void add(Casting casting) {
    StatusVectors vectors = new StatusVectors(casting);
    vectors.paused();
    vectors.pausedReferral();
    vectors.notPaused();
    vectors.ends();
    vectors.closed();
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
    Scene scene = casting.opened("status/paused").covers("status.paused", "trace.without-words");
    scene.check("pause").check("pause").check("close");
    acts().forEach(scene::check);
    scene.check("transfer:sup-2").check("resume").closes();
    casting.keep(scene);

    Scene ended = casting.opened("status/ended-while-paused").covers("status.paused");
    casting.keep(ended.lead("pause").check("end:unreachable"));
  }

  /** While the conversation rests the peer may answer; the hand-off waits. */
  private void pausedReferral() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      Scene scene =
          casting
              .opened("status/paused-with-" + key)
              .covers("status.paused", "act.peer-never-refused");
      if (scene.reaches("offer:" + key)) {
        scene
            .lead("offer:" + key, "pause")
            .check("connect:" + key)
            .checkBy(Scene.PEER, "accept:" + key);
        scene.check("connect:" + key).check("resume").check("connect:" + key).check("pause");
        scene.check("complete:" + key).check("resume").closes();
        casting.keep(scene);
      }
    }
  }

  private void notPaused() {
    Scene scene = casting.opened("status/not-paused").covers("status.not-paused");
    casting.keep(scene.check("resume").check("pause").check("resume").check("resume"));
  }

  private void ends() {
    for (EndReason reason : EndReason.values()) {
      Scene scene =
          casting
              .opened("status/ended-" + reason.wireName())
              .covers("status.finished", "end.never-refused", "end.reasons", "session.settled");
      scene.check("end:" + reason.wireName()).check("end:stopped");
      scene.check("close").check("pause").check("resume").check("transfer:sup-2");
      acts().forEach(scene::check);
      casting.keep(scene);
    }
    for (String element : protocol.elements().stream().map(each -> each.key()).toList()) {
      Scene scene = casting.opened("status/ended-in-" + element).covers("end.never-refused");
      if (scene.reaches("begin:" + element)) {
        scene.lead("begin:" + element);
        casting.keep(scene.check("end:stopped"));
      }
    }
    debts();
  }

  /** What binds always is still owed after an end, and can be discharged. */
  private void debts() {
    for (String level : protocol.concerns()) {
      Scene scene =
          casting
              .opened("status/ended-after-concern-" + level)
              .covers("always.after-end", "session.settled");
      scene.check("concern:" + level).check("end:safety");
      acts().stream().filter(act -> !act.startsWith("concern")).forEach(scene::check);
      for (var resource : protocol.resources()) {
        if (scene.permits("connect:" + resource.key())) {
          scene.check("connect:" + resource.key()).check("complete:" + resource.key());
        }
      }
      scene.check("transfer:sup-2");
      casting.keep(scene);
    }
  }

  private void closed() {
    Scene scene =
        casting
            .opened("status/closed")
            .covers("close.needs-rules", "status.finished", "session.settled")
            .check("close");
    if (scene.reaches("close")) {
      scene.check("close").check("close").check("end:stopped").check("pause").check("resume");
      acts().forEach(scene::check);
      scene.check("transfer:sup-2");
      casting.keep(scene);
    }
  }

  /** A conversation that is over is judged: what follows changes no verdict of its rules. */
  private void frozen() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      Scene ended = casting.opened("status/ended-with-" + key).covers("rule.frozen");
      if (ended.reaches("offer:" + key)) {
        frozen(ended.lead("offer:" + key).check("end:interrupted"), "decline:" + key);
      }
      Scene closed = casting.opened("status/closed-with-" + key).covers("rule.frozen");
      if (closed.reaches("accept:" + key)) {
        closed.lead("accept:" + key);
        if (closed.reaches("close")) {
          frozen(closed.check("close"), "connect:" + key, "complete:" + key);
        }
      }
    }
  }

  private void frozen(Scene over, String... facts) {
    QueryVectors.ask(over.needs("options"));
    for (String fact : facts) {
      QueryVectors.ask(over.check(fact));
    }
    casting.keep(over);
  }

  private void transferred() {
    Scene scene =
        casting
            .opened("status/transferred")
            .covers("transfer.anyone", "transfer.installs", "trace.without-words")
            .checkBy(Scene.STRANGER, "transfer:sup-2")
            .check("pause")
            .checkBy(Scene.SUPPORTER, "resume")
            .checkBy(Scene.PEER, "transfer:sup-3")
            .check("resume")
            .check("transfer:" + Scene.PEER);
    casting.keep(scene.closes());
  }
}
