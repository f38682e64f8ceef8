package org.peersupport.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas that ship, and that of schemas, as an independent validator reads them. */
final class Validator {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
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
    return SCHEMAS.computeIfAbsent(name, key -> REGISTRY.getSchema(Schemas.text(key)));
  }
}
