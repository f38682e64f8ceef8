package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
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
    Instant told = ConformanceSuite.START.plusSeconds(1);
    Consumer<ObjectNode> ahead = VectorBuilder.told(told.plus(Duration.ofDays(1)), told);
    Consumer<ObjectNode> stranger = VectorBuilder.by(VectorBuilder.STRANGER);
    VectorBuilder builder = numbering.opened("naming/first-refusal").covers("refusal.first-code");
    builder.check("begin:no-such-element", stranger.andThen(ahead));
    builder.check("begin:no-such-element", VectorBuilder.by(VectorBuilder.PEER).andThen(ahead));
    builder.check("begin:no-such-element", ahead);
    builder.check("begin:no-such-element", OverrideVectors.coded("no-such-code"));
    builder.check("transfer:" + VectorBuilder.PEER, ahead);
    builder.check("resume", stranger.andThen(ahead));
    String resource = protocol.resources().isEmpty() ? "" : protocol.resources().get(0).key();
    if (!resource.isEmpty() && builder.reaches("offer:" + resource)) {
      builder.lead("offer:" + resource);
      builder.check("offer:no-such-resource", line -> line.put("referral", "r-1"));
      builder.check("offer:" + resource, line -> line.put("referral", "r-1"));
      builder.check("offer:" + resource, OverrideVectors.coded("no-such-code"));
      builder.check(
          "lapse:" + resource, line -> line.put("referral", "r-0").put("reason", "no-such-reason"));
    }
    builder.lead("pause");
    builder.check("begin:no-such-element", stranger);
    builder.check("close", line -> line.put("by", VectorBuilder.PEER));
    builder.lead("end:stopped");
    builder.check("begin:no-such-element", stranger).check("resume", stranger.andThen(ahead));
    builder.check("end:no-such-reason", stranger);
    numbering.keep(builder);
  }
}
