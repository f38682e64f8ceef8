package org.peersupport.json;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.data.Issue;

/**
 * The readers and the schemas of the documents of studies; {@code WireSchemaAgreementTest} has
 * those of commands, events and protocols. Where only the reader can know, that is listed here.
 */
class SchemaAgreementTest {
  /** What a behaviour or a scenario means, which no schema can say. */
  private static final Set<String> MEANING =
      Set.of(
          "scenario.duplicate",
          "scenario.unknown",
          "scenario.contradiction",
          "scenario.nobody-fits",
          "behaviour.unknown",
          "behaviour.nothing-to-draw",
          "behaviour.never-ends");

  /**
   * Where numbers are compared in scenarios: sums of weights and of people, hours, and ten years.
   */
  private static final String COMPARED_IN_SCENARIOS =
      "/referrals|/departments|/supporters|/supporters/\\d+/hours/\\d+/to|/conversations/number"
          + "|/contact/limit|.*/median";

  /** The same in a behaviour: ten years. */
  private static final String COMPARED_IN_BEHAVIOURS = ".*/median";

  /** A weight that is compared with the sum of its row. */
  private static final String OF_ITS_ROW = "1e-15 of its row's sum";

  private final SchemaAgreement agreement =
      new SchemaAgreement(SchemaReaders::issues, SchemaAgreementTest::isMeaning);

  private static boolean isMeaning(Issue issue) {
    return MEANING.contains(issue.code())
        || (issue.code().equals("scenario.out-of-range")
            && issue.pointer().matches(COMPARED_IN_SCENARIOS))
        || (issue.code().equals("behaviour.out-of-range")
            && (issue.pointer().matches(COMPARED_IN_BEHAVIOURS)
                || issue.explanation().contains(OF_ITS_ROW)))
        || (issue.code().equals("scenario.missing") && issue.pointer().equals("/source"));
  }

  @Test
  void of_behaviour_documents() {
    agreement.compareMutants("behaviour", StudyDocuments.BEHAVIOUR);
    agreement.holds(1500);
  }

  @Test
  void of_mappings_of_corpora() {
    agreement.compareMutants("transcript-mapping", StudyDocuments.MAPPING);
    agreement.holds(1500);
  }

  static List<String> scenarios() {
    return List.of(StudyDocuments.SCENARIO, StudyDocuments.SCENARIO_WITH_TABLES);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void of_scenario_documents(String document) {
    agreement.compareMutants("scenario", document);
    agreement.holds(2000);
  }
}
