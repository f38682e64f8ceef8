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
  private final Casting casting;
  private final String resource;

  private ReadingVectors(Casting casting) {
    this.casting = casting;
    Protocol protocol = casting.protocol();
    this.resource = protocol.resources().isEmpty() ? "any" : protocol.resources().get(0).key();
  }

  static void add(Casting casting) {
    ReadingVectors vectors = new ReadingVectors(casting);
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
      Scene scene =
          casting
              .opened("reading/missing-" + act.replaceFirst(":.*", ""))
              .covers("json.missing", "refusal.changes-nothing");
      List<String> members = new ArrayList<>();
      scene.act(act).fieldNames().forEachRemaining(members::add);
      members.forEach(member -> scene.check(act, line -> line.remove(member)));
      casting.keep(scene.check("pause").check("resume"));
    }
  }

  private void illTyped() {
    Scene scene = casting.opened("reading/ill-typed").covers("json.ill-typed");
    for (String member : List.of("session", "at", "by", "do")) {
      scene
          .check("pause", line -> line.put(member, 7))
          .check("pause", line -> line.putNull(member));
    }
    scene.check("begin:any", line -> line.putArray("element"));
    scene.check("concern:any", line -> line.putObject("level"));
    scene.check("offer:" + resource, line -> line.put("referral", true));
    scene.check("thank:any", line -> line.put("facets", "any"));
    scene.check("thank:any", line -> line.putArray("facets").add(1));
    scene.check("transfer:sup-2", line -> line.put("supporter", "sup-2"));
    scene.check("transfer:sup-2", line -> line.putObject("supporter").put("role", "nurse"));
    scene.check("end:stopped", line -> line.put("reason", "no-such-reason"));
    scene.check("pause", line -> line.put("do", "no-such-word"));
    scene.check("pause", line -> line.put("override", "because"));
    scene.covers("override.reason").check("pause", line -> line.putObject("override"));
    scene.check("pause", line -> line.put("ifSeq", "1"));
    casting.keep(scene.check("pause"));

    Scene empty = casting.opened("reading/nothing-said").covers("json.empty-array");
    casting.keep(empty.check("thank:any", line -> line.putArray("facets")).check("pause"));

    Scene deep = casting.opened("reading/too-deep").covers("json.too-deep");
    deep.check("pause", line -> line.set("more", nested(JsonLimits.DEPTH)));
    deep.check("pause", line -> line.set("more", nested(JsonLimits.DEPTH - 1)));
    casting.keep(deep);
  }

  private static ArrayNode nested(int depth) {
    ArrayNode inner = Stage.object().arrayNode();
    for (int level = 1; level < depth; level++) {
      inner = Stage.object().arrayNode().add(inner);
    }
    return inner;
  }

  private void ids() {
    Scene scene = casting.opened("reading/ids").covers("json.ids");
    for (String id : List.of("", "-a", "a b", "ä", "a".repeat(65))) {
      scene.check("pause", line -> line.put("session", id)).check("pause", by(id));
      scene.check("accept:" + resource, line -> line.put("referral", id));
      scene.check("transfer:sup-2", line -> line.putObject("supporter").put("id", id));
    }
    String longest = "A.z_9-" + "a".repeat(58);
    scene.check(
        "transfer:sup-2",
        line -> line.putObject("supporter").put("id", longest).put("department", "surgery"));
    casting.keep(scene.check("pause"));
  }

  private static Consumer<ObjectNode> by(String id) {
    return line -> line.put("by", id);
  }

  private void instants() {
    Scene scene = casting.opened("reading/instants").covers("json.instants");
    for (String at :
        List.of("", "today", "2026-03-02", "2026-03-02T09:05:00", "2026-02-30T09:05:00Z")) {
      scene.check("pause", line -> line.put("at", at));
    }
    casting.keep(
        scene.check("pause", line -> line.put("at", "2026-03-02T09:05:00.5Z")).check("resume"));
  }

  /** What nobody asked for does no harm. */
  private void ignored() {
    Scene scene = casting.opened("reading/unknown-members").covers("json.unknown-members");
    scene.check("pause", line -> line.put("mood", "good").putObject("more").put("seq", 1));
    scene.check("resume", line -> line.put("element", "any").putNull("note"));
    casting.keep(scene);
  }
}
