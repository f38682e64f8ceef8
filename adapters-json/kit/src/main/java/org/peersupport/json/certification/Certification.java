package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Trees;

/**
 * Plays vectors against a subject, one after another, and tells what became of each.
 *
 * <pre>{@code
 * Certification certification = new Certification(vectors, Capabilities.all());
 * List<VectorResult> results = certification.run(subject, result -> print(result.toJson()));
 * }</pre>
 *
 * <p>A vector ends at its first step that fails. A subject whose answer could not be used, because
 * none came or it was none for the line that was sent, is restarted before the next vector, so that
 * one failure does not become many. A subject that does not give a single usable answer to {@value
 * #SILENT_VECTORS} vectors in a row, or that had to be restarted {@value #RESTARTS} times, is given
 * up: the rest counts as failed without being played.
 *
 * <p>Not safe to share between threads.
 */
public final class Certification {
  /** How many vectors in a row may go without a usable answer. */
  public static final int SILENT_VECTORS = 10;

  /** How often a subject is restarted. */
  public static final int RESTARTS = 500;

  private final TestVectors vectors;
  private final Capabilities claimed;
  private final KnownWords known;
  private boolean ready;
  private int restarts;
  private int silent;

  /** A certification of a subject that claims these capabilities. */
  public Certification(TestVectors vectors, Capabilities claimed) {
    this.vectors = Objects.requireNonNull(vectors, "vectors");
    this.claimed = Objects.requireNonNull(claimed, "claimed");
    this.known = new KnownWords(vectors.words());
  }

  /** The vectors that are played. */
  public TestVectors vectors() {
    return vectors;
  }

  /** What the subject claims. */
  public Capabilities claimed() {
    return claimed;
  }

  /**
   * Plays every vector.
   *
   * @param subject who is asked; it is not closed
   * @param each is given each result at once
   * @return the results in the order of the vectors
   */
  public List<VectorResult> run(Subject subject, Consumer<VectorResult> each) {
    List<VectorResult> results = new ArrayList<>();
    for (TestVector vector : vectors.vectors()) {
      VectorResult result = run(subject, vector);
      results.add(result);
      each.accept(result);
    }
    return results;
  }

  /**
   * Plays one vector. The first one restarts the subject.
   *
   * @param subject who is asked; the same one every time
   */
  public VectorResult run(Subject subject, TestVector vector) {
    List<String> missing = claimed.missing(vector);
    if (!missing.isEmpty()) {
      return VectorResult.skipped(vector, "Not claimed: " + String.join(", ", missing) + ".");
    }
    if (silent >= SILENT_VECTORS) {
      return VectorResult.notPlayed(
          vector,
          "Not played: the subject gave no usable answer to the last "
              + SILENT_VECTORS
              + " vectors that were.");
    }
    if (restarts > RESTARTS) {
      return VectorResult.notPlayed(
          vector, "Not played: the subject had to be restarted " + RESTARTS + " times.");
    }
    return play(subject, vector);
  }

  private VectorResult play(Subject subject, TestVector vector) {
    int step = 1;
    silent++;
    try {
      if (!ready) {
        restarts++;
        subject.restart();
        ready = true;
      }
      while (step <= vector.steps().size()) {
        Optional<VectorResult> failure = play(subject, vector, step);
        if (failure.isPresent()) {
          return failure.get();
        }
        step++;
      }
      return VectorResult.passed(vector);
    } catch (SubjectException e) {
      return unusable(vector, step, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // The message of an exception that a vendor's adapter throws might quote anything.
      String kind = e.getClass().getSimpleName();
      return unusable(vector, step, "The subject threw " + (kind.isEmpty() ? "one" : kind) + ".");
    }
  }

  private Optional<VectorResult> play(Subject subject, TestVector vector, int number)
      throws SubjectException {
    TestStep step = vector.steps().get(number - 1);
    String line = subject.answer(step.send());
    Optional<ObjectNode> read = read(line);
    if (read.isEmpty()) {
      return Optional.of(
          unusable(vector, number, "The answer is not one JSON object in one line."));
    }
    ObjectNode answer = read.get();
    if (isOfAnotherSession(step, answer)) {
      return Optional.of(
          unusable(
              vector,
              number,
              "The answer is about another session than the line that was sent. Answer in the"
                  + " order of the lines, one for each."));
    }
    silent = 0;
    Comparison comparison = Comparison.of(ReferenceSubject.parse(step.expect()), answer);
    return comparison.isEqual()
        ? Optional.empty()
        : Optional.of(different(vector, number, comparison, new AnsweredCodes(answer)));
  }

  private VectorResult unusable(TestVector vector, int step, String reason) {
    ready = false;
    return VectorResult.failed(vector, step, Optional.empty(), Optional.empty(), reason);
  }

  private VectorResult different(
      TestVector vector, int step, Comparison comparison, AnsweredCodes codes) {
    List<String> members = new ArrayList<>();
    comparison.expected.fieldNames().forEachRemaining(members::add);
    return VectorResult.failed(
        vector,
        step,
        Optional.of(comparison.expected.toString()),
        Optional.of(known.shown(comparison.came).toString()),
        "The answer differs in " + String.join(", ", members) + "." + why(comparison, codes));
  }

  /** Where another outcome came, its codes tell why; elsewhere they are compared themselves. */
  private String why(Comparison comparison, AnsweredCodes codes) {
    return comparison.expected.has("outcome") ? codes.sentences(vectors.header().protocol()) : "";
  }

  private static Optional<ObjectNode> read(String line) {
    if (line == null || line.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    return Trees.read(line.getBytes(UTF_8), 1, JsonLimits.EVENT_BYTES)
        .fold(Optional::of, issues -> Optional.empty());
  }

  private static boolean isOfAnotherSession(TestStep step, ObjectNode answer) {
    JsonNode answered = answer.path("session");
    if (!answered.isTextual()) {
      return false;
    }
    JsonNode sent = ReferenceSubject.parse(step.send()).path("session");
    return sent.isTextual() && !answered.equals(sent);
  }
}
