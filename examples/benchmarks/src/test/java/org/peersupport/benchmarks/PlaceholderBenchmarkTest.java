package org.peersupport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peersupport.benchmarks.PlaceholderBenchmark.Word;

class PlaceholderBenchmarkTest {

  @Test
  void eachPeerMakesItsStep() throws Exception {
    PlaceholderBenchmark benchmark = new PlaceholderBenchmark();
    assertThat(benchmark.cola()).isEqualTo(Word.B);
    assertThat(benchmark.stateless4j()).isEqualTo(Word.B);
    assertThat(benchmark.squirrel()).isEqualTo(Word.B);
    assertThat(benchmark.spring()).isEqualTo(Word.B);
  }
}
