package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaBrokenTest {
  private static final Path FILE = Path.of("src/test/resources/schemas/broken.txt");

  static List<String> documents() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_broken_document_is_found_by_its_schema_and_by_its_reader(String line) {
    int blank = line.indexOf(' ');
    String schema = line.substring(0, blank);
    String document = Json.of(line.substring(blank + 1));
    assertThat(Validator.errors(schema, document)).isNotEmpty();
    if (SchemaReaders.isRead(schema)) {
      assertThat(SchemaReaders.issues(schema, document)).isNotEmpty();
    }
  }

  @Test
  void there_are_some_of_every_schema() throws IOException {
    List<String> documents = documents();
    assertThat(documents).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    List<String> names = new ArrayList<>(AllSchemas.names());
    names.removeAll(Schemas.names());
    assertThat(names)
        .allMatch(name -> documents.stream().anyMatch(line -> line.startsWith(name + " ")));
  }
}
