package org.peersupport.json.ledger;

import java.io.InputStream;
import java.util.List;
import org.peersupport.json.Schemas;
import org.peersupport.json.internal.SchemaFiles;

/**
 * JSON Schemas of ledgers, made and used as {@link Schemas} are. They say how ledgers, proofs and
 * seals are laid out; members that they do not name are not allowed. Whether hashes and signatures
 * are right, only a verifier can tell.
 *
 * <p>Safe to use from many threads at once. No argument may be null, and no result is.
 */
public final class LedgerSchemas {
  private static final SchemaFiles FILES =
      new SchemaFiles(
          file -> LedgerSchemas.class.getResourceAsStream(file),
          "ledger-line",
          "ledger-proof",
          "ledger-seal");

  private LedgerSchemas() {}

  /** What there is a schema for. */
  public static List<String> names() {
    return FILES.names();
  }

  /**
   * The {@code $id} of a schema, such as {@code urn:peersupport:schema:ledger-line:1}. Its last
   * number changes only when a text that was in order no longer is.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no schema of this name
   */
  public static String id(String name) {
    return FILES.id(name);
  }

  /**
   * A schema in UTF-8, to be closed by the caller.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no schema of this name
   */
  public static InputStream open(String name) {
    return FILES.open(name);
  }

  /**
   * A schema as text.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no schema of this name
   */
  public static String text(String name) {
    return FILES.text(name);
  }
}
