package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Command;
import org.peersupport.session.Event;

/**
 * The readers and the schemas, on every document that differs in one place from one in order: both
 * take it or neither does. Where only the reader can know, that is listed here.
 */
class SchemaAgreementTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** What a protocol, a behaviour or a scenario means, which no schema can say. */
  private static final Set<String> MEANING =
      Set.of(
          "protocol.duplicate",
          "protocol.unknown",
          "protocol.contradiction",
          "protocol.cannot-close",
          "protocol.refuses-the-peer",
          "protocol.too-large",
          "protocol.contradicted-example",
          "scenario.duplicate",
          "scenario.unknown",
          "scenario.contradiction",
          "scenario.nobody-fits",
          "behaviour.unknown",
          "behaviour.nothing-to-draw",
          "behaviour.never-ends");

  /**
   * Where a number is compared with another part of the document, a duration with a hundred years,
   * or entries are counted after the expansion, or with those of the base.
   */
  private static final String COMPARED =
      "/examples/\\d+/at|/deadlines/\\d+/within|/rules|/elements";

  /** The same in a scenario: sums of weights and of people, hours, and ten years. */
  private static final String COMPARED_IN_SCENARIOS =
      "/referrals|/departments|/supporters|/supporters/\\d+/hours/\\d+/to|/conversations/number"
          + "|/contact/limit|.*/median";

  /** The same in a behaviour: ten years. */
  private static final String COMPARED_IN_BEHAVIOURS = ".*/median";

  /** A weight that is compared with the sum of its row. */
  private static final String OF_ITS_ROW = "1e-15 of its row's sum";

  private int mutants;
  private int refused;
  private final List<String> disagreements = new ArrayList<>();

  private void compareMutants(String schema, String document) {
    assertThat(SchemaReaders.issues(schema, document)).isEmpty();
    assertThat(Validator.errors(schema, document)).isEmpty();
    Mutants.of(document, (change, mutant) -> compare(schema, change, mutant));
  }

  private void compare(String schema, String change, JsonNode mutant) {
    List<Issue> issues = SchemaReaders.issues(schema, mutant.toString());
    List<Error> errors = Validator.problems(schema, mutant);
    mutants++;
    refused += errors.isEmpty() ? 0 : 1;
    boolean agree =
        issues.isEmpty()
            ? errors.isEmpty()
            : !errors.isEmpty() || issues.stream().allMatch(SchemaAgreementTest::isMeaning);
    if (!agree) {
      disagreements.add(change + ": the reader says " + issues + ", the schema " + errors);
    }
  }

  private static boolean isMeaning(Issue issue) {
    return MEANING.contains(issue.code())
        || (issue.code().equals("protocol.out-of-range") && issue.pointer().matches(COMPARED))
        || (issue.code().equals("scenario.out-of-range")
            && issue.pointer().matches(COMPARED_IN_SCENARIOS))
        || (issue.code().equals("behaviour.out-of-range")
            && (issue.pointer().matches(COMPARED_IN_BEHAVIOURS)
                || issue.explanation().contains(OF_ITS_ROW)))
        || (issue.code().equals("scenario.missing") && issue.pointer().equals("/source"));
  }

  private void assertAgreement(int atLeast) {
    assertThat(disagreements).isEmpty();
    assertThat(mutants).isGreaterThan(atLeast);
    assertThat(refused).isGreaterThan(mutants / 2);
  }

  static List<Command> commands() {
    return Samples.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void of_commands(Command command) {
    compareMutants("command", PeerSupportJson.writeCommand(command));
    assertAgreement(800);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','do':'options'}",
        "{'at':'2026-03-02T09:00:00Z','do':'due'}",
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'due','ifSeq':7,'override':7}"
      })
  void of_queries(String query) {
    compareMutants("command", Json.of(query));
    assertThat(disagreements).isEmpty();
  }

  static List<Event> events() {
    return Samples.events();
  }

  @ParameterizedTest
  @MethodSource("events")
  void of_events_and_lines_of_a_log(Event event) {
    String written = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
    compareMutants("event", written);
    compareMutants("log-line", written);
    assertAgreement(1600);
  }

  @Test
  void of_the_header_of_a_log() {
    compareMutants("log-line", PeerSupportJson.logHeader());
    assertThat(disagreements).isEmpty();
  }

  @Test
  void of_protocol_documents() {
    compareMutants("protocol", SchemaReaders.PROTOCOL);
    assertAgreement(10_000);
  }

  @Test
  void of_documents_that_extend_another() {
    compareMutants("protocol", SchemaReaders.VARIANT);
    assertAgreement(3000);
  }

  @Test
  void of_behaviour_documents() {
    compareMutants("behaviour", StudyDocuments.BEHAVIOUR);
    assertAgreement(1500);
  }

  @Test
  void of_mappings_of_corpora() {
    compareMutants("transcript-mapping", StudyDocuments.MAPPING);
    assertAgreement(1500);
  }

  static List<String> scenarios() {
    return List.of(StudyDocuments.SCENARIO, StudyDocuments.SCENARIO_WITH_TABLES);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void of_scenario_documents(String document) {
    compareMutants("scenario", document);
    assertAgreement(2000);
  }

  /** A member that means nothing for this "do" or "type" may be anything. */
  @Test
  void of_members_that_belong_elsewhere() throws Exception {
    for (Command command : Samples.commands()) {
      for (Command other : Samples.commands()) {
        compareWith("command", PeerSupportJson.writeCommand(command), other);
      }
    }
    for (Event event : Samples.events()) {
      for (Command other : Samples.commands()) {
        compareWith("event", PeerSupportJson.writeEvent(event, Reasons.WRITTEN), other);
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(refused).isPositive().isLessThan(mutants);
  }

  private void compareWith(String schema, String document, Command other) throws Exception {
    ObjectNode members = PLAIN.readValue(PeerSupportJson.writeCommand(other), ObjectNode.class);
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      ObjectNode mutant = PLAIN.readValue(document, ObjectNode.class);
      if (!mutant.has(member.getKey())) {
        mutant.put(member.getKey(), 7);
        compare(schema, member.getKey() + " is 7 in " + document, mutant);
      }
    }
  }

  /** What the reader refuses and the schema cannot: this is all there is. */
  @Test
  void what_only_the_reader_can_know() {
    String close = "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'close'";
    assertOnlyTheReaderRefuses("command", close + ",'by':'p'}", "json.repeated-member");
    assertOnlyTheReaderRefuses("command", close + ",'x':{'a':1,'a':2}}", "json.repeated-member");
    assertOnlyTheReaderRefuses("command", close + ",'ifSeq':1.0}", "json.wrong-type");
    assertOnlyTheReaderRefuses("command", close + ",'ifSeq':1e0}", "json.wrong-type");
    assertOnlyTheReaderRefuses(
        "command", close + ",'override':{'reason':'\\ud800'}}", "json.ill-formed");
    assertOnlyTheReaderRefuses(
        "command", close + ",'x':" + "[".repeat(64) + "]".repeat(64) + "}", "json.too-deep");
    assertOnlyTheReaderRefuses(
        "command", close + ",'" + "x".repeat(1001) + "':1}", "json.too-large");
    assertOnlyTheReaderRefuses("command", close + "}" + " ".repeat(1_000_000), "json.too-large");
    String smileys = "\ud83d\ude42".repeat(50_001);
    assertOnlyTheReaderRefuses(
        "command", close + ",'override':{'reason':'" + smileys + "'}}", "json.too-large");
    assertOnlyTheReaderRefuses("protocol", protocol("'title':'\u2003'"), "protocol.missing");
    assertOnlyTheReaderRefuses(
        "protocol",
        protocol("'title':'" + smileys.substring(0, 4002) + "'"),
        "protocol.out-of-range");
    assertOnlyTheReaderRefuses(
        "protocol",
        protocol(
            "'title':'T','concerns':['a'],'rules':[{'id':'r','template':'end','a':['thank:b']}]"),
        "protocol.unknown");
  }

  private static String protocol(String more) {
    return "{'id':'p','release':'1','source':'S',"
        + "'elements':[{'key':'k','title':'T','purpose':'P','need':'optional'}],"
        + more
        + "}";
  }

  private static void assertOnlyTheReaderRefuses(String schema, String document, String code) {
    String text = Json.of(document);
    assertThat(Validator.errors(schema, text)).isEmpty();
    assertThat(SchemaReaders.issues(schema, text)).extracting(Issue::code).contains(code);
  }
}
