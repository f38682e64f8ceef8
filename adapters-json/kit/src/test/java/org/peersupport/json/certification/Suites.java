package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.certification.VectorResult.Verdict;
import org.peersupport.protocol.Protocol;

/** Vectors to try subjects with. */
final class Suites {
  private static final Path ACCEPTANCE =
      Path.of("../../examples/workbench/src/test/resources/acceptance");

  /** What the conversations say of some options; vectors name all of them. */
  private static final List<String> OF_SOME_OPTIONS = List.of("activities", "options");

  private Suites() {}

  static TestVectors read(String text) {
    try {
      return TestVectorsReader.read(new ByteArrayInputStream(text.getBytes(UTF_8))).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final int LIMIT = 50_000;
  private static final Map<String, Made> MADE = new ConcurrentHashMap<>();

  /** A suite as it is written, and as it is read. */
  private record Made(String text, TestVectors vectors) {
    static Made of(Protocol protocol) {
      String text = write(protocol);
      return new Made(text, read(text));
    }
  }

  /** The suite that the kit makes for a protocol. */
  static TestVectors of(TestProtocol protocol) {
    return made(protocol.document()).vectors();
  }

  /** The suite that the kit makes for a protocol. */
  static TestVectors of(Protocol protocol) {
    return made(PeerSupportJson.writeProtocol(protocol)).vectors();
  }

  /** The lines of the same. */
  static String text(Protocol protocol) {
    return made(PeerSupportJson.writeProtocol(protocol)).text();
  }

  /** The same document makes the same suite, so it is made once. */
  private static Made made(String document) {
    return MADE.computeIfAbsent(
        document, key -> Made.of(PeerSupportJson.readProtocol(key).orElseThrow()));
  }

  /** Makes the lines anew. */
  static String write(Protocol protocol) {
    StringBuilder text = new StringBuilder();
    VectorSuite.of(protocol, 0, LIMIT).write(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** What a subject answers wrongly, nothing when it passes. */
  static List<String> failures(TestVectors vectors, Subject subject, Capabilities claimed) {
    List<String> failed = new ArrayList<>();
    new Certification(vectors, claimed)
        .run(
            subject,
            result -> {
              if (result.verdict() == Verdict.FAILED) {
                failed.add(result.toJson());
              }
            });
    return failed;
  }

  /**
   * The conversations under the default protocol that say what the contract means, each as a suite
   * of one vector: what is due in all sessions is what is due in those of one conversation.
   *
   * @param without names of those that are left out
   */
  static List<TestVectors> ofAcceptance(String... without) {
    try (Stream<Path> files = Files.list(ACCEPTANCE)) {
      List<TestVectors> conversations = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".ndjson", "");
        boolean ofAnother = Files.exists(file.resolveSibling(name + ".json"));
        if (!ofAnother && !name.endsWith(".json") && !List.of(without).contains(name)) {
          conversations.add(ofConversation(name, Files.readAllLines(file)));
        }
      }
      return conversations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestVectors ofConversation(String name, List<String> steps) {
    List<ObjectNode> lines = steps.stream().map(step -> line(name, step)).toList();
    ObjectNode first = headed(lines.get(0), 1);
    if (lines.stream().anyMatch(line -> line.at("/send/do").asText().equals("correct"))) {
      first.putArray("needs").add("correct");
    }
    return read(
        Stream.concat(Stream.of(first), lines.stream().skip(1))
            .map(ObjectNode::toString)
            .collect(Collectors.joining("\n")));
  }

  private static ObjectNode line(String vector, String line) {
    ObjectNode step = Engine.tree(line);
    expectAsVectorsDo((ObjectNode) step.path("expect"));
    ObjectNode named = step.objectNode().put("vector", vector);
    named.setAll(step);
    return named;
  }

  /** Vectors say null where a member must be absent, and {@code deviations} with the clock's. */
  private static void expectAsVectorsDo(ObjectNode expect) {
    expect.remove(OF_SOME_OPTIONS);
    for (JsonNode each : expect.path("events")) {
      ObjectNode event = (ObjectNode) each;
      event.remove("ahead");
      if (event.path("deviations").isArray() && event.path("deviations").isEmpty()) {
        event.putNull("deviations");
      }
    }
  }

  /** The first line with what a file says of itself. */
  static String headed(String line, int vectors) {
    return headed(Engine.tree(line), vectors).toString();
  }

  private static ObjectNode headed(ObjectNode first, int vectors) {
    ObjectNode headed = first.objectNode();
    ObjectNode suite = headed.putObject("suite");
    suite.put("format", "peersupport/vectors").put("version", 1).put("kit", "1.0.0");
    suite.put("protocol", "ama-six-elements@1.0.0").put("protocolSha256", "0".repeat(64));
    suite.put("method", "by hand").put("extra", 0).put("states", 0).put("inputs", 0);
    suite.put("vectors", vectors).putArray("abstraction").add("Nothing is abstracted from.");
    headed.setAll(first);
    return headed;
  }
}
