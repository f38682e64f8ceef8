package org.peersupport.json.certification;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.peersupport.json.certification.VectorResult.Verdict;

/**
 * The vectors as tests of JUnit 5, for a vendor's own build, where {@code OurAdapter} implements
 * {@link Subject}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keeps_to_the_contract() throws IOException {
 *   try (InputStream in = Files.newInputStream(Path.of("ama-six-elements.vectors"))) {
 *     TestVectors vectors = TestVectorsReader.read(in).orElseThrow();
 *     return CertificationTests.of(vectors, Capabilities.of("witness"), new OurAdapter());
 *   }
 * }
 * }</pre>
 *
 * <p>Each vector is a test of its name. One that needs a capability that is not claimed is aborted,
 * which JUnit shows as skipped. Needs {@code junit-jupiter-api}, which this library does not bring
 * along.
 */
public final class CertificationTests {
  private CertificationTests() {}

  /**
   * A test for each vector, in their order. They share the subject, so they must not run in
   * parallel; closing the stream, which JUnit does, closes it.
   *
   * @param vectors what to play
   * @param claimed the optional clauses that the subject keeps
   * @param subject who is asked
   */
  public static Stream<DynamicTest> of(TestVectors vectors, Capabilities claimed, Subject subject) {
    Objects.requireNonNull(subject, "subject");
    Certification certification = new Certification(vectors, claimed);
    return vectors.vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.name(), () -> check(certification.run(subject, vector))))
        .onClose(subject::close);
  }

  private static void check(VectorResult result) {
    if (result.verdict() == Verdict.FAILED) {
      Assertions.fail(result.toJson());
    }
    Assumptions.assumeFalse(
        result.verdict() == Verdict.SKIPPED, () -> result.reason().orElse("Skipped."));
  }
}
