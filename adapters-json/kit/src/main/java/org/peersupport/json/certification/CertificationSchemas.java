package org.peersupport.json.certification;

import java.io.InputStream;
import java.util.List;
import org.peersupport.json.Schemas;
import org.peersupport.json.internal.SchemaFiles;

/**
 * JSON Schemas of certification, made and used as {@link Schemas} are: {@code vector}, a line of a
 * vectors file, and {@code certification}, a report.
 *
 * <p>Safe to use from many threads at once. No argument may be null, and no result is.
 */
public final class CertificationSchemas {
  private static final SchemaFiles FILES =
      new SchemaFiles(
          file -> CertificationSchemas.class.getResourceAsStream(file), "vector", "certification");

  private CertificationSchemas() {}

  /** What there is a schema for. */
  public static List<String> names() {
    return FILES.names();
  }

  /**
   * The {@code $id} of a schema, such as {@code urn:peersupport:schema:vector:1}. Its last number
   * changes only when a text that was in order no longer is.
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
