package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.protocol.Protocol;

/**
 * Lines that are not written as they must be. They are JSON objects nevertheless, because a vector
 * holds them as such: repeated members and trailing text are beyond it.
 */
final class ReadingVectors {
  private final VectorNumbering numbering;
  private final String resource;

  private ReadingVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    Protocol protocol = numbering.protocol();
    this.resource = protocol.resources().isEmpty() ? "any" : protocol.resources().get(0).key();
  }

  static void add(VectorNumbering numbering) {
    ReadingVectors vectors = new ReadingVectors(numbering);
    vectors.missing();
    vectors.illTyped();
    vectors.ids();
    vectors.instants();
    vectors.ignored();
  }

  private List<String> acts() {
    return List.of(
        "open",
        "begin:any",
        "concern:any",
        "offer:" + resource,
        "accept:" + resource,
        "decline:" + resource,
        "connect:" + resource,
        "complete:" + resource,
        "lapse:" + resource,
        "thank:any",
        "pause",
        "resume",
        "transfer:sup-2",
        "close",
        "end:stopped");
  }

  /** Every member of every command left out. */
  private void missing() {
    for (String act : acts()) {
      VectorBuilder builder =
          numbering
              .opened("reading/missing-" + act.replaceFirst(":.*", ""))
              .covers("json.missing", "refusal.changes-nothing");
      List<String> members = new ArrayList<>();
      builder.act(act).fieldNames().forEachRemaining(members::add);
      members.forEach(member -> builder.check(act, line -> line.remove(member)));
      numbering.keep(builder.check("pause").check("resume"));
    }
  }

  private void illTyped() {
    VectorBuilder builder = numbering.opened("reading/ill-typed").covers("json.ill-typed");
    for (String member : List.of("session", "at", "by", "do")) {
      builder
          .check("pause", line -> line.put(member, 7))
          .check("pause", line -> line.putNull(member));
    }
    builder.check("begin:any", line -> line.putArray("element"));
    builder.check("concern:any", line -> line.putObject("level"));
    builder.check("offer:" + resource, line -> line.put("referral", true));
    builder.check("thank:any", line -> line.put("facets", "any"));
    builder.check("thank:any", line -> line.putArray("facets").add(1));
    builder.check("transfer:sup-2", line -> line.put("supporter", "sup-2"));
    builder.check("transfer:sup-2", line -> line.putObject("supporter").put("role", "nurse"));
    builder.check("end:stopped", line -> line.put("reason", "no-such-reason"));
    builder.check("pause", line -> line.put("do", "no-such-word"));
    builder.check("pause", line -> line.put("override", "because"));
    builder.covers("override.reason").check("pause", line -> line.putObject("override"));
    builder.check("pause", line -> line.put("ifSeq", "1"));
    numbering.keep(builder.check("pause"));

    VectorBuilder empty = numbering.opened("reading/nothing-said").covers("json.empty-array");
    numbering.keep(empty.check("thank:any", line -> line.putArray("facets")).check("pause"));

    VectorBuilder deep = numbering.opened("reading/too-deep").covers("json.too-deep");
    deep.check("pause", line -> line.set("more", nested(JsonLimits.DEPTH)));
    deep.check("pause", line -> line.set("more", nested(JsonLimits.DEPTH - 1)));
    numbering.keep(deep);
  }

  private static ArrayNode nested(int depth) {
    ArrayNode inner = ReferenceSubject.object().arrayNode();
    for (int level = 1; level < depth; level++) {
      inner = ReferenceSubject.object().arrayNode().add(inner);
    }
    return inner;
  }

  private void ids() {
    VectorBuilder builder = numbering.opened("reading/ids").covers("json.ids");
    for (String id : List.of("", "-a", "a b", "ä", "a".repeat(65))) {
      builder.check("pause", line -> line.put("session", id)).check("pause", by(id));
      builder.check("accept:" + resource, line -> line.put("referral", id));
      builder.check("transfer:sup-2", line -> line.putObject("supporter").put("id", id));
    }
    String longest = "A.z_9-" + "a".repeat(58);
    builder.check(
        "transfer:sup-2",
        line -> line.putObject("supporter").put("id", longest).put("department", "surgery"));
    numbering.keep(builder.check("pause"));
  }

  private static Consumer<ObjectNode> by(String id) {
    return line -> line.put("by", id);
  }

  private void instants() {
    VectorBuilder builder = numbering.opened("reading/instants").covers("json.instants");
    for (String at :
        List.of("", "today", "2026-03-02", "2026-03-02T09:05:00", "2026-02-30T09:05:00Z")) {
      builder.check("pause", line -> line.put("at", at));
    }
    numbering.keep(
        builder.check("pause", line -> line.put("at", "2026-03-02T09:05:00.5Z")).check("resume"));
  }

  /** What nobody asked for does no harm. */
  private void ignored() {
    VectorBuilder builder =
        numbering.opened("reading/unknown-members").covers("json.unknown-members");
    builder.check("pause", line -> line.put("mood", "good").putObject("more").put("seq", 1));
    builder.check("resume", line -> line.put("element", "any").putNull("note"));
    numbering.keep(builder);
  }
}
