package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CatalogueCommandTest {

  @Test
  void lists_what_ships_for_programs() throws IOException {
    Run run = Run.of("catalogue");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.answers()).allMatch(line -> line.hasNonNull("id"));
    Golden.assertSame("catalogue.ndjson", run.out());
  }

  @Test
  void lists_what_ships_for_people() throws IOException {
    Run run = Run.of("catalogue", "--text");

    assertThat(run.status()).isZero();
    Golden.assertSame("catalogue.txt", run.out());
  }
}
