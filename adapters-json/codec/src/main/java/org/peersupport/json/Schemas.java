package org.peersupport.json;

import java.io.InputStream;
import java.util.List;
import org.peersupport.json.internal.SchemaFiles;

/**
 * JSON Schemas (2020-12) of the wire format, for other programs and for editors.
 *
 * <p>Of what is read here, {@code command}, {@code event}, {@code log-line} and {@code protocol},
 * the schema and the reader accept the same texts, but for what no schema can say. That is:
 * repeated members, the size and the depth of a text, whole numbers written as {@code 1.0}, half
 * surrogate pairs, a session that follows up itself, and what a protocol means. {@code outcome} is
 * written here. The modules for studies, records and certification have schemas of their own.
 *
 * <p>Each schema stands alone: it refers to nothing outside itself, so no validator needs the
 * network or a second file. Its id is a URN, which cannot be fetched. Members that no schema names
 * are allowed in commands, events and outcomes, as they are passed over on reading; in protocol
 * documents only those that begin with {@code x-} are.
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
  private static final SchemaFiles FILES =
      new SchemaFiles(
          file -> Schemas.class.getResourceAsStream(file),
          "command",
          "outcome",
          "event",
          "log-line",
          "protocol");

  private Schemas() {}

  /** What there is a schema for. */
  public static List<String> names() {
    return FILES.names();
  }

  /**
   * The {@code $id} of a schema, such as {@code urn:peersupport:schema:command:1}. Its last number
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
