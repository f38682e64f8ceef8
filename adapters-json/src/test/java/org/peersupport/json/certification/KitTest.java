package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.certification.VectorResult.Verdict;
import org.peersupport.json.certification.walker.TableWalker;

/**
 * The kit itself is tested: the suites that it makes find every faulty subject, and let two correct
 * ones pass that decide with nothing in common.
 */
class KitTest {
  private static final int FEWEST_FAULTS = 80;

  /** A table knows nothing of what it would be without one of its steps, so not of corrections. */
  private static final Capabilities OF_THE_WALKER =
      Capabilities.of("due", "if-seq", "options", "remedy", "witness");

  static Stream<TestProtocol> protocols() {
    return TestProtocol.all().stream();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void the_library_passes(TestProtocol protocol) {
    Subject engine = new Engine(List.of(protocol.document()));

    assertThat(failures(Suites.of(protocol), engine, Capabilities.all())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void an_engine_that_walks_tables_of_its_own_passes(TestProtocol protocol) {
    Subject walker = new TableWalker(List.of(protocol.document()));

    assertThat(failures(Suites.of(protocol), walker, OF_THE_WALKER)).isEmpty();
  }

  @Test
  void both_pass_the_conversations_that_say_what_the_contract_means() {
    Subject walker = new TableWalker(List.of(TestProtocol.SIX.document()));

    assertThat(failures(Suites.ofAcceptance(), new Engine(List.of()), Capabilities.all()))
        .isEmpty();
    assertThat(failures(Suites.ofAcceptance("corrections"), walker, OF_THE_WALKER)).isEmpty();
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

  private static List<String> failures(TestVectors vectors, Subject subject, Capabilities claimed) {
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
}
