package org.peersupport.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * JSON Schemas (2020-12) of the wire format, for other programs and for editors.
 *
 * <p>What is read here, in the forms {@code command}, {@code event}, {@code log-line}, {@code
 * protocol}, {@code behaviour}, {@code transcript-mapping}, {@code scenario}: the schema and the
 * reader accept the same texts, but for what no schema can say. That is: repeated members, the size
 * and the depth of a text, whole numbers written as {@code 1.0}, half surrogate pairs, and what a
 * protocol, a behaviour or a scenario means. What is written here: {@code outcome}, {@code
 * verification}, {@code difference}, {@code certification}, {@code programme}, {@code estimate},
 * {@code simulation}, {@code analysis}, {@code comparison}. And {@code vector}, a line of a vectors
 * file. {@code audit} is a line that an audit prints. {@code ledger-line}, {@code ledger-proof} and
 * {@code ledger-seal} say how ledgers are laid out; whether their hashes and signatures are right,
 * only a verifier can tell.
 *
 * <p>Each schema stands alone: it refers to nothing outside itself, so no validator needs the
 * network or a second file. Its id is a URN, which cannot be fetched. Members that a schema does
 * not name are allowed, as they are ignored on reading; in ledgers, proofs and seals they are not.
 *
 * <pre>{@code
 * try (InputStream schema = Schemas.open("command")) {
 *   Files.copy(schema, Path.of("command.schema.json"));
 * }
 * }</pre>
 *
 * <p>Safe to use from many threads at once. No argument may be null, and no result is.
 */
public final class Schemas {
  private static final List<String> NAMES =
      List.of(
          "command",
          "outcome",
          "event",
          "log-line",
          "protocol",
          "behaviour",
          "estimate",
          "simulation",
          "analysis",
          "comparison",
          "transcript-mapping",
          "scenario",
          "programme",
          "verification",
          "difference",
          "vector",
          "certification",
          "audit",
          "ledger-line",
          "ledger-proof",
          "ledger-seal");

  private static final Set<String> KNOWN = Set.copyOf(NAMES);

  private Schemas() {}

  /** What there is a schema for. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The {@code $id} of a schema, such as {@code urn:peersupport:schema:command:1}. Its last number
   * changes only when a text that was in order no longer is.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no schema of this name
   */
  public static String id(String name) {
    return "urn:peersupport:schema:" + known(name) + ":1";
  }

  /**
   * A schema in UTF-8, to be closed by the caller.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no schema of this name
   */
  public static InputStream open(String name) {
    String file = "schemas/" + known(name) + ".schema.json";
    InputStream in = Schemas.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the schema " + name + " is not in this jar");
    }
    return in;
  }

  /**
   * A schema as text.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no schema of this name
   */
  public static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the schema " + name, e);
    }
  }

  private static String known(String name) {
    if (!KNOWN.contains(name)) {
      throw new IllegalArgumentException("there are schemas for " + NAMES + " only");
    }
    return name;
  }
}
