package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.peersupport.protocol.Protocol;

/** Sessions: how they begin, how they stay apart, and what their last event is. */
final class OpeningVectors {
  private OpeningVectors() {}

  static void add(Casting casting) {
    openings(casting);
    unknown(casting);
    apart(casting);
    ifSeq(casting);
  }

  private static void openings(Casting casting) {
    Protocol protocol = casting.protocol();
    Scene bare = casting.scene("session/by-id").covers("open.by-id", "event.seq");
    bare.check("open", line -> line.put("protocol", protocol.id())).check("pause").check("resume");
    casting.keep(bare);

    Scene full = casting.scene("session/with-everything").covers("open.members", "open.by-anyone");
    full.check(
        "open",
        line -> {
          line.put("by", Scene.STRANGER).put("followUpOf", "earlier-1");
          line.withObject("/supporter").put("role", "nurse");
          line.withObject("/peer").put("role", "physician");
        });
    casting.keep(full.check("pause"));

    Scene again = casting.opened("session/opened-twice").covers("refusal.changes-nothing");
    again.check("open").checkBy(Scene.STRANGER, "open");
    again.check("open", line -> line.put("protocol", "no-such-protocol"));
    casting.keep(again.check("pause"));
  }

  private static void unknown(Casting casting) {
    Scene scene = casting.scene("session/unknown").covers("refusal.first-code");
    scene.check("begin:" + casting.protocol().elements().get(0).key());
    scene.checkBy(Scene.STRANGER, "close").check("transfer:sup-2").check("end:stopped");
    scene.check("open", line -> line.put("protocol", "no-such-protocol"));
    scene.check("open", line -> line.put("protocol", casting.protocol().id() + "@0.0.0-none"));
    casting.keep(scene.check("pause").check("open").check("pause"));
  }

  /** What happens in one session is nothing to another, line by line. */
  private static void apart(Casting casting) {
    Protocol protocol = casting.protocol();
    Scene scene = casting.scene("session/interleaved").covers("session.apart", "event.seq");
    scene.check("open").in("-b").check("open").in("").check("pause").in("-b");
    for (var element : protocol.elements()) {
      scene.in("").check("begin:" + element.key());
      scene.in("-b").check("begin:" + element.key());
    }
    scene.in("").check("end:stopped").in("-b");
    for (var resource : protocol.resources()) {
      scene.check("offer:" + resource.key());
    }
    casting.keep(scene.in("").check("resume").in("-b").closes());
  }

  private static void ifSeq(Casting casting) {
    Scene scene = casting.opened("session/if-seq").needs("if-seq").covers("if-seq");
    scene.check("pause", seq(1)).check("resume", seq(1)).check("resume", seq(3));
    scene.check("end:stopped", seq(2)).check("close", seq(2)).check("close", seq(3));
    scene.check("begin:no-such-element", line -> line.put("by", Scene.STRANGER).put("ifSeq", 99));
    casting.keep(scene);
  }

  private static Consumer<ObjectNode> seq(int seq) {
    return line -> line.put("ifSeq", seq);
  }
}
