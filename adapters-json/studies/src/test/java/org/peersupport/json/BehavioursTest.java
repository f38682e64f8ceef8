package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.studies.Behaviours;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.PlainBehaviour;

class BehavioursTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/peersupport/json/studies/behaviours");

  static List<String> ids() {
    return Behaviours.ids();
  }

  @Test
  void every_document_in_the_folder_ships() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(Behaviours.ids());
    }
    assertThat(Behaviours.find("../scenarios/washington-university")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void a_behaviour_that_ships_is_valid_and_its_own_name_is_no_other(String id) throws IOException {
    assertThat(Behaviours.find(id).orElseThrow().id())
        .isEqualTo(id)
        .isNotEqualTo(PlainBehaviour.ID);
    assertThat(Validator.errors("behaviour", Files.readString(FOLDER.resolve(id + ".json"))))
        .isEmpty();
  }

  @Test
  void the_usual_talk_takes_half_an_hour_and_nothing_of_it_is_refused() {
    Behaviour usual = Behaviours.find("usual-talk").orElseThrow();

    ExactAnalysis exact = ExactAnalysis.of(ConversationChain.of(Catalogue.amaSixElements(), usual));

    assertThat(exact.duration().orElseThrow().mean() / 60_000).isBetween(30.0, 45.0);
    assertThat(exact.refused()).isLessThan(0.01);
    assertThat(exact.probabilities().get("concern:elevated")).isZero();
    assertThat(exact.probabilities().get("concern:imminent")).isZero();
  }

  @Test
  void concerns_are_raised_in_the_talk_that_says_so_and_a_few_are_met_by_nobody() {
    Behaviour concerned = Behaviours.find("usual-talk-with-concerns").orElseThrow();

    ExactAnalysis exact =
        ExactAnalysis.of(ConversationChain.of(Catalogue.amaSixElements(), concerned));

    double worried = probability(exact, "concern:elevated");
    double afraid = probability(exact, "concern:imminent");
    double handedOver = probability(exact, "connect:emergency-care");
    assertThat(1 / (worried + afraid)).isBetween(8.5, 9.5);
    assertThat(afraid).isBetween(0.01, 0.02);
    assertThat(1 - handedOver / afraid).isBetween(0.045, 0.055);
    assertThat(exact.ended(EndReason.SAFETY)).isBetween(0.75 * afraid, 0.8 * afraid);
    assertThat(exact.duration().orElseThrow().mean() / 60_000).isBetween(30.0, 45.0);
    assertThat(exact.refused()).isLessThan(0.01);
  }

  private static double probability(ExactAnalysis exact, String activity) {
    return Objects.requireNonNull(exact.probabilities().get(activity));
  }
}
