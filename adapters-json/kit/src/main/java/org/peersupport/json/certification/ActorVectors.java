package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/** Who may record what, and who may meet. */
final class ActorVectors {
  private final Casting casting;
  private final Protocol protocol;

  private ActorVectors(Casting casting) {
    this.casting = casting;
    this.protocol = casting.protocol();
  }

  static void add(Casting casting) {
    ActorVectors vectors = new ActorVectors(casting);
    vectors.peer();
    vectors.stranger();
    vectors.referrals();
    vectors.pairing();
  }

  /** The first of each kind that is no referral's. */
  private List<String> acts() {
    List<String> acts = new ArrayList<>(List.of("begin:" + protocol.elements().get(0).key()));
    protocol.concerns().stream().limit(1).forEach(each -> acts.add("concern:" + each));
    protocol.resources().stream().limit(1).forEach(each -> acts.add("offer:" + each.key()));
    protocol.appreciation().stream().limit(1).forEach(each -> acts.add("thank:" + each));
    acts.addAll(List.of("close", "pause", "resume", "end:stopped"));
    return acts;
  }

  private void peer() {
    Scene scene = casting.opened("actor/peer").covers("actor.peer");
    acts().forEach(act -> scene.checkBy(Scene.PEER, act));
    casting.keep(scene);
  }

  private void stranger() {
    Scene scene = casting.opened("actor/stranger").covers("actor.stranger");
    acts().forEach(act -> scene.checkBy(Scene.STRANGER, act));
    casting.keep(scene.check("end:stopped"));
  }

  private void referrals() {
    for (Resource resource : protocol.resources()) {
      String key = resource.key();
      Scene scene =
          casting
              .opened("actor/referral-" + key)
              .covers("actor.peer", "actor.stranger", "actor.anyone");
      if (scene.reaches("offer:" + key)) {
        scene.lead("offer:" + key).checkBy(Scene.STRANGER, "accept:" + key);
        scene.checkBy(Scene.PEER, "connect:" + key).checkBy(Scene.PEER, "accept:" + key);
        scene.checkBy(Scene.PEER, "connect:" + key).checkBy(Scene.STRANGER, "connect:" + key);
        scene.check("connect:" + key).checkBy(Scene.STRANGER, "complete:" + key);
        casting.keep(scene);
      }
    }
  }

  private void pairing() {
    for (String departments : List.of("surgery", "emergency", "")) {
      String what = departments.isEmpty() ? "unknown" : departments;
      Scene scene = casting.scene("actor/pairing-" + what).covers("pairing." + named());
      ObjectNode peer = Stage.object().put("id", Scene.PEER);
      if (!departments.isEmpty()) {
        peer.put("department", departments);
      }
      scene.check("open", line -> line.set("peer", peer));
      if (scene.wasAccepted()) {
        other(scene, "emergency");
        other(scene, "");
        other(scene, "surgery");
      }
      casting.keep(scene);
    }
    Scene same = casting.scene("actor/pairing-oneself").covers("pairing.two-people");
    same.check("open", line -> line.set("peer", Scene.person(Scene.SUPPORTER, "emergency")));
    casting.keep(same.check("open"));
  }

  private String named() {
    return protocol.pairing() == Pairing.ANY ? "any" : protocol.pairing().wireName();
  }

  private static void other(Scene scene, String department) {
    ObjectNode supporter = Stage.object().put("id", "sup-2");
    if (!department.isEmpty()) {
      supporter.put("department", department);
    }
    scene.check("transfer:sup-2", line -> line.set("supporter", supporter));
  }
}
