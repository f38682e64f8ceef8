package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.certification.VectorResult.Verdict;

/**
 * The kit itself is tested: the suites that it makes let the library pass and find every faulty
 * subject. {@link KitWalkerTest} has the other half.
 */
class KitTest {
  private static final int FEWEST_FAULTS = 280;

  static Stream<TestProtocol> protocols() {
    return TestProtocol.all().stream();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void the_library_passes(TestProtocol protocol) {
    Subject engine = new Engine(List.of(protocol.document()));

    assertThat(Suites.failures(Suites.of(protocol), engine, Capabilities.all())).isEmpty();
  }

  @Test
  void the_library_passes_the_conversations_that_say_what_the_contract_means() {
    for (TestVectors conversation : Suites.ofAcceptance()) {
      Subject engine = new Engine(List.of());

      assertThat(Suites.failures(conversation, engine, Capabilities.all())).isEmpty();
    }
  }

  /** The golden file lists every fault with the protocol and the first vector that finds it. */
  @Test
  void no_faulty_subject_passes() {
    List<Fault> faults = Faults.all();
    assertThat(faults).hasSizeGreaterThanOrEqualTo(FEWEST_FAULTS);
    assertThat(faults).extracting(Fault::name).doesNotHaveDuplicates();

    List<String> alive = new ArrayList<>();
    List<String> killed = new ArrayList<>();
    for (Fault fault : faults) {
      String vector = killer(Suites.of(about(fault)), fault);
      (vector.isEmpty() ? alive : killed)
          .add(fault.name() + " | " + fault.about() + " | " + vector);
    }

    assertThat(alive).as("faults that no vector finds").isEmpty();
    TestGolden.check("faults.txt", String.join("\n", killed));
  }

  private static TestProtocol about(Fault fault) {
    return protocols().filter(each -> each.id().equals(fault.about())).findFirst().orElseThrow();
  }

  /** The first vector that the subject fails; empty when it passes. */
  private static String killer(TestVectors vectors, Fault fault) {
    Certification certification = new Certification(vectors, Capabilities.all());
    Subject subject = fault.subject().get();
    return vectors.vectors().stream()
        .map(vector -> certification.run(subject, vector))
        .filter(result -> result.verdict() == Verdict.FAILED)
        .map(VectorResult::vector)
        .findFirst()
        .orElse("");
  }
}
