package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.TitledKey;

/** Reasons that are data: those of the contract and those of the protocol. */
final class ReasonVectors {
  private static final String UNKNOWN = "no-such-reason";

  private ReasonVectors() {}

  static void add(VectorNumbering numbering) {
    ReasonLists reasons = numbering.protocol().reasons();
    VectorBuilder unknown = numbering.opened("reason/of-an-end").covers("end.reasons");
    unknown.check("end:" + UNKNOWN).checkBy(VectorBuilder.PEER, "end:" + UNKNOWN);
    numbering.keep(unknown.check("pause").check("end:" + UNKNOWN).check("end:stopped"));
    for (TitledKey each : reasons.end()) {
      VectorBuilder own = numbering.opened("reason/of-an-end-" + each.key());
      own.covers("end.own-reasons").checkBy(VectorBuilder.PEER, "end:" + each.key());
      numbering.keep(own);
    }
    ofReferrals(numbering, "decline", reasons.decline());
    ofReferrals(numbering, "lapse", reasons.lapse());
  }

  /** Without a reason, with each of the protocol's, and with another one. */
  private static void ofReferrals(VectorNumbering numbering, String act, List<TitledKey> reasons) {
    numbering.protocol().resources().stream()
        .limit(1)
        .forEach(
            resource -> {
              String text = act + ":" + resource.key();
              VectorBuilder builder = numbering.opened("reason/of-a-" + act);
              builder.covers(reasons.isEmpty() ? "code.reason.unknown" : act + ".reasons");
              if (builder.reaches(text)) {
                builder.check(text, reason(UNKNOWN)).check(text);
              }
              for (TitledKey each : reasons) {
                if (builder.reaches(text)) {
                  builder.check(text, reason(each.key()));
                }
              }
              numbering.keep(builder);
            });
  }

  private static Consumer<ObjectNode> reason(String key) {
    return line -> line.put("reason", key);
  }
}
