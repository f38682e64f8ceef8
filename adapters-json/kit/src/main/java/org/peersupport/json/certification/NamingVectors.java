package org.peersupport.json.certification;

import java.time.Duration;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Protocol;

/** Names that the protocol does not have, and which refusal stands where several would. */
final class NamingVectors {
  private NamingVectors() {}

  static void add(VectorNumbering numbering) {
    VectorBuilder names = numbering.opened("naming/unknown").covers("refusal.changes-nothing");
    names.check("begin:no-such-element").check("offer:no-such-resource");
    names.check("concern:no-such-level").check("thank:no-such-facet");
    numbering.keep(names.check("accept:no-such-resource").check("pause"));
    order(numbering);
  }

  /** Each refusal stands although all that come later in the order of the codes would too. */
  private static void order(VectorNumbering numbering) {
    Protocol protocol = numbering.protocol();
    String before = ConformanceSuite.START.minus(Duration.ofDays(1)).toString();
    VectorBuilder builder = numbering.opened("naming/first-refusal").covers("refusal.first-code");
    builder.check(
        "begin:no-such-element", line -> line.put("by", VectorBuilder.STRANGER).put("at", before));
    builder.check(
        "begin:no-such-element", line -> line.put("by", VectorBuilder.PEER).put("at", before));
    builder.check("begin:no-such-element", line -> line.put("at", before));
    builder.check(
        "begin:no-such-element",
        line -> line.set("override", ReferenceSubject.object().put("reason", "reason-of-a-test")));
    builder.check("transfer:" + VectorBuilder.PEER, line -> line.put("at", before));
    builder.check("resume", line -> line.put("by", VectorBuilder.STRANGER).put("at", before));
    String resource = protocol.resources().isEmpty() ? "" : protocol.resources().get(0).key();
    if (!resource.isEmpty() && builder.reaches("offer:" + resource)) {
      builder.lead("offer:" + resource);
      builder.check("offer:no-such-resource", line -> line.put("referral", "r-1"));
      builder.check("offer:" + resource, line -> line.put("referral", "r-1"));
    }
    builder.lead("pause");
    builder.check("begin:no-such-element", line -> line.put("by", VectorBuilder.STRANGER));
    builder.check("close", line -> line.put("by", VectorBuilder.PEER));
    builder.lead("end:stopped");
    builder.check("begin:no-such-element", line -> line.put("by", VectorBuilder.STRANGER));
    builder.check("resume", line -> line.put("by", VectorBuilder.STRANGER).put("at", before));
    numbering.keep(builder);
  }
}
