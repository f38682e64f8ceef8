package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the description of the wire format shows is what {@code guide} says. */
class WireFormatTest {
  private static final Path DOCUMENT = Path.of("../../adapters-json/docs/wire-format.md");

  /** The block that comes after this mark. */
  private static String block(String mark) throws IOException {
    String document = Files.readString(DOCUMENT);
    assertThat(document).contains(mark);
    String start = "```json\n";
    int from = document.indexOf(start, document.indexOf(mark)) + start.length();
    return document.substring(from, document.indexOf("```", from));
  }

  @Test
  void its_corrections_are_answered_as_it_says() throws IOException {
    List<JsonNode> answers = Run.on(block("<!-- corrections: commands -->"), "guide").answers();
    List<JsonNode> shown = block("<!-- corrections: answers -->").lines().map(Run::json).toList();

    assertThat(answers).hasSize(6);
    assertThat(shown).hasSize(3);
    for (int i = 0; i < shown.size(); i++) {
      for (Map.Entry<String, JsonNode> member : shown.get(i).properties()) {
        assertThat(answers.get(3 + i).get(member.getKey()))
            .as("%s of answer %d", member.getKey(), i)
            .isEqualTo(member.getValue());
      }
    }
  }
}
