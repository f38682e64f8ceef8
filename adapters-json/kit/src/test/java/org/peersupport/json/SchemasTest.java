package org.peersupport.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.analysis.FindingKind;
import org.peersupport.audit.DepartureKind;
import org.peersupport.audit.RuleStanding;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.json.certification.CertificationSchemas;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.ledger.LedgerSchemas;
import org.peersupport.json.studies.StudySchemas;
import org.peersupport.json.studies.TranscriptCorpus;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.simulation.Quantity;

class SchemasTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  static List<String> names() {
    return AllSchemas.names();
  }

  private static JsonNode tree(String name) {
    try {
      return PLAIN.readTree(AllSchemas.text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_schema_is_one_itself_and_is_named_as_it_says(String name) throws Exception {
    String meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
            .validate(AllSchemas.text(name), InputFormat.JSON)
            .toString();
    assertThat(meta).isEqualTo("[]");
    JsonNode schema = tree(name);
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asText()).isEqualTo(AllSchemas.id(name));
    assertThat(schema.path("title").asText()).isNotBlank();
    assertThat(schema.path("description").asText()).endsWith(".");
    try (InputStream in = AllSchemas.open(name)) {
      assertThat(in).hasContent(AllSchemas.text(name));
    }
  }

  @Test
  void every_schema_in_the_folders_has_a_name() throws Exception {
    assertNamed("codec/src/main/resources/org/peersupport/json/schemas", Schemas.names());
    assertNamed(
        "studies/src/main/resources/org/peersupport/json/studies/schemas", StudySchemas.names());
    assertNamed(
        "records/src/main/resources/org/peersupport/json/ledger/schemas", LedgerSchemas.names());
    assertNamed(
        "kit/src/main/resources/org/peersupport/json/certification/schemas",
        CertificationSchemas.names());
    assertThatThrownBy(() -> Schemas.open("../variants/rise"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertNamed(String folder, List<String> names) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", folder))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".schema.json", "")))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_schema_refers_to_nothing_outside_itself(String name) {
    JsonNode schema = tree(name);
    assertThat(schema.findValuesAsText("$ref"))
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("#/$defs/");
              assertThat(schema.at(reference.substring(1)).isMissingNode()).isFalse();
            });
    schema
        .path("$defs")
        .fieldNames()
        .forEachRemaining(
            used -> assertThat(schema.findValuesAsText("$ref")).contains("#/$defs/" + used));
  }

  @Test
  void what_several_schemas_define_is_the_same_in_all() {
    Map<String, JsonNode> first = new HashMap<>();
    for (String name : AllSchemas.names()) {
      for (Map.Entry<String, JsonNode> each : tree(name).path("$defs").properties()) {
        JsonNode before = first.putIfAbsent(each.getKey(), each.getValue());
        assertThat(before == null || before.equals(each.getValue()))
            .as("%s in %s", each.getKey(), name)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_member_is_described(String name) {
    List<String> mute = new ArrayList<>();
    collectMute(tree(name), tree(name), "", mute);
    assertThat(mute).isEmpty();
  }

  /**
   * What stands under "if", "then", "else" or "allOf" may only narrow what is described elsewhere.
   */
  private static void collectMute(JsonNode root, JsonNode node, String place, List<String> mute) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String below = place + "/" + each.getKey();
      if (each.getKey().equals("properties")) {
        for (Map.Entry<String, JsonNode> member : each.getValue().properties()) {
          if (!isDescribed(root, member.getValue())
              && !below.contains("/allOf")
              && !below.contains("/if")
              && !below.contains("/then")
              && !below.contains("/else")) {
            mute.add(below + "/" + member.getKey());
          }
        }
      }
      collectMute(root, each.getValue(), below, mute);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collectMute(root, node.get(i), place + "/" + i, mute);
    }
  }

  private static boolean isDescribed(JsonNode root, JsonNode member) {
    String reference = member.path("$ref").asText();
    return member.has("description")
        || (!reference.isEmpty() && root.at(reference.substring(1)).has("description"));
  }

  private static void assertWords(String schema, String pointer, List<String> words) {
    List<String> listed = new ArrayList<>();
    tree(schema).at(pointer).path("enum").forEach(word -> listed.add(word.asText()));
    assertThat(listed).as("%s %s", schema, pointer).containsExactlyInAnyOrderElementsOf(words);
  }

  private static <T> List<String> wires(T[] values, Function<T, String> wire) {
    return Stream.of(values).map(wire).toList();
  }

  @Test
  void the_words_are_those_of_the_library() {
    assertWords(
        "audit",
        "/properties/violations/items/properties/code",
        wires(RefusalCode.values(), RefusalCode::wireName));
    assertWords(
        "audit", "/properties/verdict", wires(SessionVerdict.values(), SessionVerdict::wireName));
    assertWords(
        "audit",
        "/properties/rules/additionalProperties",
        wires(RuleStanding.values(), RuleStanding::wireName));
    assertWords(
        "audit",
        "/properties/departures/items/properties/kind",
        wires(DepartureKind.values(), DepartureKind::wireName));
    assertWords(
        "ledger-line",
        "/$defs/labelledEvent/properties/type",
        wires(ActType.values(), ActType::eventName));
    assertWords(
        "transcript-mapping",
        "/$defs/provenance",
        wires(Provenance.values(), Provenance::wireName));
    assertWords(
        "transcript-mapping",
        "/properties/corpus",
        wires(TranscriptCorpus.values(), TranscriptCorpus::wireName));
    assertWords(
        "verification",
        "/properties/findings/items/properties/kind",
        wires(FindingKind.values(), FindingKind::wireName));
    assertWords(
        "comparison",
        "/$defs/comparedFigure/properties/quantity",
        wires(Quantity.values(), Quantity::wireName));
    for (String study : List.of("simulation", "analysis")) {
      String reasons = "/properties/" + study + "/properties/endedFor/required";
      assertThat(tree(study).at(reasons))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrderElementsOf(
              EndReason.builtIn().stream().map(EndReason::wireName).toList());
    }
  }

  private static void assertMost(String schema, String pointer, int most) {
    assertThat(tree(schema).at(pointer).asInt()).as("%s %s", schema, pointer).isEqualTo(most);
  }

  /** A kind of activity that is added has to be added to every pattern. */
  @Test
  void the_kinds_of_activity_in_patterns_are_those_of_the_library() {
    String kinds =
        Stream.of(ActivityKind.values()).map(ActivityKind::wireName).collect(joining("|"));
    Map<String, List<String>> found = new HashMap<>();
    for (String name : names()) {
      List<String> lists =
          Pattern.compile("[(](?:[?]:)?(begin[|][a-z|-]+)[)]")
              .matcher(tree(name).toString())
              .results()
              .map(match -> match.group(1))
              .distinct()
              .toList();
      if (!lists.isEmpty()) {
        found.put(name, lists);
      }
    }

    // No label of a corpus tells which offer somebody answers.
    assertThat(found.remove("transcript-mapping")).containsExactly("begin|concern|offer|thank");
    assertThat(found).hasSizeGreaterThan(3);
    assertThat(found.values()).allSatisfy(lists -> assertThat(lists).containsExactly(kinds));
  }

  @Test
  void the_limits_are_those_of_the_library() {
    assertMost("transcript-mapping", "/properties/labels/maxProperties", JsonLimits.ENTRIES);
  }
}
