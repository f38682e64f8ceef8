package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Trees;
import org.peersupport.protocol.Keys;

/**
 * Which optional clauses of the contract a subject claims to keep: its manifest. What is claimed is
 * tested, what is not claimed is skipped and said to be.
 *
 * <pre>{@code
 * {"format":"peersupport/capabilities","version":1,"claims":["witness"]}
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Capabilities {
  private static final Shape MEMBERS = Shape.ofDocument("format", "version", "claims");
  private static final Capabilities ALL = new Capabilities(true, Set.of());

  private final boolean all;
  private final Set<String> claims;

  private Capabilities(boolean all, Set<String> claims) {
    this.all = all;
    this.claims = Set.copyOf(claims);
  }

  /** Everything that there is, which is what a subject without a manifest is taken to claim. */
  public static Capabilities all() {
    return ALL;
  }

  /**
   * These and no others.
   *
   * @param claims names of capabilities, as vectors need them
   */
  public static Capabilities of(String... claims) {
    return new Capabilities(false, Set.of(claims));
  }

  /**
   * Reads a manifest, or tells everything that is wrong with it.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   */
  public static Read<Capabilities> read(byte[] utf8) {
    return Trees.read(utf8, 0, JsonLimits.LINE_BYTES)
        .fold(Capabilities::read, issues -> new Read.Malformed<>(issues));
  }

  private static Read<Capabilities> read(ObjectNode manifest) {
    List<Issue> issues = new ArrayList<>();
    Fields fields = new Fields(manifest, "", 1, issues);
    fields.format("peersupport/capabilities", "manifests");
    fields.needed("claims");
    fields.only(MEMBERS);
    List<String> claims = fields.names("claims");
    for (int i = 0; i < claims.size(); i++) {
      if (!Keys.isKey(claims.get(i))) {
        fields.report(
            IssueCode.ILL_FORMED,
            "claims/" + i,
            "A capability is named with lower-case letters, digits and hyphens.");
      }
    }
    return issues.isEmpty()
        ? new Read.Value<>(new Capabilities(false, new TreeSet<>(claims)))
        : new Read.Malformed<>(issues);
  }

  /** Whether a capability is claimed. */
  public boolean claims(String capability) {
    return all || claims.contains(capability);
  }

  /** Those that a vector needs and the subject does not claim, in the vector's order. */
  List<String> missing(TestVector vector) {
    return vector.needs().stream().filter(need -> !claims(need)).toList();
  }

  /** The capabilities that the contract leaves open, sorted. */
  public static List<String> known() {
    return ClauseTable.clauses().stream()
        .flatMap(clause -> clause.capability().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Claims that neither the contract nor a vector knows, sorted: misspelt perhaps. */
  public List<String> unknownTo(TestVectors vectors) {
    Set<String> unknown = new TreeSet<>(claims);
    known().forEach(unknown::remove);
    vectors.capabilities().forEach(unknown::remove);
    return List.copyOf(unknown);
  }
}
