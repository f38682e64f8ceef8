package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.protocol.Protocol;

/**
 * Lines that are not written as they must be. They are JSON objects nevertheless, because a vector
 * holds them as such: repeated members and trailing text are beyond it.
 */
final class ReadingVectors {
  private static final List<String> NO_INSTANTS =
      List.of(
          "",
          "today",
          "2026-03-02",
          "2026-03-02T09:05:00",
          "2026-02-30T09:05:00Z",
          "2026-03-02T09:05:00.0123456789Z",
          "2026-03-02T09:05:00+25:00",
          "2026-03-02T09:05:00+0100");

  /** RFC 3339 lets them be written in several ways. */
  private static final List<String> INSTANTS =
      List.of(
          "2026-03-02T09:05:00.5Z",
          "2026-03-02T10:06:00+01:00",
          "2026-03-01T23:37:00.250-09:30",
          "2026-03-02t09:08:00.123456789z");

  /** Members of single commands, each as one of them may have it. */
  private static final ObjectNode OTHERS =
      ReferenceSubject.parse(
          "{\"protocol\":\"any\",\"supporter\":{\"id\":\"sup-2\"},\"peer\":{\"id\":\"peer-2\"},"
              + "\"followUpOf\":\"s-0\",\"element\":\"any\",\"level\":\"any\",\"referral\":\"r-1\","
              + "\"resource\":\"any\",\"facets\":[\"any\"],\"seq\":1,\"reason\":\"other\"}");

  private static final List<String> MISPLACED = names(OTHERS);

  private final VectorNumbering numbering;
  private final String resource;

  private ReadingVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    Protocol protocol = numbering.protocol();
    this.resource = protocol.resources().isEmpty() ? "any" : protocol.resources().get(0).key();
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  static void add(VectorNumbering numbering) {
    ReadingVectors vectors = new ReadingVectors(numbering);
    vectors.missing();
    vectors.illTyped();
    vectors.misplaced();
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
        "withdraw:" + resource,
        "lapse:" + resource,
        "thank:any",
        "pause",
        "resume",
        "transfer:sup-2",
        "close",
        "end:stopped");
  }

  private List<String> everyAct() {
    List<String> acts = new ArrayList<>(acts());
    acts.addAll(List.of("correct:1", "void:other"));
    return acts;
  }

  /** Every member of every command left out. */
  private void missing() {
    for (String act : acts()) {
      VectorBuilder builder =
          numbering
              .opened("reading/missing-" + act.replaceFirst(":.*", ""))
              .covers("json.missing", "refusal.changes-nothing");
      List<String> members = names(builder.act(act));
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
    builder.check("end:stopped", line -> line.putArray("reason").add("stopped"));
    builder.check("pause", line -> line.put("do", "no-such-word"));
    builder.check("pause", line -> line.put("override", "because"));
    builder.covers("override.reason").check("pause", line -> line.putObject("override"));
    builder.check("pause", line -> line.put("ifSeq", "1"));
    builder.check("pause", line -> line.put("recordedAt", 7));
    builder.check("pause", line -> line.put("commandId", 7));
    builder.check("pause", VectorBuilder.overriding(VectorBuilder.REASON).andThen(this::badCode));
    numbering.keep(builder.check("pause"));

    VectorBuilder empty = numbering.opened("reading/nothing-said").covers("json.empty-array");
    numbering.keep(empty.check("thank:any", line -> line.putArray("facets")).check("pause"));

    VectorBuilder deep = numbering.opened("reading/too-deep").covers("json.too-deep");
    deep.check("pause", line -> line.set("more", nested(JsonLimits.DEPTH)));
    deep.check("pause", line -> line.set("more", nested(JsonLimits.DEPTH - 1)));
    numbering.keep(deep);
  }

  private void badCode(ObjectNode line) {
    line.withObject("/override").put("code", 7);
  }

  /** A member that another command has is nothing to overlook in this one. */
  private void misplaced() {
    for (String act : everyAct()) {
      VectorBuilder builder =
          numbering
              .opened("reading/misplaced-in-" + act.replaceFirst(":.*", ""))
              .covers("json.misplaced-member", "refusal.changes-nothing");
      if (act.startsWith("correct:") || act.startsWith("void:")) {
        builder.needs(act.replaceFirst(":.*", ""));
      }
      ObjectNode sound = builder.act(act);
      for (String member : MISPLACED) {
        boolean isItsOwn =
            sound.has(member)
                || (member.equals("followUpOf") && act.equals("open"))
                || (member.equals("reason") && act.matches("(decline|lapse):.*"));
        if (!isItsOwn) {
          ObjectNode line = sound.deepCopy();
          line.set(member, OTHERS.get(member));
          builder.send(line, Expectation.ISSUES);
        }
      }
      numbering.keep(builder.check("pause").check("resume"));
    }
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
      builder.check("pause", line -> line.put("session", id));
      builder.check("pause", VectorBuilder.by(id)).check("pause", VectorBuilder.named(id));
      builder.check("accept:" + resource, line -> line.put("referral", id));
      builder.check("transfer:sup-2", line -> line.putObject("supporter").put("id", id));
    }
    String longest = "A.z_9-" + "a".repeat(58);
    builder.check(
        "transfer:sup-2",
        line -> line.putObject("supporter").put("id", longest).put("department", "surgery"));
    numbering.keep(builder.check("pause"));
  }

  private void instants() {
    VectorBuilder builder = numbering.opened("reading/instants").covers("json.instants");
    for (String at : NO_INSTANTS) {
      builder.check("pause", line -> line.put("at", at));
      builder.check("pause", line -> line.put("recordedAt", at));
    }
    boolean rests = false;
    for (String at : INSTANTS) {
      builder.check(rests ? "resume" : "pause", line -> line.put("at", at));
      rests = !rests;
    }
    for (String at : INSTANTS) {
      builder.check(rests ? "resume" : "pause", line -> line.put("recordedAt", at));
      rests = !rests;
    }
    numbering.keep(builder.check("end:stopped", line -> line.put("at", "1969-12-31T23:59:59Z")));
  }

  /** What nobody asked for does no harm. */
  private void ignored() {
    VectorBuilder builder =
        numbering.opened("reading/unknown-members").covers("json.unknown-members");
    builder.check("pause", line -> line.put("mood", "good").putObject("more").put("seq", 1));
    builder.check("resume", line -> line.put("x-element", "any").putNull("note"));
    numbering.keep(builder);
  }
}
