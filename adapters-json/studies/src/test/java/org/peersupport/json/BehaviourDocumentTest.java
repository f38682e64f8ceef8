package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.PlainBehaviour;

class BehaviourDocumentTest {
  static java.util.List<Protocol> protocols() {
    return Variants.all();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void what_is_written_is_read_again(Protocol protocol) {
    Behaviour plain = PlainBehaviour.of(protocol);

    String written = StudyJson.writeBehaviour(plain, Layout.LINE);

    assertThat(StudyJson.readBehaviour(written).orElseThrow()).isEqualTo(plain);
  }

  @Test
  void what_begins_with_x_is_passed_over() {
    String document = "{\"x-note\":[1],\"id\":\"b\",\"start\":{\"close\":1}}";

    assertThat(StudyJson.readBehaviour(document).orElseThrow().start()).containsEntry("close", 1.0);
  }

  @Test
  void every_issue_is_told_with_its_place() {
    String document =
        """
        {"format":"peersupport/protocol","version":2,"start":{"close":null},
         "after":[],"durations":{"thank:work":{"median":"PT1M"}}}
        """;

    assertThat(StudyJson.readBehaviour(document).issues())
        .extracting(Issue::pointer)
        .containsExactly(
            "/format", "/version", "/id", "/start/close", "/after", "/durations/thank:work/sigma");
  }
}
