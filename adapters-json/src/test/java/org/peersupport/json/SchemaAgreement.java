package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.peersupport.json.data.Issue;

/**
 * The agreement of readers and schemas, on every document that differs in one place from one in
 * order: both take it or neither does.
 */
final class SchemaAgreement {
  private final BiFunction<String, String, List<Issue>> reader;
  private final Predicate<Issue> isMeaning;
  private final List<String> disagreements = new ArrayList<>();
  private int mutants;
  private int refused;

  /**
   * Nothing compared yet.
   *
   * @param reader what the reader has against a text, by the name of its schema
   * @param isMeaning whether only the reader can know of an issue
   */
  SchemaAgreement(BiFunction<String, String, List<Issue>> reader, Predicate<Issue> isMeaning) {
    this.reader = reader;
    this.isMeaning = isMeaning;
  }

  void compareMutants(String schema, String document) {
    assertThat(reader.apply(schema, document)).isEmpty();
    assertThat(Validator.errors(schema, document)).isEmpty();
    Mutants.of(document, (change, mutant) -> compare(schema, change, mutant));
  }

  void compare(String schema, String change, JsonNode mutant) {
    List<Issue> issues = reader.apply(schema, mutant.toString());
    List<Error> errors = Validator.problems(schema, mutant);
    mutants++;
    refused += errors.isEmpty() ? 0 : 1;
    boolean agree =
        issues.isEmpty()
            ? errors.isEmpty()
            : !errors.isEmpty() || issues.stream().allMatch(isMeaning);
    if (!agree) {
      disagreements.add(change + ": the reader says " + issues + ", the schema " + errors);
    }
  }

  /** Asserts that they agree on all of at least so many, and that most were refused. */
  void holds(int atLeast) {
    holds();
    assertThat(mutants).isGreaterThan(atLeast);
    assertThat(refused).isGreaterThan(mutants / 2);
  }

  /** Asserts that they agree. */
  void holds() {
    assertThat(disagreements).isEmpty();
    assertThat(mutants).isPositive();
  }

  /** Asserts that something is refused, by both, and something is not. */
  void tellsApart() {
    holds();
    assertThat(refused).isPositive().isLessThan(mutants);
  }

  void onlyTheReaderRefuses(String schema, String document, String code) {
    String text = Json.of(document);
    assertThat(Validator.errors(schema, text)).isEmpty();
    assertThat(reader.apply(schema, text)).extracting(Issue::code).contains(code);
  }
}
