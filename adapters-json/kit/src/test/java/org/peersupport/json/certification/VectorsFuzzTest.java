package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.peersupport.json.Bounds;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Trees;

/** Whatever vectors and manifests say, they are read or told what is wrong. */
class VectorsFuzzTest {

  /** Both readers get the same text, and each takes its own kind only. */
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = MINUTES)
  void vectors(byte[] text) {
    Bounds.hold(
        () -> {
          Read<TestVectors> vectors = TestVectorsReader.read(new ByteArrayInputStream(text));
          areTold(vectors.issues());
          Read<Capabilities> capabilities = Capabilities.read(text);
          areTold(capabilities.issues());
          if (!vectors.isMalformed()) {
            areWhole(vectors.orElseThrow());
          }
        });
  }

  private static void areTold(List<Issue> issues) {
    assertThat(issues)
        .hasSizeLessThanOrEqualTo(JsonLimits.ISSUES)
        .allMatch(issue -> issue.line() > 0 && !issue.explanation().isBlank());
  }

  private static void areWhole(TestVectors vectors) {
    assertThat(vectors.vectors()).hasSize(vectors.header().vectors());
    assertThat(Capabilities.all().unknownTo(vectors)).isEmpty();
    for (TestVector vector : vectors.vectors()) {
      for (TestStep step : vector.steps()) {
        assertThat(Trees.read(step.send().getBytes(UTF_8))).isNotNull();
        assertThat(Trees.read(step.expect().getBytes(UTF_8))).isNotNull();
      }
    }
  }
}
