package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The clauses of the contract and the vectors of a suite, each by the other.
 *
 * <pre>{@code
 * {"clause":"if-seq","kind":"refused","section":"2 commands","says":"…","capability":"if-seq","vectors":["session/if-seq"]}
 * {"vector":"session/if-seq","rules":[],"clauses":["code.session.changed","if-seq"]}
 * }</pre>
 *
 * <p>A clause that the suite does not show has no vectors, and says where it is shown: {@code
 * shownBy} is the protocol of {@link KitProtocols} that can, {@code outside} is why no vector can,
 * and {@code test} the test of this library that does. Clauses about the command line alone are not
 * in the table. Immutable and safe to share between threads.
 */
public final class ClauseTable {
  private static final List<Clause> CLAUSES = read();

  private final List<Vector> vectors = new ArrayList<>();
  private final Map<String, List<String>> byClause = new TreeMap<>();

  private ClauseTable() {}

  /** The table of a suite. */
  public static ClauseTable of(VectorSuite suite) {
    ClauseTable table = new ClauseTable();
    suite.each(table::add);
    return table;
  }

  private void add(Vector vector) {
    vectors.add(new Vector(vector.name(), vector.rules(), vector.clauses(), List.of(), List.of()));
    for (String clause : vector.clauses()) {
      byClause.computeIfAbsent(clause, id -> new ArrayList<>()).add(vector.name());
    }
  }

  /** Every clause, in the order of the contract. */
  public static List<Clause> clauses() {
    return CLAUSES;
  }

  /** The names of the vectors that cover a clause, in the order of the suite. */
  public List<String> vectors(String clause) {
    return List.copyOf(byClause.getOrDefault(clause, List.of()));
  }

  /** The ids that vectors name as clauses, sorted. */
  public List<String> named() {
    return List.copyOf(byClause.keySet());
  }

  /** Writes a line for each clause, then one for each vector, without their ends. */
  public void write(Consumer<String> lines) {
    CLAUSES.forEach(clause -> lines.accept(line(clause).toString()));
    vectors.forEach(vector -> lines.accept(line(vector).toString()));
  }

  private ObjectNode line(Clause clause) {
    ObjectNode line = ReferenceSubject.object().put("clause", clause.id());
    line.put("kind", clause.kind().wireName()).put("section", clause.section());
    line.put("says", clause.says());
    clause.capability().ifPresent(each -> line.put("capability", each));
    vectors(clause.id()).forEach(line.putArray("vectors")::add);
    clause.shownBy().ifPresent(each -> line.put("shownBy", each));
    clause.outside().ifPresent(each -> line.put("outside", each));
    clause.test().ifPresent(each -> line.put("test", each));
    return line;
  }

  private static ObjectNode line(Vector vector) {
    ObjectNode line = ReferenceSubject.object().put("vector", vector.name());
    vector.rules().forEach(line.putArray("rules")::add);
    vector.clauses().forEach(line.putArray("clauses")::add);
    return line;
  }

  private static List<Clause> read() {
    try (InputStream in = ClauseTable.class.getResourceAsStream("clauses.json")) {
      List<Clause> clauses = new ArrayList<>();
      JsonMapper.builder().build().readTree(in).forEach(each -> clauses.add(clause(each)));
      return List.copyOf(clauses);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the clauses in this jar", e);
    }
  }

  private static Clause clause(JsonNode each) {
    return new Clause(
        each.get("id").textValue(),
        Clause.Kind.valueOf(each.get("kind").textValue().toUpperCase(Locale.ROOT)),
        each.get("section").textValue(),
        each.get("says").textValue(),
        text(each, "capability"),
        text(each, "shownBy"),
        text(each, "outside"),
        text(each, "test"));
  }

  private static Optional<String> text(JsonNode each, String member) {
    return Optional.ofNullable(each.path(member).textValue());
  }
}
