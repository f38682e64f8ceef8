package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.json.studies.StudySchemas;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.Comparison;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactFigures;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.PlainBehaviour;
import org.peersupport.simulation.Quantity;
import org.peersupport.simulation.Simulation;

/** What is written of studies is what their schemas and the wire format say. */
class StudySchemasTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final Path GOLDEN = Path.of("../../examples/workbench/src/test/resources/golden");
  private static final Path CHAPTER = Path.of("../docs/json-members.md");
  private static final Protocol SIX = Catalogue.amaSixElements();
  private static final Protocol OURS =
      PeerSupportJson.readProtocol(
              Json.of(
                  "{'format':'peersupport/protocol','version':1,'id':'ours','release':'1',"
                      + "'extends':'ama-six-elements@1.0.0','title':'Ours','source':'Made here',"
                      + "'reasons':{'end':[{'key':'shift-ended','title':'The shift ended'}]}}"))
          .orElseThrow();

  static List<Protocol> protocols() {
    return Variants.all();
  }

  private static ConversationChain plain(Protocol protocol) {
    return ConversationChain.of(protocol, PlainBehaviour.of(protocol));
  }

  private static ConversationChain withoutDurations() {
    Map<String, Double> start = Map.of("begin:reach-out", 1.0, "end:declined", 1.0);
    Behaviour ends =
        Behaviour.of("ends", start).otherwise(Map.of("end:" + EndReason.STOPPED.wireName(), 1.0));
    return ConversationChain.of(SIX, ends);
  }

  private static String simulation(ConversationChain chain, long sessions) {
    return StudyJson.writeSimulation(Simulation.of(chain, 7).run(sessions), 7, Layout.LINE);
  }

  private static String analysis(ConversationChain chain) {
    return StudyJson.writeAnalysis(ExactAnalysis.of(chain), Layout.LINE);
  }

  private static String comparison(
      List<ConversationChain> chains, List<ExactFigures> exact, long sessions) {
    return StudyJson.writeComparison(Comparison.of(chains, 7).run(sessions), exact, 7, Layout.LINE);
  }

  private static ExactFigures exact(ConversationChain chain) {
    return ExactFigures.of(ExactAnalysis.of(chain));
  }

  private static void assertValid(String schema, String document) {
    assertThat(Validator.errors(schema, document)).as(document).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void studies_of_every_protocol_that_ships_are_valid(Protocol protocol) {
    ConversationChain chain = plain(protocol);

    assertValid("simulation", simulation(chain, 200));
    assertValid("analysis", analysis(chain));
    assertValid(
        "comparison",
        comparison(
            List.of(plain(SIX), chain, chain),
            List.of(exact(plain(SIX)), exact(chain), exact(chain)),
            200));
  }

  @ParameterizedTest
  @CsvSource({"simulation,simulate.json", "analysis,analyse.json", "comparison,compare.json"})
  void what_the_commands_print_is_valid(String schema, String file) throws IOException {
    assertValid(schema, Files.readString(GOLDEN.resolve(file)));
  }

  @Test
  void without_durations_nothing_is_said_of_times() {
    ConversationChain chain = withoutDurations();
    String comparison = comparison(List.of(chain, plain(SIX)), List.of(), 20);

    assertValid("simulation", simulation(chain, 20));
    assertValid("analysis", analysis(chain));
    assertValid("comparison", comparison);
    assertThat(simulation(chain, 20) + analysis(chain)).doesNotContain("\"seconds\"");
    assertThat(comparison).doesNotContain("duration", "timeInElement");
  }

  @Test
  void of_connected_referrals_that_are_not_told_apart_it_is_said_how_many_are() {
    ConversationChain chain = asking();
    String comparison = comparison(List.of(plain(SIX), chain), List.of(), 20);

    assertValid("simulation", simulation(chain, 20));
    assertValid("comparison", comparison);
    assertThat(simulation(chain, 20))
        .contains("\"mostConnected\":" + chain.mostConnected().getAsInt() + ",");
    assertThat(comparison).containsOnlyOnce("mostConnected");
  }

  /** The reasons of a protocol come after the five that each has. */
  @Test
  void who_ends_for_a_reason_of_the_protocol_is_counted_by_it() {
    String document =
        Json.of(
            "{'id':'ends','start':{'begin:reach-out':3,'end:shift-ended':1},"
                + "'otherwise':{'end:stopped':1}}");
    assertValid("behaviour", document);
    Behaviour ends = StudyJson.readBehaviour(document).orElseThrow();
    ConversationChain chain = ConversationChain.of(OURS, ends);

    String simulation = simulation(chain, 1000);
    String analysis = analysis(chain);
    String comparison =
        comparison(
            List.of(withoutDurations(), chain),
            List.of(exact(withoutDurations()), exact(chain)),
            1000);

    assertValid("simulation", simulation);
    assertValid("analysis", analysis);
    assertValid("comparison", comparison);
    assertThat(analysis).contains(Json.of("'safety':{'share':0},'shift-ended':{'share':0.25}}"));
    assertThat(simulation).containsPattern("\"shift-ended\":\\{\"share\":0\\.2[0-9]*,");
    assertThat(comparison).contains(Json.of("{'quantity':'endedFor','of':'shift-ended',"));
    assertThatThrownBy(() -> ConversationChain.of(SIX, ends))
        .isInstanceOf(InvalidBehaviourException.class)
        .hasMessageContaining("/start/end:shift-ended");
  }

  /** Asks at any time what became of the referrals to three resources. */
  private static ConversationChain asking() {
    ProtocolBuilder protocol =
        ProtocolBuilder.of("free", "1.0.0")
            .title("Free")
            .source("Made for this test")
            .element(Element.optional("talk", "Talk", "Talk."));
    Map<String, Double> any = new TreeMap<>(Map.of("close", 1.0));
    for (String resource : List.of("a", "b", "c")) {
      protocol.resource(Resource.of(resource, "R"));
      for (String act : List.of("offer:", "accept:", "connect:", "complete:")) {
        any.put(act + resource, 1.0);
      }
    }
    return ConversationChain.of(protocol.build(), Behaviour.of("asking", any).otherwise(any));
  }

  /** As when they were stopped at once. */
  @ParameterizedTest
  @CsvSource({"0", "1"})
  void with_too_few_sessions_to_tell_figures_are_null(long sessions) {
    ConversationChain chain = plain(SIX);
    String simulation = simulation(chain, sessions);
    String comparison = comparison(List.of(chain, chain), List.of(), sessions);

    assertValid("simulation", simulation);
    assertValid("comparison", comparison);
    assertThat(simulation).contains("\"low\":null,\"high\":null,\"sd\":null");
    assertThat(comparison).contains("\"exact\":null,\"effect\":null,\"reduction\":null");
  }

  @Test
  void every_member_and_every_quantity_is_on_the_page_of_members() throws IOException {
    String document = Files.readString(CHAPTER);
    String chapter = document.substring(document.indexOf("\n## Studies\n"));
    Set<String> names = new TreeSet<>();
    for (String schema : List.of("simulation", "analysis", "comparison")) {
      collect(PLAIN.readTree(StudySchemas.text(schema)), names);
    }
    for (Quantity quantity : Quantity.values()) {
      names.add(quantity.wireName());
    }

    assertThat(names)
        .hasSizeGreaterThan(40)
        .allSatisfy(name -> assertThat(chapter).containsPattern("[`\"]" + name + "[`\"]"));
  }

  private static void collect(JsonNode schema, Set<String> names) {
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    schema.forEach(each -> collect(each, names));
  }
}
