package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

class VectorSuiteTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/vectors");

  static List<Protocol> protocols() {
    List<Protocol> protocols = new ArrayList<>(List.of(Catalogue.amaSixElements()));
    KitProtocols.ids().forEach(id -> protocols.add(KitProtocols.find(id).orElseThrow()));
    return protocols;
  }

  private static void assertSame(String name, String text) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void the_engine_passes_what_is_made_for_it(Protocol protocol) {
    TestVectors vectors = Suites.of(protocol);
    List<String> failed = new ArrayList<>();

    new Certification(vectors, Capabilities.all())
        .run(
            new Engine(List.of(PeerSupportJson.writeProtocol(protocol))),
            result -> {
              if (result.verdict() != VectorResult.Verdict.PASSED) {
                failed.add(result.vector());
              }
            });

    assertThat(failed).isEmpty();
    assertThat(vectors.vectors()).hasSize(vectors.header().vectors());
  }

  /** Vectors are played one after the other in one process, so no session is in two of them. */
  @ParameterizedTest
  @MethodSource("protocols")
  void each_vector_has_a_name_and_sessions_of_its_own(Protocol protocol) {
    Map<String, String> vectorOf = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (TestVector vector : Suites.of(protocol).vectors()) {
      assertThat(names.add(vector.name())).as(vector.name()).isTrue();
      for (TestStep step : vector.steps()) {
        if (step.expect().contains("\"accepted\"")) {
          String session = ReferenceSubject.parse(step.send()).path("session").asText();
          String before = vectorOf.putIfAbsent(session, vector.name());
          if (before != null && !before.equals(vector.name())) {
            fail("session " + session + " is in " + before + " and in " + vector.name());
          }
        }
      }
    }
  }

  @Test
  void identical_runs_give_identical_bytes() {
    String text = Suites.text(Catalogue.amaSixElements());

    assertThat(Suites.write(Catalogue.amaSixElements()).equals(text)).isTrue();
  }

  /** Sizes and digests of all, and what comes before the machine of the smallest. */
  @Test
  void suites_are_those_that_a_person_last_looked_at() throws IOException {
    StringBuilder sizes = new StringBuilder();
    for (Protocol protocol : protocols()) {
      String text = Suites.text(protocol);
      byte[] bytes = text.getBytes(UTF_8);
      sizes.append(protocol.reference()).append(' ').append(text.lines().count()).append(' ');
      sizes.append(bytes.length).append(' ').append(Digests.sha256(bytes)).append('\n');
    }
    assertSame("sizes.txt", sizes.toString());

    List<String> smallest =
        new ArrayList<>(
            Suites.text(KitProtocols.find("kit-precedences").orElseThrow()).lines().toList());
    smallest.removeIf(line -> line.startsWith("{\"vector\":\"machine/"));
    assertSame("kit-precedences.ndjson", String.join("\n", smallest) + "\n");
  }
}
