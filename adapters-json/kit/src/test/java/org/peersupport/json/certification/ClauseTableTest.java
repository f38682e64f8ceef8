package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;

/** Every clause of the contract has a vector, and every vector is about clauses that there are. */
class ClauseTableTest {
  private static final int LIMIT = 50_000;
  private static final String DEFAULT = Catalogue.amaSixElements().id();
  private static final VectorSuite SUITE = VectorSuite.of(Catalogue.amaSixElements(), 0, LIMIT);
  private static final Map<String, ClauseTable> TABLES = new HashMap<>();

  @BeforeAll
  static void make() {
    TABLES.put(DEFAULT, ClauseTable.of(SUITE));
    for (String id : KitProtocols.ids()) {
      TABLES.put(id, ClauseTable.of(VectorSuite.of(KitProtocols.find(id).orElseThrow(), 0, LIMIT)));
    }
  }

  private static ClauseTable table(Map<String, ClauseTable> tables, String id) {
    return Optional.ofNullable(tables.get(id)).orElseThrow();
  }

  /** The clauses that bind and that no suite shows which the table says does. */
  private static List<String> bare(Map<String, ClauseTable> tables) {
    List<String> bare = new ArrayList<>();
    for (Clause clause : ClauseTable.clauses()) {
      boolean binds = clause.kind() != Clause.Kind.MAY && clause.outside().isEmpty();
      if (binds && table(tables, clause.shownBy().orElse(DEFAULT)).vectors(clause.id()).isEmpty()) {
        bare.add(clause.id());
      }
    }
    return bare;
  }

  @Test
  void each_clause_that_says_must_refused_or_never_has_a_vector() {
    assertThat(bare(TABLES)).isEmpty();
  }

  @Test
  void a_clause_without_a_vector_would_be_found() {
    Map<String, ClauseTable> others = new HashMap<>(TABLES);
    others.put("kit-counts", table(TABLES, "kit-choices"));

    assertThat(bare(others)).containsExactlyInAnyOrder("template.exactly", "template.init");
  }

  @Test
  void each_clause_that_a_vector_names_is_in_the_table_once() {
    List<String> ids = ClauseTable.clauses().stream().map(Clause::id).toList();

    assertThat(ids).doesNotHaveDuplicates();
    TABLES.values().forEach(table -> assertThat(ids).containsAll(table.named()));
  }

  @Test
  void another_protocol_is_named_only_where_the_default_cannot_show_it() {
    for (Clause clause : ClauseTable.clauses()) {
      boolean byDefault = !table(TABLES, DEFAULT).vectors(clause.id()).isEmpty();
      boolean elsewhere = clause.shownBy().isPresent() || clause.outside().isPresent();
      assertThat(byDefault).as(clause.id()).isNotEqualTo(elsewhere);
    }
  }

  @Test
  void what_no_vector_can_show_is_shown_by_a_test_that_there_is() {
    for (Clause clause : ClauseTable.clauses()) {
      assertThat(clause.test().isPresent()).isEqualTo(clause.outside().isPresent());
      clause.test().ifPresent(test -> assertThat(Files.exists(Path.of("../..", test))).isTrue());
    }
  }

  @Test
  void vectors_of_an_optional_clause_need_its_capability() {
    Map<String, String> optional = new HashMap<>();
    ClauseTable.clauses()
        .forEach(each -> each.capability().ifPresent(name -> optional.put(each.id(), name)));
    Set<String> needed = new HashSet<>();
    SUITE.each(
        vector ->
            vector.clauses().stream()
                .filter(optional::containsKey)
                .forEach(
                    clause -> {
                      assertThat(vector.needs())
                          .as("%s %s", vector.name(), clause)
                          .contains(optional.get(clause));
                      needed.add(optional.get(clause));
                    }));

    assertThat(needed)
        .containsExactlyInAnyOrder(
            "command-id",
            "correct",
            "due",
            "if-seq",
            "options",
            "remedy",
            "state",
            "void",
            "witness");
  }
}
