package org.peersupport.json.certification;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.peersupport.json.internal.Writing;

/**
 * What became of one vector. It says nothing of the subject's answers but what the vectors
 * themselves could have said. Immutable.
 *
 * @param vector its name; never null
 * @param verdict passed, failed or skipped; never null
 * @param step the step that failed, from 1; empty unless one did
 * @param line the line of that step in the vectors file; empty unless one failed
 * @param sent the command of that step, as the vectors file has it; empty unless one failed
 * @param expected the members that came otherwise, as a JSON object; empty unless an answer differs
 * @param got the same members as they came, as a JSON object; empty unless an answer differs
 * @param reason a sentence for people; empty when it passed
 */
public record VectorResult(
    String vector,
    Verdict verdict,
    OptionalInt step,
    OptionalInt line,
    Optional<String> sent,
    Optional<String> expected,
    Optional<String> got,
    Optional<String> reason) {

  /** What can become of a vector. */
  public enum Verdict {
    /** Every answer was as expected. */
    PASSED("passed"),
    /** An answer was not, or did not come. */
    FAILED("failed"),
    /** It needs a capability that is not claimed. */
    SKIPPED("skipped");

    private final String wire;

    Verdict(String wire) {
      this.wire = wire;
    }

    /** The stable name. */
    public String wireName() {
      return wire;
    }
  }

  /** Checks that nothing is null. */
  public VectorResult {
    Objects.requireNonNull(vector, "vector");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(sent, "sent");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(got, "got");
    Objects.requireNonNull(reason, "reason");
  }

  static VectorResult passed(TestVector vector) {
    return of(vector, Verdict.PASSED, Optional.empty());
  }

  static VectorResult skipped(TestVector vector, String reason) {
    return of(vector, Verdict.SKIPPED, Optional.of(reason));
  }

  /** Failed without having been played. */
  static VectorResult notPlayed(TestVector vector, String reason) {
    return of(vector, Verdict.FAILED, Optional.of(reason));
  }

  private static VectorResult of(TestVector vector, Verdict verdict, Optional<String> reason) {
    return new VectorResult(
        vector.name(),
        verdict,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reason);
  }

  /**
   * Failed at a step.
   *
   * @param step its number, from 1
   */
  static VectorResult failed(
      TestVector vector, int step, Optional<String> expected, Optional<String> got, String reason) {
    TestStep failed = vector.steps().get(step - 1);
    return new VectorResult(
        vector.name(),
        Verdict.FAILED,
        OptionalInt.of(step),
        OptionalInt.of(failed.line()),
        Optional.of(failed.send()),
        expected,
        got,
        Optional.of(reason));
  }

  /**
   * Whether it was played. One that was neither played nor skipped counts as failed: the subject
   * had been given up.
   */
  public boolean isPlayed() {
    return verdict == Verdict.PASSED || step.isPresent();
  }

  /** The result as a JSON object in one line. */
  public String toJson() {
    return Writing.text(
        json -> {
          json.writeStartObject();
          json.writeStringField("vector", vector);
          json.writeStringField("result", verdict.wireName());
          if (step.isPresent() && line.isPresent()) {
            json.writeNumberField("step", step.getAsInt());
            json.writeNumberField("line", line.getAsInt());
          }
          if (sent.isPresent()) {
            json.writeFieldName("sent");
            json.writeRawValue(sent.get());
          }
          if (expected.isPresent() && got.isPresent()) {
            json.writeFieldName("expected");
            json.writeRawValue(expected.get());
            json.writeFieldName("got");
            json.writeRawValue(got.get());
          }
          if (reason.isPresent()) {
            json.writeStringField("reason", reason.get());
          }
          json.writeEndObject();
        });
  }
}
