package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Catalogue;

/** Every type of act is played with every outcome: an act that is added asks for its vectors. */
class ActTypesInVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void each_act_is_accepted_refused_and_malformed_somewhere() throws IOException {
    Map<String, Set<String>> played = played(Suites.text(Catalogue.amaSixElements()));

    for (ActType type : ActType.values()) {
      assertThat(played.get("accepted")).as("accepted").contains(type.commandName());
      assertThat(played.get("refused")).as("refused").contains(type.commandName());
      if (!type.members().isEmpty()) {
        assertThat(played.get("malformed")).as("malformed").contains(type.commandName());
      }
    }
  }

  @Test
  void each_kind_of_activity_is_an_input_of_the_machine() {
    Set<String> inputs = new TreeSet<>();
    ConformanceSuite.of(Catalogue.amaSixElements(), 0, 50_000)
        .inputs()
        .forEach(input -> inputs.add(input.replaceFirst(":.*", "")));

    // What is connected is completed at once.
    assertThat(inputs)
        .containsAll(
            Stream.of(ActivityKind.values())
                .filter(kind -> kind != ActivityKind.COMPLETE)
                .map(ActivityKind::wireName)
                .toList());
  }

  /** By outcome that is expected: the words of the commands that were sent. */
  private static Map<String, Set<String>> played(String lines) throws IOException {
    Map<String, Set<String>> played = new TreeMap<>();
    for (String line : lines.lines().toList()) {
      JsonNode vector = JSON.readTree(line);
      String word = vector.path("send").path("do").asText();
      String outcome = vector.path("expect").path("outcome").asText();
      played.computeIfAbsent(outcome, each -> new TreeSet<>()).add(word);
    }
    return played;
  }
}
