package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.certification.walker.TableWalker;

/**
 * The suites that the kit makes let a second correct subject pass, one that decides with nothing of
 * the library.
 */
class KitWalkerTest {
  /** A table knows nothing of what it would be without one of its steps, so not of corrections. */
  private static final Capabilities OF_THE_WALKER =
      Capabilities.of(
          "command-id", "due", "if-seq", "options", "remedy", "state", "void", "witness");

  static Stream<TestProtocol> protocols() {
    return TestProtocol.all().stream();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void an_engine_that_walks_tables_of_its_own_passes(TestProtocol protocol) {
    Subject walker = new TableWalker(List.of(protocol.document()));

    assertThat(Suites.failures(Suites.of(protocol), walker, OF_THE_WALKER)).isEmpty();
  }

  @Test
  void it_passes_the_conversations_that_say_what_the_contract_means() throws Exception {
    Subject walker = new TableWalker(List.of(TestProtocol.SIX.document()));
    for (TestVectors conversation : Suites.ofAcceptance()) {
      walker.restart();

      assertThat(Suites.failures(conversation, walker, OF_THE_WALKER)).isEmpty();
    }
  }
}
