package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences for people in the language that is asked for. */
class LanguageTest {
  private static final String OPEN =
      "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:00:00Z\",\"by\":\"sup-1\",\"do\":\"open\","
          + "\"protocol\":\"ama-six-elements\",\"supporter\":{\"id\":\"sup-1\"},"
          + "\"peer\":{\"id\":\"peer-1\"}}\n";
  private static final String SKIP =
      "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:01:00Z\",\"by\":\"sup-1\",\"do\":\"begin\","
          + "\"element\":\"invite-and-listen\"}\n";
  private static final String GERMAN =
      "Damit überspringen Sie ein notwendiges Element. Als Nächstes: „Reach out“ beginnen.";
  private static final String ENGLISH = "This skips a required element. Next: begin 'Reach out'.";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"de,true", "de-AT,true", "DE,true", "fr,false", "en,false", "und,false"})
  void guide_refuses_in_the_language_if_it_is_there(String tag, boolean isGerman) {
    Run run = Run.on(OPEN + SKIP, "guide", "--language", tag);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.answers().get(1).path("explanation").asText())
        .isEqualTo(isGerman ? GERMAN : ENGLISH);
  }

  /** What picocli reads instead of the guide itself means the same. */
  @Test
  void guide_takes_the_option_in_any_form() {
    assertThat(Run.on(OPEN + SKIP, "guide", "--language=de"))
        .isEqualTo(Run.on(OPEN + SKIP, "guide", "--language", "de"));
  }

  @Test
  void guide_keeps_a_log_that_knows_no_language() throws IOException {
    String german = folder.resolve("german").toString();
    String english = folder.resolve("english").toString();
    Run.on(OPEN + SKIP, "guide", "--language", "de", "--log", german);
    Run.on(OPEN + SKIP, "guide", "--log", english);

    assertThat(Files.readString(Path.of(german))).isEqualTo(Files.readString(Path.of(english)));
  }

  @Test
  void show_tells_a_protocol_in_the_language() {
    Run german = Run.of("show", "ama-six-elements", "--text", "--language", "de");

    assertThat(german.status()).isZero();
    assertThat(german.err()).isEmpty();
    assertThat(german.out())
        .contains("Was Sie tun müssen\n------------------\n")
        .contains("Im Gespräch muss mindestens einmal vorkommen: das Angebot einer Hilfe.");
    assertThat(Run.of("show", "ama-six-elements", "--text", "--language", "qq"))
        .isEqualTo(Run.of("show", "ama-six-elements", "--text"));
  }

  @Test
  void show_uses_the_words_of_the_document() throws IOException {
    Path ward =
        Files.writeString(
            folder.resolve("ward.json"),
            "{\"id\":\"ward\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Our ward\",\"translations\":{\"de\":{\"title\":\"Unsere Station\","
                + "\"elements\":{\"reach-out\":{\"title\":\"Ansprechen\"}}}}}");

    Run german = Run.of("show", ward.toString(), "--text", "--language", "de");

    assertThat(german.out())
        .startsWith("Unsere Station\n==============\n")
        .contains("„Ansprechen“, „Invite and listen“");
    assertThat(Run.of("show", ward.toString(), "--text").out())
        .startsWith("Our ward\n========\n")
        .doesNotContain("Ansprechen");
  }

  @Test
  void draw_shows_titles_and_demands_in_the_language() throws IOException {
    Path ward =
        Files.writeString(
            folder.resolve("ward.json"),
            "{\"id\":\"ward\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Our ward\",\"translations\":{\"de\":{"
                + "\"elements\":{\"reach-out\":{\"title\":\"Ansprechen\"}}}}}");

    String german =
        Run.of("draw", ward.toString(), "--format", "mermaid", "--language", "de").out();

    assertThat(german)
        .contains("Ansprechen", "Im Gespräch muss mindestens einmal vorkommen")
        .doesNotContain("Reach out");
    assertThat(Run.of("draw", ward.toString(), "--format", "mermaid").out())
        .contains("Reach out")
        .doesNotContain("Ansprechen");
  }

  /** The document has every language in it, so that it is the same in each. */
  @Test
  void show_prints_the_same_document_in_any_language() {
    assertThat(Run.of("show", "rise", "--language", "de")).isEqualTo(Run.of("show", "rise"));
  }

  @Test
  void audit_explains_violations_in_the_language() throws IOException {
    String log = folder.resolve("log").toString();
    Run.on(OPEN, "guide", "--log", log);
    Files.writeString(
        Path.of(log),
        "{\"session\":\"s-1\",\"seq\":2,\"at\":\"2026-03-02T09:01:00Z\",\"by\":\"sup-1\","
            + "\"type\":\"element-begun\",\"element\":\"invite-and-listen\"}\n",
        java.nio.file.StandardOpenOption.APPEND);
    String german = "Ein notwendiges Element davor hatte noch nicht begonnen.";

    assertThat(
            Run.of("audit", "--language", "de", log)
                .answers()
                .get(0)
                .at("/violations/0/explanation")
                .asText())
        .isEqualTo(german);
    assertThat(Run.of("audit", "--text", "--language", "de", log).out()).contains(german);
    assertThat(Run.of("audit", log).out())
        .contains("A required element before this one had not begun.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de_DE", "", "not a tag", "d", "de-"})
  void an_ill_formed_tag_is_bad_usage(String tag) {
    for (List<String> command :
        List.of(
            List.of("guide"),
            List.of("show", "ama-six-elements", "--text"),
            List.of("draw", "ama-six-elements", "--format", "svg"),
            List.of("audit", "-"))) {
      String[] arguments = new String[command.size() + 2];
      command.toArray(arguments);
      arguments[command.size()] = "--language";
      arguments[command.size() + 1] = tag;
      Run run = Run.of(arguments);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "peersupport "
                  + command.get(0)
                  + ": Invalid value for option '--language': a BCP 47 tag is expected, such as"
                  + " 'de' or 'pt-BR'. 'peersupport "
                  + command.get(0)
                  + " --help' explains.\n");
    }
  }

  @Test
  void a_language_without_a_tag_is_bad_usage() {
    Run run = Run.of("guide", "--language");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("--language");
  }
}
