package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/** Who may record what, and who may meet. */
final class ActorVectors {
  private final VectorNumbering numbering;
  private final Protocol protocol;

  private ActorVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    ActorVectors vectors = new ActorVectors(numbering);
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

  /** A concern may come from anyone who sees it. */
  private static void concerns(VectorBuilder builder, String act) {
    if (act.startsWith("concern:")) {
      builder.covers("actor.anyone");
    }
  }

  private void peer() {
    VectorBuilder builder = numbering.opened("actor/peer").covers("actor.peer");
    acts().forEach(act -> builder.checkBy(VectorBuilder.PEER, act));
    builder.checkBy(VectorBuilder.PEER, "transfer:sup-2");
    numbering.keep(builder);
  }

  private void stranger() {
    VectorBuilder builder = numbering.opened("actor/stranger").covers("actor.stranger");
    acts()
        .forEach(
            act -> {
              concerns(builder, act);
              builder.checkBy(VectorBuilder.STRANGER, act);
            });
    numbering.keep(builder.check("end:stopped"));
  }

  private void referrals() {
    for (Resource resource : protocol.resources()) {
      String key = resource.key();
      VectorBuilder builder =
          numbering
              .opened("actor/referral-" + key)
              .covers("actor.peer", "actor.stranger", "actor.anyone");
      if (builder.reaches("offer:" + key)) {
        builder.lead("offer:" + key).checkBy(VectorBuilder.STRANGER, "accept:" + key);
        builder
            .checkBy(VectorBuilder.PEER, "connect:" + key)
            .checkBy(VectorBuilder.PEER, "accept:" + key);
        builder
            .checkBy(VectorBuilder.PEER, "connect:" + key)
            .checkBy(VectorBuilder.STRANGER, "connect:" + key);
        builder.check("connect:" + key).checkBy(VectorBuilder.STRANGER, "complete:" + key);
        numbering.keep(builder);

        VectorBuilder others =
            numbering.opened("actor/others-of-" + key).covers("actor.stranger", "actor.anyone");
        others.reaches("offer:" + key);
        others.lead("offer:" + key).checkBy(VectorBuilder.STRANGER, "decline:" + key);
        others.check("accept:" + key).checkBy(VectorBuilder.STRANGER, "withdraw:" + key);
        if (others.reaches("accept:" + key)) {
          others.lead("accept:" + key).checkBy(VectorBuilder.STRANGER, "lapse:" + key);
        }
        if (others.reaches("connect:" + key)) {
          others.lead("connect:" + key).checkBy(VectorBuilder.PEER, "complete:" + key);
        }
        numbering.keep(others);
      }
    }
  }

  private void pairing() {
    for (String departments : List.of("surgery", "emergency", "")) {
      String what = departments.isEmpty() ? "unknown" : departments;
      VectorBuilder builder =
          numbering.vector("actor/pairing-" + what).covers("pairing." + named());
      ObjectNode peer = ReferenceSubject.object().put("id", VectorBuilder.PEER);
      if (!departments.isEmpty()) {
        peer.put("department", departments);
      }
      builder.check("open", line -> line.set("peer", peer));
      if (builder.wasAccepted()) {
        other(builder, "emergency");
        other(builder, "");
        other(builder, "surgery");
      }
      numbering.keep(builder);
    }
    VectorBuilder same = numbering.vector("actor/pairing-oneself").covers("pairing.two-people");
    same.check(
        "open",
        line -> line.set("peer", VectorBuilder.person(VectorBuilder.SUPPORTER, "emergency")));
    numbering.keep(same.check("open"));
  }

  private String named() {
    return protocol.pairing() == Pairing.ANY ? "any" : protocol.pairing().wireName();
  }

  private static void other(VectorBuilder builder, String department) {
    ObjectNode supporter = ReferenceSubject.object().put("id", "sup-2");
    if (!department.isEmpty()) {
      supporter.put("department", department);
    }
    builder.check("transfer:sup-2", line -> line.set("supporter", supporter));
  }
}
