package org.peersupport.json.certification;

import java.time.Duration;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Protocol;

/** Names that the protocol does not have, and which refusal stands where several would. */
final class NamingVectors {
  private NamingVectors() {}

  static void add(Casting casting) {
    Scene names = casting.opened("naming/unknown").covers("refusal.changes-nothing");
    names.check("begin:no-such-element").check("offer:no-such-resource");
    names.check("concern:no-such-level").check("thank:no-such-facet");
    casting.keep(names.check("accept:no-such-resource").check("pause"));
    order(casting);
  }

  /** Each refusal stands although all that come later in the order of the codes would too. */
  private static void order(Casting casting) {
    Protocol protocol = casting.protocol();
    String before = ConformanceSuite.START.minus(Duration.ofDays(1)).toString();
    Scene scene = casting.opened("naming/first-refusal").covers("refusal.first-code");
    scene.check("begin:no-such-element", line -> line.put("by", Scene.STRANGER).put("at", before));
    scene.check("begin:no-such-element", line -> line.put("by", Scene.PEER).put("at", before));
    scene.check("begin:no-such-element", line -> line.put("at", before));
    scene.check(
        "begin:no-such-element",
        line -> line.set("override", Stage.object().put("reason", "reason-of-a-test")));
    scene.check("transfer:" + Scene.PEER, line -> line.put("at", before));
    scene.check("resume", line -> line.put("by", Scene.STRANGER).put("at", before));
    String resource = protocol.resources().isEmpty() ? "" : protocol.resources().get(0).key();
    if (!resource.isEmpty() && scene.reaches("offer:" + resource)) {
      scene.lead("offer:" + resource);
      scene.check("offer:no-such-resource", line -> line.put("referral", "r-1"));
      scene.check("offer:" + resource, line -> line.put("referral", "r-1"));
    }
    scene.lead("pause");
    scene.check("begin:no-such-element", line -> line.put("by", Scene.STRANGER));
    scene.check("close", line -> line.put("by", Scene.PEER));
    scene.lead("end:stopped");
    scene.check("begin:no-such-element", line -> line.put("by", Scene.STRANGER));
    scene.check("resume", line -> line.put("by", Scene.STRANGER).put("at", before));
    casting.keep(scene);
  }
}
