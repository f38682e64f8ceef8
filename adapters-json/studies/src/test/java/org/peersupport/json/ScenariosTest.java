package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.Behaviours;
import org.peersupport.json.studies.Scenarios;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.programme.Metric;
import org.peersupport.simulation.programme.ProgrammeSimulation;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.simulation.programme.Published;
import org.peersupport.simulation.programme.Role;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.ScenarioProblem;
import org.peersupport.simulation.programme.ScenarioProblemCode;

class ScenariosTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/peersupport/json/studies/scenarios");

  static List<String> ids() {
    return Scenarios.ids();
  }

  private static ProgrammeSummary summary(String id, int runs) {
    Scenario scenario = Scenarios.find(id).orElseThrow();
    Protocol protocol = Variants.find(scenario.talks().protocol()).orElseThrow();
    ConversationChain chain =
        ConversationChain.of(protocol, Behaviours.find(scenario.talks().behaviour()).orElseThrow());
    return ProgrammeSimulation.of(scenario, chain, 1).run(runs, 2, ForkJoinPool.commonPool());
  }

  @Test
  void every_document_in_the_folder_ships() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(Scenarios.ids());
    }
    assertThat(Scenarios.find("../variants/rise")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void a_scenario_that_ships_is_valid_and_runs_and_says_what_was_assumed(String id)
      throws IOException {
    Scenario scenario = Scenarios.find(id).orElseThrow();

    assertThat(scenario.id()).isEqualTo(id);
    assertThat(scenario.source()).contains("J Patient Saf 2018;14(3):e56-e60");
    assertThat(scenario.assumptions()).isNotEmpty();
    assertThat(Validator.errors("scenario", Files.readString(FOLDER.resolve(id + ".json"))))
        .isEmpty();
    assertThat(summary(id, 2).runs()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void what_is_written_is_read_back(String id) {
    Scenario scenario = Scenarios.find(id).orElseThrow();
    for (Layout layout : Layout.values()) {
      String written = Scenarios.write(scenario, layout);
      assertThat(Validator.errors("scenario", written)).isEmpty();
      assertThat(Scenarios.read(written.getBytes(UTF_8)).orElseThrow()).isEqualTo(scenario);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatever_a_document_says_is_read_back(String document) {
    Scenario scenario = Scenarios.read(document.getBytes(UTF_8)).orElseThrow();
    String written = Scenarios.write(scenario, Layout.LINE);

    assertThat(Scenarios.read(written.getBytes(UTF_8)).orElseThrow()).isEqualTo(scenario);
    assertThat(Validator.errors("scenario", written)).isEmpty();
  }

  static List<String> documents() {
    return List.of(StudyDocuments.SCENARIO, StudyDocuments.SCENARIO_WITH_TABLES);
  }

  /** Lane et al., J Patient Saf 2018;14(3):e56-e60, abstract. */
  @Test
  void the_published_figures_are_those_of_the_paper() {
    List<Published> published = Scenarios.find("washington-university").orElseThrow().published();

    assertThat(published)
        .extracting(
            each -> each.metric().wireName() + " " + each.value() + " " + each.role().wireName())
        .containsExactly(
            "referred 165.0 outcome",
            "referred-per-month 4.8 input",
            "referred-least-in-a-month 0.0 outcome",
            "referred-most-in-a-month 12.0 outcome",
            "declined 17.0 outcome",
            "declined-share 0.103 input",
            "conversations-median 2.0 input",
            "conversations-least 1.0 outcome",
            "conversations-most 10.0 outcome",
            "referred-on 16.0 outcome",
            "referred-on-share 0.108 input");
  }

  @Test
  void every_published_figure_lies_where_most_runs_do() {
    ProgrammeSummary summary = summary("washington-university", 400);

    assertThat(summary.published()).allMatch(each -> each.isUsual());
    // What went in comes out again, within a twentieth.
    assertThat(summary.published())
        .filteredOn(each -> each.published().role() == Role.INPUT)
        .hasSize(4)
        .allSatisfy(
            each ->
                assertThat(each.simulated().mean() / each.published().value())
                    .isBetween(0.95, 1.05));
  }

  @Test
  void twice_the_referrals_or_half_the_supporters_mean_longer_waits() {
    double usual = summary("washington-university", 50).estimate(Metric.WAIT_MEAN).high();

    assertThat(Scenarios.ids().subList(1, 3))
        .allMatch(id -> summary(id, 50).estimate(Metric.WAIT_MEAN).low() > usual);
  }

  @Test
  void every_problem_of_the_writing_is_told_with_its_place() {
    String document =
        """
        {"id": "s", "title": 7, "start": "2026-02-30", "months": 1.5,
         "referrals": {"perMonth": "3"},
         "supporters": [{"id": "s", "department": "a", "mostCases": 1,
           "hours": [{"days": ["someday"], "from": "9", "to": "24:01"}]}],
         "contact": {"delay": {"median": "P1Y"}},
         "conversations": {"protocol": "p", "number": []},
         "published": [{"figure": "joy", "value": 1, "role": "wish"}]}
        """;

    assertThat(Scenarios.read(document.getBytes(UTF_8)).issues())
        .extracting(issue -> issue.line() + " " + issue.code() + " " + issue.pointer())
        .containsExactly(
            "1 json.wrong-type /title",
            "1 json.ill-formed /start",
            "1 json.wrong-type /months",
            "2 json.wrong-type /referrals/perMonth",
            "4 json.unknown-value /supporters/0/hours/0/days/0",
            "4 json.ill-formed /supporters/0/hours/0/from",
            "4 json.ill-formed /supporters/0/hours/0/to",
            "5 json.ill-formed /contact/delay/median",
            "5 json.missing-member /contact/delay/sigma",
            "5 json.missing-member /contact/limit",
            "6 json.missing-member /conversations/behaviour",
            "6 json.empty-array /conversations/number",
            "7 json.unknown-value /published/0/figure",
            "7 json.unknown-value /published/0/role");
  }

  @Test
  void problems_of_the_meaning_have_the_lines_of_their_places() {
    String document = "{\n\"supporters\": [\n{\"mostCases\":\n0}],\n\"months\": 0}";

    List<Issue> issues =
        Scenarios.issues(
            document.getBytes(UTF_8),
            List.of(
                new ScenarioProblem(ScenarioProblemCode.OUT_OF_RANGE, "/months", "Few."),
                new ScenarioProblem(
                    ScenarioProblemCode.OUT_OF_RANGE, "/supporters/0/mostCases", "Few."),
                new ScenarioProblem(ScenarioProblemCode.MISSING, "/supporters/0/id", "None.")));

    assertThat(issues)
        .extracting(issue -> issue.line() + " " + issue.pointer())
        .containsExactly("3 /supporters/0/id", "4 /supporters/0/mostCases", "5 /months");
  }

  @Test
  void the_difference_from_another_programme_follows_the_summary() throws IOException {
    ProgrammeSummary usual = summary("washington-university", 20);
    ProgrammeSummary half = summary("washington-university-half-the-supporters", 20);

    String written = Scenarios.writeSummary(half, usual, Layout.LINE);

    assertThat(Validator.errors("programme", written)).isEmpty();
    String alone = Scenarios.writeSummary(half, Layout.LINE);
    assertThat(written).startsWith(alone.substring(0, alone.length() - 1) + ",\"against\":");
    // The same people are referred.
    assertThat(written)
        .contains(
            "\"against\":{\"scenario\":\"washington-university\",\"figures\":["
                + "{\"figure\":\"referred\",\"unit\":\"count\",\"mean\":0,\"low\":0,\"high\":0,");
  }

  @Test
  void a_summary_has_null_where_there_is_no_estimate() {
    String written = Scenarios.writeSummary(summary("washington-university", 1), Layout.LINE);

    assertThat(Validator.errors("programme", written)).isEmpty();
    assertThat(written)
        .contains("\"figure\":\"conversations-least\",\"unit\":\"count\",\"mean\":1,\"low\":null,")
        .startsWith(
            "{\"scenario\":\"washington-university\",\"protocol\":\"ama-six-elements@1.0.0\",");
  }
}
