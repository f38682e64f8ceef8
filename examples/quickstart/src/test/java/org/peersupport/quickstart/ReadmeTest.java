package org.peersupport.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The README shows what is compiled and run here, to the letter. Each block it shows stands right
 * after a mark of its own, a line such as {@code <!-- quickstart-output -->}; with
 * -Dgolden.update=true the blocks are written anew.
 */
class ReadmeTest {
  private static final Path README = Path.of("../../README.md");
  private static final Path SNIPPET =
      Path.of("src/test/java/org/peersupport/quickstart/EmbeddingSnippet.java");

  @Test
  void shows_the_embedding_that_is_compiled() throws IOException {
    assertShown("embedding-code", "java", snippet());
  }

  @Test
  void shows_what_the_embedding_prints() throws IOException {
    assertShown("embedding-output", "text", Printed.by(EmbeddingSnippet::run));
  }

  @Test
  void shows_what_the_quickstart_prints() throws IOException {
    assertShown("quickstart-output", "text", Printed.by(() -> Quickstart.main(new String[0])));
  }

  private static String snippet() throws IOException {
    String source = Files.readString(SNIPPET);
    String marked = source.replaceFirst("(?s).*// readme:start\n(.*?) *// readme:end.*", "$1");
    return marked.stripTrailing().stripIndent() + "\n";
  }

  private static void assertShown(String mark, String language, String expected)
      throws IOException {
    assertThat(README).as("the README at the top of the project").exists();
    String readme = Files.readString(README);
    String start = "<!-- " + mark + " -->\n```" + language + "\n";
    assertThat(readme).as("a block right after the two lines%n%s", start).contains(start);
    int from = readme.indexOf(start) + start.length();
    int to = readme.indexOf("```", from);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).isEqualTo(expected);
    }
  }
}
