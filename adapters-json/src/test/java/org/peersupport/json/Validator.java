package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas that ship, and that of schemas, as an independent validator reads them. */
final class Validator {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Beside this class and below it: a module under test need not have all of them. */
  private static final List<String> FOLDERS = List.of("", "studies/", "ledger/", "certification/");

  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private Validator() {}

  /** What the schema of this name has against the document; empty when it is valid. */
  static List<String> errors(String schema, JsonNode document) {
    return problems(schema, document).stream().map(Object::toString).toList();
  }

  /** The same with their places. */
  static List<Error> problems(String schema, JsonNode document) {
    return schema(schema).validate(document);
  }

  /** The same of a document as text. */
  static List<String> errors(String schema, String document) {
    return schema(schema).validate(document, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Schema schema(String name) {
    return SCHEMAS.computeIfAbsent(name, Validator::read);
  }

  private static Schema read(String name) {
    for (String folder : FOLDERS) {
      String file = folder + "schemas/" + name + ".schema.json";
      try (InputStream in = Validator.class.getResourceAsStream(file)) {
        if (in != null) {
          return REGISTRY.getSchema(new String(in.readAllBytes(), UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException(name);
  }
}
