package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Protocol;

/** Where someone may be in danger: what is urgent, and what comes first in a remedy. */
final class UrgentVectors {
  private UrgentVectors() {}

  static void add(VectorNumbering numbering) {
    for (String level : numbering.protocol().concerns()) {
      remedies(numbering, level);
      over(numbering, level);
    }
  }

  private static List<String> begins(Protocol protocol) {
    List<String> begins = new ArrayList<>();
    protocol.elements().forEach(each -> begins.add("begin:" + each.key()));
    return begins;
  }

  /** From the concern to the close, and after it. */
  private static void remedies(VectorNumbering numbering, String level) {
    VectorBuilder builder = numbering.opened("urgent/" + level).needs("remedy");
    send(builder, "concern:" + level);
    if (builder.isUrgent()) {
      builder.covers("urgent.remedy", "remedy.safety-first");
    }
    send(builder, "close");
    for (String act : begins(numbering.protocol())) {
      send(builder, act);
      send(builder, "close");
    }
    numbering.protocol().appreciation().forEach(each -> send(builder, "thank:" + each));
    for (var resource : numbering.protocol().resources()) {
      send(builder, "offer:" + resource.key());
      send(builder, "connect:" + resource.key());
      send(builder, "close");
    }
    if (builder.reaches("close")) {
      send(builder, "close");
      send(builder, "concern:" + level);
    }
    numbering.keep(builder);
  }

  private static void send(VectorBuilder builder, String act) {
    builder.send(builder.act(act), Expectation.REMEDY);
  }

  /** Urgent while it rests and after it ended, until somebody has taken over. */
  private static void over(VectorNumbering numbering, String level) {
    VectorBuilder builder = numbering.opened("urgent/" + level + "-at-the-end").needs("remedy");
    send(builder, "pause");
    send(builder, "concern:" + level);
    send(builder, "begin:" + numbering.protocol().elements().get(0).key());
    send(builder, "end:safety");
    send(builder, "pause");
    for (var resource : numbering.protocol().resources()) {
      if (builder.permits("offer:" + resource.key())) {
        send(builder, "offer:" + resource.key());
        send(builder, "connect:" + resource.key());
      }
    }
    numbering.keep(builder);
  }
}
