package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The library with one mistake wrapped around it. */
final class Faulty implements Subject {
  /** The correct answers. */
  interface Correct {
    /** What a command must be answered; it has been recorded then. */
    ObjectNode answer(ObjectNode command);
  }

  /** How it answers. */
  interface Reply {
    /** Answers a command, with the help of the correct engine. */
    ObjectNode to(ObjectNode command, Correct engine, Notes notes);
  }

  private final Engine engine;
  private final Reply reply;
  private final Map<String, Notes> sessions = new HashMap<>();

  Faulty(List<String> documents, Reply reply) {
    this.engine = new Engine(documents);
    this.reply = reply;
  }

  @Override
  public void restart() {
    engine.restart();
    sessions.clear();
  }

  @Override
  public String answer(String line) {
    ObjectNode command = Engine.tree(line);
    Notes notes = sessions.computeIfAbsent(command.path("session").asText(), key -> new Notes());
    ObjectNode answer = reply.to(command.deepCopy(), engine::answer, notes);
    notes.take(command, answer);
    return answer.toString();
  }

  @Override
  public void close() {}

  /** A mistake in how commands are understood. */
  static Reply hearing(BiConsumer<ObjectNode, Notes> mistake) {
    return (command, engine, notes) -> {
      mistake.accept(command, notes);
      return engine.answer(command);
    };
  }

  /** A mistake in what is answered. */
  static Reply telling(BiConsumer<ObjectNode, Notes> mistake) {
    return (command, engine, notes) -> {
      ObjectNode answer = engine.answer(command);
      mistake.accept(answer, notes);
      return answer;
    };
  }

  /** The same for accepted commands only. */
  static Reply accepting(BiConsumer<ObjectNode, Notes> mistake) {
    return telling(
        (answer, notes) -> {
          if (answer.path("outcome").asText().equals("accepted")) {
            mistake.accept(answer, notes);
          }
        });
  }

  /** The same for refused commands only. */
  static Reply refusing(BiConsumer<ObjectNode, Notes> mistake) {
    return telling(
        (answer, notes) -> {
          if (answer.path("outcome").asText().equals("refused")) {
            mistake.accept(answer, notes);
          }
        });
  }

  /** Whether a command is one of these. */
  static boolean isOne(ObjectNode command, String... acts) {
    return List.of(acts).contains(command.path("do").asText());
  }

  /** A refusal with one code. */
  static ObjectNode refused(ObjectNode command, String code) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("session", command.path("session"));
    answer.put("outcome", "refused");
    answer.putArray("violations").addObject().put("code", code).put("explanation", "No.");
    return answer;
  }

  /** An acceptance that changes nothing but the number of events. */
  static ObjectNode waved(Notes notes, String type) {
    ObjectNode answer = notes.accepted.deepCopy();
    answer.putArray("events").addObject().put("seq", notes.seq + 1).put("type", type);
    return answer;
  }

  static String code(ObjectNode answer) {
    return answer.at("/violations/0/code").asText();
  }

  /** The same session's command of another kind, at the same time. */
  static ObjectNode instead(ObjectNode command, String act) {
    ObjectNode other = JsonNodeFactory.instance.objectNode();
    for (String member : List.of("session", "at", "by")) {
      other.set(member, command.path(member));
    }
    return other.put("do", act);
  }

  /** What the engine refuses with the code is accepted, and changes nothing. */
  static Reply waving(String code, String type, String... acts) {
    return (command, engine, notes) -> {
      ObjectNode answer = engine.answer(command);
      boolean waved =
          !notes.accepted.isEmpty() && code(answer).equals(code) && isOne(command, acts);
      return waved ? waved(notes, type) : answer;
    };
  }

  /** A line that is taken for one that cannot be read. */
  static ObjectNode malformed(String code) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("outcome", "malformed");
    answer.putArray("issues").addObject().put("code", code);
    return answer;
  }
}
