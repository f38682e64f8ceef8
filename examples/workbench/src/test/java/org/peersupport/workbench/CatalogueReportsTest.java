package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.peersupport.json.Variants;

/** What verify says of everything that ships, as people last looked at it. */
class CatalogueReportsTest {

  @TestFactory
  List<DynamicTest> what_ships_is_verified() {
    return Variants.ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> check(id))).toList();
  }

  private static void check(String id) throws IOException {
    Run json = Run.of("verify", id);
    Run text = Run.of("verify", "--text", id);

    assertThat(text.status()).isEqualTo(json.status());
    assertThat(json.status()).isEqualTo(json.out().contains("\"findings\":[]") ? 0 : 1);
    Golden.assertSame("verify/" + id + ".txt", json.out() + text.out());
  }
}
