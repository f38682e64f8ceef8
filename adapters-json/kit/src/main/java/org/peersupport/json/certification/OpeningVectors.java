package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.peersupport.protocol.Protocol;

/** Sessions: how they begin, how they stay apart, and what their last event is. */
final class OpeningVectors {
  private OpeningVectors() {}

  static void add(VectorNumbering numbering) {
    openings(numbering);
    unknown(numbering);
    apart(numbering);
    ifSeq(numbering);
  }

  private static void openings(VectorNumbering numbering) {
    Protocol protocol = numbering.protocol();
    VectorBuilder bare = numbering.vector("session/by-id").covers("open.by-id", "event.seq");
    bare.check("open", line -> line.put("protocol", protocol.id())).check("pause").check("resume");
    numbering.keep(bare);

    VectorBuilder full =
        numbering.vector("session/with-everything").covers("open.members", "open.by-anyone");
    full.check(
        "open",
        line -> {
          line.put("by", VectorBuilder.STRANGER).put("followUpOf", "earlier-1");
          line.withObject("/supporter").put("role", "nurse");
          line.withObject("/peer").put("role", "physician");
        });
    numbering.keep(full.check("pause"));

    VectorBuilder itself = numbering.vector("session/following-itself").covers("open.follow-up");
    itself.check("open", line -> line.put("followUpOf", itself.session()));
    numbering.keep(itself.check("pause"));

    VectorBuilder again =
        numbering.opened("session/opened-twice").covers("refusal.changes-nothing");
    again.check("open").checkBy(VectorBuilder.STRANGER, "open");
    again.check("open", line -> line.put("protocol", "no-such-protocol"));
    numbering.keep(again.check("pause"));

    VectorBuilder ifSeq = numbering.vector("session/opened-if-seq").needs("if-seq");
    ifSeq.covers("if-seq.not-at-opening").check("open", seq(7));
    numbering.keep(ifSeq.check("pause", seq(1)));
  }

  private static void unknown(VectorNumbering numbering) {
    VectorBuilder builder = numbering.vector("session/unknown").covers("refusal.first-code");
    builder.check("begin:" + numbering.protocol().elements().get(0).key());
    builder.checkBy(VectorBuilder.STRANGER, "close").check("transfer:sup-2").check("end:stopped");
    builder.check("open", line -> line.put("protocol", "no-such-protocol"));
    builder.check("open", line -> line.put("protocol", numbering.protocol().id() + "@0.0.0-none"));
    numbering.keep(builder.check("pause").check("open").check("pause"));
  }

  /** What happens in one session is nothing to another, line by line. */
  private static void apart(VectorNumbering numbering) {
    Protocol protocol = numbering.protocol();
    VectorBuilder builder =
        numbering.vector("session/interleaved").covers("session.apart", "event.seq");
    builder.check("open").in("-b").check("open").in("").check("pause").in("-b");
    for (var element : protocol.elements()) {
      builder.in("").check("begin:" + element.key());
      builder.in("-b").check("begin:" + element.key());
    }
    builder.in("").check("end:stopped").in("-b");
    for (var resource : protocol.resources()) {
      builder.check("offer:" + resource.key());
    }
    numbering.keep(builder.in("").check("resume").in("-b").closes());
  }

  private static void ifSeq(VectorNumbering numbering) {
    VectorBuilder builder = numbering.opened("session/if-seq").needs("if-seq").covers("if-seq");
    builder.check("pause", seq(1)).check("resume", seq(1)).check("resume", seq(3));
    builder.check("end:stopped", seq(2)).check("close", seq(2)).check("close", seq(3));
    builder.check(
        "begin:no-such-element", line -> line.put("by", VectorBuilder.STRANGER).put("ifSeq", 99));
    numbering.keep(builder);
  }

  private static Consumer<ObjectNode> seq(int seq) {
    return line -> line.put("ifSeq", seq);
  }
}
